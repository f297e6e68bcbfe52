/** How far every paper has come, and what stands in its way. */
import { isStale, type PaperRef } from '#model/paper.ts';
import { ok } from '#model/result.ts';
import type { Draft } from './draft.ts';
import type { Answer, Input, Output, PapersOffice } from './office.ts';
import { selectPapers, subjectOf, type PaperRow } from './papers.repository.ts';

type Listed = Output<'list'>;
type Standing = Listed['unit'][number]['paper'];

/** the contract's own limit */
const MOST_OF_UNIT = 500;

export function listPapers(office: PapersOffice, { part, search, offset, limit }: Input<'list'>): Answer<'list'> {
  if (part === 'unit') {
    const unit = unitRows(office);
    return ok({ total: unit.length, people: [], unit });
  }
  const found = office.applications.byName(search).filter(({ digest }) => digest.state !== 'withdrawn');
  const people = found.slice(offset, offset + limit).map(({ digest }) => ({
    applicationId: digest.id,
    name: digest.name,
    title: digest.title,
    committee: digest.committee,
    isElectronicPassed: digest.state === 'accepted',
    papers: standingOf(office, office.draftsOf(digest.id)),
  }));
  return ok({ total: found.length, people, unit: [] });
}

function unitRows(office: PapersOffice): Listed['unit'] {
  const drafts = office.draftsOf(null).slice(0, MOST_OF_UNIT);
  const standing = standingOf(office, drafts);
  return drafts.flatMap(({ who, name }, at) => {
    const paper = standing[at];
    return paper ? [{ label: who === '' ? name : `${name}：${who}`, paper }] : [];
  });
}

function standingOf({ db }: PapersOffice, drafts: readonly Draft[]): Standing[] {
  const rows = selectPapers(db, [...new Set(drafts.map(({ ref }) => subjectOf(ref)))]);
  const byPaper = new Map(rows.map((row) => [keyOf(row.kind, row.subject), row]));
  return drafts.map((draft) => toStanding(draft, byPaper.get(keyOf(draft.ref.kind, subjectOf(draft.ref)))));
}

function keyOf(kind: PaperRef['kind'], subject: string): string {
  return `${kind} ${subject}`;
}

function toStanding({ ref, fingerprint, problem }: Draft, row: PaperRow | undefined): Standing {
  return {
    ref,
    state: row?.state ?? 'none',
    isStale: row !== undefined && isStale(row, fingerprint),
    problem: problem?.problem ?? null,
    pages: row?.pages ?? null,
    at: row?.at ?? null,
    handedInOn: row?.handedInOn ?? null,
  };
}
