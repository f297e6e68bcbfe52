/** Who can be on a notice, when it can be concluded and what its record says (Q18, product rules 4–5). Pure. */
import type { DispatchRecord, EmploymentKind, PublicityOutcome, PublicityRecord } from '#model/application.ts';
import { addDays, lastDayBefore, type PlainDate } from '#model/beijing-time.ts';
import { lastNoticeDay, URGENT_DAYS, type PublicityPlan } from '#model/publicity-dates.ts';
import type { Member } from './publicity.repository.ts';

/** Why the unit cannot act on an application, as the queue has it. */
type Blocked = 'closed-for-year' | 'not-at-unit-review' | 'decided' | null;

/** What the city is told of one person; null once the person was taken off. */
export function recordOf(member: Member): PublicityRecord | null {
  if (member.leftAt !== null) return null;
  const { postedOn, endsOn, place, openObjections, concludedAt, outcome, dispatch } = member;
  return { postedOn, endsOn, place, openObjections, concludedAt, outcome, dispatch };
}

/** Whether a notice, and the signing on the working day after it, fits before a closing; or the year that is not loaded. */
export type Fit = 'no-window' | 'in-time' | 'too-late' | Readonly<{ missingYear: number }>;

/** `closesAt` is the instant after the last open day. The inverse of `latestStart`. */
export function fitOf(plan: PublicityPlan, closesAt: number | null, now: number): Fit {
  if (closesAt === null) return 'no-window';
  const closesOn = lastDayBefore(closesAt);
  if (closesAt <= now || plan.endsOn >= closesOn) return 'too-late';
  const { signableOn } = plan;
  if (!signableOn.ok) return { missingYear: signableOn.error.details.year };
  return signableOn.value <= closesOn ? 'in-time' : 'too-late';
}

/** `isPosted`: on a notice that counts, of this computer or at the city */
export function whyNotPosted(
  blocked: Blocked,
  isPosted: boolean,
  fit: Fit,
): 'decided' | 'not-at-unit-review' | 'already-posted' | 'too-late' | null {
  if (blocked) return blocked === 'decided' ? 'decided' : 'not-at-unit-review';
  if (isPosted) return 'already-posted';
  return fit === 'too-late' ? 'too-late' : null;
}

/** The first day on which the notice can be concluded. */
export function concludableFrom(endsOn: PlainDate, dispatch: DispatchRecord | null): PlainDate {
  return addDays(lastNoticeDay(endsOn, dispatch), 1);
}

export function whyNotConcluded(
  member: Pick<Member, 'openObjections' | 'concludedAt' | 'endsOn' | 'dispatch'>,
  { blocked, employment, today }: Readonly<{ blocked: Blocked; employment: EmploymentKind; today: PlainDate }>,
): 'already-concluded' | 'decided' | 'not-at-unit-review' | 'objection-open' | 'dispatch-incomplete' | null {
  if (member.concludedAt !== null) return 'already-concluded';
  if (blocked) return blocked === 'decided' ? 'decided' : 'not-at-unit-review';
  if (member.openObjections > 0) return 'objection-open';
  if (employment !== 'dispatch') return null;
  const isOver = member.dispatch?.otherNotice && concludableFrom(member.endsOn, member.dispatch) <= today;
  return isOver ? null : 'dispatch-incomplete';
}

export type Verdict = 'unfounded' | 'upheld';

/** Of a notice without open objections. */
export function outcomeOf(verdicts: readonly Verdict[]): PublicityOutcome {
  if (verdicts.includes('upheld')) return 'objection-upheld';
  return verdicts.length > 0 ? 'objection-settled' : 'no-objection';
}

/** An approval stands on it: waiting here, on its way, or gone up already. One that the city refused does not count. */
export function isApproved(state: string, pending: Readonly<{ decision: string }> | null): boolean {
  return pending?.decision === 'approve' || ABOVE_UNIT.has(state);
}

const ABOVE_UNIT: ReadonlySet<string> = new Set(['superior-review', 'city-review', 'accepted']);

/** running: until the end of its last day · over: ended and not concluded for all */
export function noticeState(
  { endsOn, isCancelled }: Readonly<{ endsOn: string; isCancelled: boolean }>,
  people: Readonly<{ count: number; concluded: number }>,
  today: PlainDate,
): 'running' | 'over' | 'done' | 'cancelled' {
  if (isCancelled || people.count === 0) return 'cancelled';
  if (people.concluded === people.count) return 'done';
  return today <= endsOn ? 'running' : 'over';
}

/** How far an application is, for the board of deadlines; null: neither the unit nor the applicant has it. */
export type Stage = 'unposted' | 'posted' | 'ended' | 'ready' | 'decided' | 'withApplicant';

export function stageOf(
  state: string,
  pending: Readonly<{ decision: string }> | null,
  notice: Readonly<{ isPosted: boolean; standing: StandingKind; isReady: boolean }>,
): Stage | null {
  if (state === 'with-applicant') return 'withApplicant';
  if (state !== 'unit-review') return null;
  if (pending) return pending.decision === 'approve' ? 'decided' : 'withApplicant';
  if (!notice.isPosted) return 'unposted';
  if (notice.isReady) return 'ready';
  return notice.standing === 'over' || notice.standing === 'concluded' ? 'ended' : 'posted';
}

type StandingKind = 'none' | 'running' | 'over' | 'concluded' | 'objection';

export type Risk = 'late' | 'soon' | 'with-applicant' | 'objection' | 'blocking';

/**
 * Why somebody may miss the closing, the worst first. `startDaysLeft`: to the latest day on which a notice can
 * be posted; null where there is one, or where it cannot be counted.
 */
export function riskOf(
  facts: Readonly<{
    stage: Stage;
    standing: Readonly<{ kind: StandingKind; endsOn?: string }>;
    startDaysLeft: number | null;
    /** last open day, and the days to it */
    closesOn: string;
    closesInDays: number;
    isBlocked: boolean;
  }>,
): Risk | null {
  const { stage, standing, startDaysLeft, closesOn, closesInDays, isBlocked } = facts;
  if (stage === 'decided') return null;
  const endsTooLate = standing.endsOn !== undefined && standing.endsOn >= closesOn;
  const isSoon = Math.min(startDaysLeft ?? Infinity, closesInDays) <= URGENT_DAYS;
  if (closesInDays < 0 || endsTooLate || (startDaysLeft !== null && startDaysLeft < 0)) return 'late';
  if (stage === 'withApplicant') return isSoon ? 'with-applicant' : null;
  if (standing.kind === 'objection') return 'objection';
  if (!isSoon) return null;
  return isBlocked ? 'blocking' : 'soon';
}
