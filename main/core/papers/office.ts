/** What every use case of papers works with, and the one way in which an act on them is done. */
import type * as z from 'zod';
import type { Archive } from '#archive/archive.ts';
import type { Db } from '#archive/db.ts';
import type { papers as contract } from '#contract/papers.contract.ts';
import type { WorkingCalendar } from '#model/calendar.ts';
import type { PaperRef } from '#model/paper.ts';
import type { ReferenceEdition } from '#model/reference.ts';
import type { Result } from '#model/result.ts';
import type { Ports } from '#ports/index.ts';
import type { Applications } from '../applications/applications.service.ts';
import type { Downloads } from '../downloads/downloads.service.ts';
import type { Publish } from '../event-bus.ts';
import { keepAct, type Act } from '../keep-act.ts';
import type { Person } from '../office.ts';
import type { ScanDesk, ScansOnPaper } from '../scans/scans.service.ts';
import type { Vault } from '#vault/vault.ts';
import type { Enrolment } from '../unit/unit.service.ts';
import type { Draft } from './draft.ts';

export type PapersDeps = Readonly<{
  archive: Archive;
  vault: Vault;
  person: Person;
  ports: Pick<Ports, 'clock' | 'files' | 'jobs' | 'log' | 'paths'>;
  publish: Publish;
  calendar: WorkingCalendar;
  /** null when no edition can be read */
  guide: ReferenceEdition | null;
  applications: Pick<Applications, 'byName' | 'entry' | 'entries' | 'read'>;
  intake: ScansOnPaper;
  addresses: ScanDesk;
  downloads: Pick<Downloads, 'addressOf' | 'printOf'>;
  unit: Readonly<{ enrolment(): Enrolment | null }>;
}>;

type Contract = typeof contract;
export type Input<M extends keyof Contract> = z.output<Contract[M]['input']>;
export type Output<M extends keyof Contract> = z.input<Contract[M]['output']>;
export type Answer<M extends keyof Contract> = Result<Output<M>, Contract[M]['errors'][number]>;

export type PapersOffice = PapersDeps &
  Readonly<{
    db: Db;
    /** Every paper of an application, or of the unit and its notices where it is null; in their order. */
    draftsOf(applicationId: string | null): readonly Draft[];
    /** Null where there is no such application or notice. */
    draft(ref: PaperRef): Draft | null;
    /** 打印校准: 1.01 draws everything a hundredth larger. */
    scale(): number;
    /** False without room on the disk: then nothing of it is kept. */
    perform(act: Act, work: () => void): boolean;
    /** The windows fetch anew. */
    tell(): void;
  }>;

export function createPapersOffice(
  deps: PapersDeps,
  parts: Pick<PapersOffice, 'draftsOf' | 'draft' | 'scale'>,
): PapersOffice {
  const { archive, publish } = deps;
  const { db } = archive;
  return {
    ...deps,
    ...parts,
    db,
    perform: (act, work) => keepAct(deps, { ...act, act: `papers.${act.act}` }, work),
    tell: () => publish('papers.changed', {}),
  };
}
