/** What every use case of scans works with, and the one way in which an act on them is done. */
import type * as z from 'zod';
import type { Archive } from '#archive/archive.ts';
import type { Db } from '#archive/db.ts';
import type { scans as contract } from '#contract/scans.contract.ts';
import type { Result } from '#model/result.ts';
import type { SizeRule } from '#model/scan.ts';
import type { Ports } from '#ports/index.ts';
import type { Vault } from '#vault/vault.ts';
import type { Applications } from '../applications/applications.service.ts';
import type { Downloads } from '../downloads/downloads.service.ts';
import type { Publish } from '../event-bus.ts';
import type { Checks } from '../findings/findings.service.ts';
import { keepAct, type Act } from '../keep-act.ts';
import type { Person } from '../office.ts';
import { hasTrouble } from './defects.rules.ts';
import { selectPagesById, updatePageState, updateTrouble, type PageRow } from './pages.repository.ts';
import type { Pictures } from './pictures.ts';
import { selectRules } from './rules.repository.ts';
import type { ScanDesk } from './scans.service.ts';
import type { Suggesting } from './suggesting.ts';
import { recipeOf, ruleFor, standingRules } from './size.rules.ts';

export type ScansDeps = Readonly<{
  archive: Archive;
  vault: Vault;
  person: Person;
  ports: Pick<Ports, 'clock' | 'files' | 'jobs' | 'log'>;
  publish: Publish;
  applications: Pick<Applications, 'entry' | 'entries' | 'has' | 'nameOf' | 'read'>;
  checks: Pick<Checks, 'key' | 'kinds' | 'materials'>;
  addresses: ScanDesk;
  downloads: Pick<Downloads, 'addressOf'>;
  sync: Readonly<{ refetch(sha256: string): void }>;
}>;

type Contract = typeof contract;
export type Input<M extends keyof Contract> = z.output<Contract[M]['input']>;
export type Output<M extends keyof Contract> = z.input<Contract[M]['output']>;
export type Answer<M extends keyof Contract> = Result<Output<M>, Contract[M]['errors'][number]>;

export type ScanOffice = ScansDeps &
  Readonly<{
    db: Db;
    pictures: Pictures;
    suggesting: Suggesting;
    /** No room on the disk for what is made of originals. */
    isStuck(): boolean;
    /** There may be something to make; `intakeId`: a file was handed in there. */
    wake(intakeId?: string): void;
    /** False without room on the disk: then nothing of it is kept. */
    perform(act: Act, work: () => void): boolean;
    /** The windows fetch anew; null: of more than one intake. */
    tell(intakeId: string | null): void;
  }>;

export function createScanOffice(
  deps: ScansDeps,
  parts: Pick<ScanOffice, 'pictures' | 'suggesting' | 'isStuck' | 'wake'>,
): ScanOffice {
  const { archive, publish } = deps;
  const { db } = archive;
  return {
    ...deps,
    ...parts,
    db,
    perform: (act, work) => keepAct(deps, { ...act, act: `scans.${act.act}` }, work),
    tell: (intakeId) => publish('scans.changed', { intakeId }),
  };
}

/** Null when one of them is not there. In the order of the places. */
export function findPages(db: Db, ids: readonly string[]): readonly PageRow[] | null {
  const wanted = new Set(ids);
  const pages = selectPagesById(db, [...wanted]);
  return pages.length === wanted.size ? pages : null;
}

/** By whom the page's copy goes to the city, and as what. */
export function ruleOf({ db, applications }: Pick<ScanOffice, 'db' | 'applications'>): (page: PageRow) => SizeRule {
  const rules = standingRules(selectRules(db));
  return ({ filed, forApplicationId }) => {
    const applicationId = filed?.applicationId ?? forApplicationId;
    const committee = applicationId === null ? null : (applications.entry(applicationId)?.digest.committee ?? null);
    return ruleFor(rules, { committee, materialId: filed?.materialId ?? null });
  };
}

/** Inside the transaction of what changed them: what stands, and whether their copies have to be made anew. */
export function reconsider(office: Pick<ScanOffice, 'db' | 'applications'>, ids: readonly string[]): void {
  const rule = ruleOf(office);
  for (const page of selectPagesById(office.db, ids)) {
    const isStale = page.state === 'ready' && page.copy?.recipe !== recipeOf(page.mend, rule(page));
    if (isStale) updatePageState(office.db, page.id, 'waiting', null);
    updateTrouble(office.db, page.id, hasTrouble(page));
  }
}
