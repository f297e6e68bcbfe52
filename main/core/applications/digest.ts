/**
 * What the queue needs of an application, made once on arrival and kept beside its body, so that
 * 20,000 of them load and search without opening a single body.
 */
import { createHash } from 'node:crypto';
import type {
  Application,
  ApplicationState,
  EmploymentKind,
  FilingKind,
  PublicityRecord,
  TitleLevel,
} from '#model/application.ts';
import { MODULES, type ModuleId } from '#model/modules.ts';
import {
  degreeRecordsOf,
  identityHash,
  personalScansOf,
  type DegreeRecord,
  type PersonalScan,
} from '../findings/findings.service.ts';
import { searchText } from './search-text.ts';

export type Digest = Readonly<{
  id: string;
  version: number;
  year: number;
  state: ApplicationState;
  name: string;
  /** hash of the ID number: enough to find it again, not to read it */
  identity: string;
  department: string;
  title: string;
  committee: string;
  kind: FilingKind;
  level: TitleLevel;
  employment: EmploymentKind;
  submittedAt: number;
  closesAt: number | null;
  submission: number;
  chancesUsed: number;
  strikes: number;
  hasOpinion: boolean;
  /** when the opinion that the city holds was submitted */
  opinionAt: number | null;
  /** resets so far: each ends the opinion and the notice made before it */
  round: number;
  publicity: Omit<PublicityRecord, 'place'> | null;
  /** what checks ask of it that turn with the day, or lie in other applications */
  degreeRecords: readonly DegreeRecord[];
  personalScans: readonly PersonalScan[];
  /** module id → fingerprint of what is filed there; a seen mark holds while it matches */
  fingerprints: Readonly<Partial<Record<ModuleId, string>>>;
  searchText: string;
}>;

export function makeDigest(application: Application): Digest {
  const { applicant, filing, window, publicity } = application;
  return {
    id: application.id,
    version: application.version,
    year: application.year,
    state: application.state,
    name: applicant.name,
    identity: identityHash(applicant.idNumber),
    department: applicant.department,
    title: filing.title,
    committee: filing.committee,
    kind: filing.kind,
    level: filing.level,
    employment: applicant.employment,
    submittedAt: application.submittedAt,
    closesAt: window.closesAt,
    submission: application.submission,
    chancesUsed: application.chancesUsed,
    strikes: application.strikes,
    hasOpinion: application.opinion !== null,
    opinionAt: application.opinion?.submittedAt ?? null,
    round: roundOf(application),
    publicity: publicity && {
      postedOn: publicity.postedOn,
      endsOn: publicity.endsOn,
      openObjections: publicity.openObjections,
      concludedAt: publicity.concludedAt,
      outcome: publicity.outcome,
      dispatch: publicity.dispatch ?? null,
    },
    degreeRecords: degreeRecordsOf(application),
    personalScans: personalScansOf(application),
    fingerprints: moduleFingerprints(application),
    searchText: searchText(applicant, filing),
  };
}

/** What digests lack that were made by an earlier version, until the application is checked anew. */
const LACKING = {
  year: 0,
  identity: '',
  kind: 'review',
  opinionAt: null,
  round: 0,
  degreeRecords: [],
  personalScans: [],
} as const satisfies Partial<Digest>;

export function readDigest(text: string): Digest {
  return { ...LACKING, ...(JSON.parse(text) as Omit<Digest, keyof typeof LACKING>) };
}

export function roundOf({ history }: Pick<Application, 'history'>): number {
  return history.filter(({ action }) => action === 'reset').length;
}

/** Every module has one, an empty module too: that nothing is filed there is also something to look at. */
export function moduleFingerprints(application: Application): Digest['fingerprints'] {
  const hashById = new Map(application.attachments.map((a) => [a.id, a.sha256]));
  const filed = new Map(application.modules.map((m) => [m.id, m.records]));
  return Object.fromEntries(
    MODULES.map(({ id }) => {
      const records = (filed.get(id) ?? []).map((record) => [
        Object.entries(record.fields).toSorted(([a], [b]) => (a < b ? -1 : 1)),
        record.attachmentIds.map((attachment) => hashById.get(attachment) ?? attachment),
      ]);
      return [id, createHash('sha256').update(JSON.stringify(records)).digest('base64url').slice(0, 16)];
    }),
  );
}
