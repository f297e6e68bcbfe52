/** 截止: what closes when, how far its people are and who is at risk. From memory, one walk over the queue. */
import { diffDays, lastDayBefore, type PlainDate } from '#model/beijing-time.ts';
import { ok } from '#model/result.ts';
import { latestStartOf } from '../applications/applications.service.ts';
import type { Answer, Entry, NoticeDesk, Output } from './notice-desk.ts';
import { riskOf, stageOf, type Risk, type Stage } from './publicity.rules.ts';

type Row = Output<'deadlines'>['rows'][number];

/** the contract's own limits */
const MAX_ROWS = 500;
const MAX_AT_RISK = 500;
const NEVER = Number.MAX_SAFE_INTEGER;
/** The worse comes first. */
const ORDER: Readonly<Record<Risk, number>> = { late: 0, soon: 1, objection: 2, blocking: 3, 'with-applicant': 4 };

/** A committee whose people have different windows is shown with the one that closes first. */
export function showDeadlines(desk: NoticeDesk): Answer<'deadlines'> {
  const today = desk.today();
  const closingOf = createClosings(desk, today);
  const tallies = new Map<string, Tally>();
  for (const entry of desk.applications.entries()) {
    const stage = stageFor(entry);
    if (stage === null) continue;
    const { committee, closesAt } = entry.digest;
    let tally = tallies.get(committee);
    if (!tally) tallies.set(committee, (tally = emptyTally()));
    add(tally, entry, stage, closingOf(closesAt));
  }
  const rows = [...tallies].map(([committee, tally]) => toRow(committee, tally, closingOf));
  const inOrder = rows.toSorted((a, b) => (a.closesAt ?? NEVER) - (b.closesAt ?? NEVER));
  return ok({ today, rows: inOrder.slice(0, MAX_ROWS) });
}

type Tally = { counts: Record<Stage, number>; people: number; closesAt: number | null; atRisk: Row['atRisk'] };

function emptyTally(): Tally {
  const counts = { unposted: 0, posted: 0, ended: 0, ready: 0, decided: 0, withApplicant: 0 };
  return { counts, people: 0, closesAt: null, atRisk: [] };
}

/** Each entry is looked at once: 20,000 of them are more than the processor keeps at hand. */
function add(tally: Tally, entry: Entry, stage: Stage, closing: Closing): void {
  const { id, name, closesAt } = entry.digest;
  tally.counts[stage] += 1;
  tally.people += 1;
  if (closesAt !== null) tally.closesAt = Math.min(tally.closesAt ?? closesAt, closesAt);
  const why = whyAtRisk(entry, stage, closing);
  if (why) tally.atRisk.push({ id, name, why });
}

function toRow(committee: string, { counts, people, closesAt, atRisk }: Tally, closingOf: Closings): Row {
  return {
    committee,
    closesAt,
    latestStart: closingOf(closesAt).latestStart,
    people,
    ...counts,
    atRisk: atRisk.toSorted(byRisk).slice(0, MAX_AT_RISK),
  };
}

const collator = new Intl.Collator('zh-Hans-CN');

function byRisk(a: Row['atRisk'][number], b: Row['atRisk'][number]): number {
  return ORDER[a.why] - ORDER[b.why] || collator.compare(a.name, b.name);
}

/** What a closing means today; `on` is the last open day. */
type Closing = Readonly<{ latestStart: Row['latestStart']; on: PlainDate | null; inDays: number }>;
type Closings = (closesAt: number | null) => Closing;

/** A committee has one closing for all its people, so each is counted once. */
function createClosings({ calendar }: NoticeDesk, today: PlainDate): Closings {
  const known = new Map<number | null, Closing>();
  return (closesAt) => {
    let closing = known.get(closesAt);
    if (!closing) {
      const on = closesAt === null ? null : lastDayBefore(closesAt);
      const start = latestStartOf({ state: 'unit-review', publicity: null, closesAt }, today, calendar);
      closing = { latestStart: start, on, inDays: on === null ? Infinity : diffDays(today, on) };
      known.set(closesAt, closing);
    }
    return closing;
  };
}

function stageFor({ digest, row, forms, views }: Entry): Stage | null {
  const notice = { isPosted: forms.publicity !== null, standing: row.publicity.kind, isReady: views.has('ready') };
  return stageOf(digest.state, row.pending, notice);
}

function whyAtRisk({ forms, row }: Entry, stage: Stage, { latestStart, on, inDays }: Closing): Risk | null {
  if (on === null) return row.publicity.kind === 'objection' ? 'objection' : null;
  const isStartCounted = forms.publicity === null && latestStart.kind === 'date';
  return riskOf({
    stage,
    standing: row.publicity,
    startDaysLeft: isStartCounted ? latestStart.daysLeft : null,
    closesOn: on,
    closesInDays: inDays,
    isBlocked: row.findings.blocking > 0,
  });
}
