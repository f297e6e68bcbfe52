/** 截止: what closes when, how far its people are and who is at risk. From memory, one walk over the queue. */
import { lastDayBefore } from '#model/beijing-time.ts';
import { ok } from '#model/result.ts';
import { latestStartOf } from '../applications/applications.service.ts';
import type { Answer, Entry, NoticeDesk, Output } from './notice-desk.ts';
import { riskOf, stageOf, type Risk, type Stage } from './publicity.rules.ts';

type Row = Output<'deadlines'>['rows'][number];

/** the contract's own limits */
const MAX_ROWS = 500;
const MAX_AT_RISK = 500;
/** The worse comes first. */
const ORDER: Readonly<Record<Risk, number>> = { late: 0, soon: 1, objection: 2, blocking: 3, 'with-applicant': 4 };

/** A committee whose people have different windows is shown with the one that closes first. */
export function showDeadlines(desk: NoticeDesk): Answer<'deadlines'> {
  const open = desk.applications.inView('all').flatMap((entry) => {
    const stage = stageOf(entry.digest.state, entry.row.pending, {
      isPosted: entry.forms.publicity !== null,
      standing: entry.row.publicity.kind,
      isReady: entry.views.has('ready'),
    });
    return stage === null ? [] : [{ entry, stage }];
  });
  const byCommittee = Map.groupBy(open, ({ entry }) => entry.digest.committee);
  const rows = [...byCommittee].map(([committee, people]) => rowOf(desk, committee, people));
  return ok({ today: desk.today(), rows: rows.toSorted((a, b) => closing(a) - closing(b)).slice(0, MAX_ROWS) });
}

function closing({ closesAt }: Pick<Row, 'closesAt'>): number {
  return closesAt ?? Number.MAX_SAFE_INTEGER;
}

type Standing = Readonly<{ entry: Entry; stage: Stage }>;

function rowOf(desk: NoticeDesk, committee: string, people: readonly Standing[]): Row {
  const closings = people.flatMap(({ entry }) => entry.digest.closesAt ?? []);
  const closesAt = closings.length > 0 ? closings.reduce((a, b) => Math.min(a, b)) : null;
  const counts: Record<Stage, number> = { unposted: 0, posted: 0, ended: 0, ready: 0, decided: 0, withApplicant: 0 };
  for (const { stage } of people) counts[stage] += 1;
  const today = desk.today();
  const atRisk = people.flatMap(({ entry, stage }) => {
    const why = whyAtRisk(desk, entry, stage);
    return why ? [{ id: entry.digest.id, name: entry.digest.name, why }] : [];
  });
  return {
    committee,
    closesAt,
    latestStart: latestStartOf({ state: 'unit-review', publicity: null, closesAt }, today, desk.calendar),
    people: people.length,
    ...counts,
    atRisk: atRisk.toSorted((a, b) => ORDER[a.why] - ORDER[b.why]).slice(0, MAX_AT_RISK),
  };
}

function whyAtRisk(desk: NoticeDesk, entry: Entry, stage: Stage): Risk | null {
  const { digest, forms, row } = entry;
  if (digest.closesAt === null) return row.publicity.kind === 'objection' ? 'objection' : null;
  const today = desk.today();
  const start = forms.publicity
    ? null
    : latestStartOf({ state: 'unit-review', publicity: null, closesAt: digest.closesAt }, today, desk.calendar);
  return riskOf({
    stage,
    standing: row.publicity,
    startDaysLeft: start?.kind === 'date' ? start.daysLeft : null,
    today,
    closesOn: lastDayBefore(digest.closesAt),
    isBlocked: desk.applications.gapsOf(entry).some(({ code }) => code === 'findings-blocking'),
  });
}
