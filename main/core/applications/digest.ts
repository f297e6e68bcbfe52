/**
 * What the queue needs of an application, made once on arrival and kept beside its body, so that
 * 20,000 of them load and search without opening a single body.
 */
import { createHash } from 'node:crypto';
import type { Application, ApplicationState, EmploymentKind, PublicityRecord, TitleLevel } from '#model/application.ts';
import { MODULES, type ModuleId } from '#model/modules.ts';
import { searchText } from './search-text.ts';

export type Digest = Readonly<{
  id: string;
  version: number;
  state: ApplicationState;
  name: string;
  department: string;
  title: string;
  committee: string;
  level: TitleLevel;
  employment: EmploymentKind;
  submittedAt: number;
  closesAt: number | null;
  submission: number;
  chancesUsed: number;
  strikes: number;
  hasOpinion: boolean;
  /** resets so far: each ends the opinion and the notice made before it */
  round: number;
  publicity: Omit<PublicityRecord, 'place'> | null;
  /** module id → fingerprint of what is filed there; a seen mark holds while it matches */
  fingerprints: Readonly<Partial<Record<ModuleId, string>>>;
  searchText: string;
}>;

export function makeDigest(application: Application): Digest {
  const { applicant, filing, window, publicity } = application;
  return {
    id: application.id,
    version: application.version,
    state: application.state,
    name: applicant.name,
    department: applicant.department,
    title: filing.title,
    committee: filing.committee,
    level: filing.level,
    employment: applicant.employment,
    submittedAt: application.submittedAt,
    closesAt: window.closesAt,
    submission: application.submission,
    chancesUsed: application.chancesUsed,
    strikes: application.strikes,
    hasOpinion: application.opinion !== null,
    round: roundOf(application),
    publicity: publicity && {
      postedOn: publicity.postedOn,
      endsOn: publicity.endsOn,
      openObjections: publicity.openObjections,
      concludedAt: publicity.concludedAt,
      outcome: publicity.outcome,
      dispatch: publicity.dispatch ?? null,
    },
    fingerprints: moduleFingerprints(application),
    searchText: searchText(applicant, filing),
  };
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
