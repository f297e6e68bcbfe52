/** Where an application stands today: publicity, what an approval lacks, the latest start, the views it is in. */
import type * as z from 'zod';
import type { ApprovalGapSchema, LatestStartSchema, PublicityStandingSchema } from '#contract/applications.contract.ts';
import { addDays, diffDays, lastDayBefore, type PlainDate } from '#model/beijing-time.ts';
import type { EmploymentKind } from '#model/application.ts';
import { STRIKES } from '#model/chances.ts';
import { countWorkingDays, type WorkingCalendar } from '#model/calendar.ts';
import { isDispatchComplete, lastNoticeDay, latestStart, PUBLICITY_DAYS, URGENT_DAYS } from '#model/publicity-dates.ts';
import type { AnsweredFinding } from '../findings/findings.service.ts';
import type { Digest } from './digest.ts';
import type { QueueRow, QueueView } from './queue-index.ts';

export type ApprovalGap = z.infer<typeof ApprovalGapSchema>;
export type LatestStart = z.infer<typeof LatestStartSchema>;
type PublicityStanding = z.infer<typeof PublicityStandingSchema>;
type Publicity = Digest['publicity'];

export type StandingForms = Readonly<{
  hasOpinion: boolean;
  /** when the opinion that stands was submitted, where that is known */
  opinionAt: number | null;
  publicity: Publicity;
  noticeId: string | null;
}>;

/** This computer's own forms come first: they are what it has told the city, or is going to. */
export function standingForms(
  digest: Pick<Digest, 'hasOpinion' | 'opinionAt' | 'publicity' | 'round'>,
  own: Readonly<{
    opinion: Readonly<{ round: number; submittedAt: number }> | null;
    notice: Readonly<{ round: number; noticeId: string; record: Publicity }> | null;
  }>,
): StandingForms {
  const notice = own.notice?.round === digest.round ? own.notice : null;
  const opinion = own.opinion?.round === digest.round ? own.opinion : null;
  return {
    hasOpinion: digest.hasOpinion || opinion !== null,
    opinionAt: opinion?.submittedAt ?? digest.opinionAt,
    publicity: notice ? notice.record : digest.publicity,
    noticeId: notice?.record ? notice.noticeId : null,
  };
}

/** Q18: posted, five working days, no open objection, concluded. */
export function publicityStanding(
  publicity: Publicity,
  today: PlainDate,
  calendar: WorkingCalendar,
): PublicityStanding {
  if (!publicity) return { kind: 'none' };
  if (publicity.openObjections > 0) return { kind: 'objection' };
  const endsOn = publicity.endsOn as PlainDate;
  if (publicity.concludedAt !== null) return { kind: 'concluded', endsOn };
  if (endsOn < today) return { kind: 'over', endsOn };
  const counted = countWorkingDays(calendar, addDays(publicity.postedOn as PlainDate, 1), today);
  const day = counted.ok ? Math.min(counted.value, PUBLICITY_DAYS) : 0;
  return { kind: 'running', day, days: PUBLICITY_DAYS, endsOn };
}

/** Why the unit cannot act on it, or null (五(二)3(2); 五(三) 注意). */
export function whyNotActionable(
  application: Pick<Digest, 'state' | 'strikes'>,
  isDecided: boolean,
): 'closed-for-year' | 'not-at-unit-review' | 'decided' | null {
  if (application.state === 'closed' || application.strikes >= STRIKES) return 'closed-for-year';
  if (isDecided) return 'decided';
  return application.state === 'unit-review' ? null : 'not-at-unit-review';
}

/** Findings that another gap already says. */
const TOLD_BY_GAPS: ReadonlySet<string> = new Set(['publicity.objection', 'publicity.dispatch']);

/** What stands between an application and its approval (product rule 2); empty when nothing does. */
export function approvalGaps(
  forms: Pick<StandingForms, 'hasOpinion' | 'publicity'>,
  employment: EmploymentKind,
  findings: readonly Pick<AnsweredFinding, 'rule' | 'severity' | 'answer'>[],
  today: PlainDate,
): readonly ApprovalGap[] {
  const gaps = formGaps(forms, employment, today);
  const blocking = findings.filter(
    ({ severity, answer, rule }) => severity === 'blocking' && answer === null && !TOLD_BY_GAPS.has(rule),
  );
  return blocking.length === 0
    ? gaps
    : [...gaps, { code: 'findings-blocking', possibleFrom: null, count: blocking.length }];
}

function formGaps(
  { hasOpinion, publicity }: Pick<StandingForms, 'hasOpinion' | 'publicity'>,
  employment: EmploymentKind,
  today: PlainDate,
): readonly ApprovalGap[] {
  const gaps: ApprovalGap[] = [];
  if (!hasOpinion) gaps.push(gap('opinion-missing'));
  if (!publicity) return [...gaps, gap('publicity-missing')];
  if (publicity.openObjections > 0) gaps.push(gap('objection-open'));
  if (publicity.outcome === 'objection-upheld') gaps.push(gap('objection-upheld'));
  const endsOn = lastNoticeDay(publicity.endsOn as PlainDate, publicity.dispatch ?? null);
  if (today <= endsOn) gaps.push(gap('publicity-running', addDays(endsOn, 1)));
  else if (publicity.concludedAt === null) gaps.push(gap('publicity-unconcluded'));
  if (employment === 'dispatch' && !isDispatchComplete(publicity.dispatch ?? null))
    gaps.push(gap('dispatch-incomplete'));
  return gaps;
}

function gap(code: ApprovalGap['code'], possibleFrom: PlainDate | null = null): ApprovalGap {
  return { code, possibleFrom, count: null };
}

/** 最迟公示日 (product rule 5). `closesAt` is the instant after 24:00 of the closing day. */
export function latestStartOf(
  digest: Pick<Digest, 'state' | 'publicity' | 'closesAt'>,
  today: PlainDate,
  calendar: WorkingCalendar,
): LatestStart {
  if (digest.state !== 'unit-review' || digest.publicity) return { kind: 'not-needed' };
  if (digest.closesAt === null) return { kind: 'no-window' };
  const start = latestStart(calendar, lastDayBefore(digest.closesAt));
  if (!start.ok) return { kind: 'calendar-missing', year: start.error.details.year };
  return { kind: 'date', date: start.value, daysLeft: diffDays(today, start.value) };
}

/** The views of ux 3.2 that a row is in. `isReady`: nothing stands between it and an approval. */
export function viewsOf(row: QueueRow, isReady: boolean): ReadonlySet<QueueView> {
  const views = new Set<QueueView>(['all']);
  const { pending, latestStart: start } = row;
  if (whyNotActionable(row, pending !== null) === null) {
    views.add('to-review');
    if (start.kind === 'date' && start.daysLeft <= URGENT_DAYS) views.add('urgent');
    if (isReady) views.add('ready');
    if (row.submission > 1) views.add('resubmitted');
  }
  const isReturned = pending ? pending.decision !== 'approve' : row.state === 'with-applicant';
  if (isReturned) views.add('with-applicant');
  if (row.delivery && UNDELIVERED.has(row.delivery)) views.add('undelivered');
  return views;
}

const UNDELIVERED: ReadonlySet<string> = new Set(['waiting', 'due', 'sending', 'attention']);
