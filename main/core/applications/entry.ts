/** The queue's entry of one application: what is kept of it, what lies beside it, and the day. */
import type { PlainDate } from '#model/beijing-time.ts';
import type { WorkingCalendar } from '#model/calendar.ts';
import { CHANCES } from '#model/chances.ts';
import type { Finding } from '#model/finding.ts';
import { MODULES } from '#model/modules.ts';
import { answered, countOpen, type Checks } from '../findings/findings.service.ts';
import type { DecisionView } from '../outbox/outbox.service.ts';
import type { Digest } from './digest.ts';
import type { Marks } from './marks.ts';
import type { QueueEntry, QueueRow } from './queue-index.ts';
import { seenModules } from './seen.ts';
import {
  approvalGaps,
  latestStartOf,
  publicityStanding,
  standingForms,
  viewsOf,
  whyNotActionable,
  type LatestStart,
  type StandingForms,
} from './standing.ts';

export type EntryParts = Readonly<{
  digest: Digest;
  marks: Marks;
  /** found in its content, and beside other applications */
  content: readonly Finding[];
  cross: readonly Finding[];
}>;
type Moment = Readonly<{ now: number; today: PlainDate; calendar: WorkingCalendar; checks: Checks }>;

export function makeEntry({ digest, marks, content, cross }: EntryParts, moment: Moment): QueueEntry {
  const { today, calendar } = moment;
  const { decision } = marks;
  const pending = decision && isPending(decision, digest.version) ? decision : null;
  const forms = standingForms(digest, marks);
  const latestStart = latestStartOf({ ...digest, publicity: forms.publicity }, today, calendar);
  const chancesLeft = Math.max(0, CHANCES - digest.chancesUsed - (pending && pending.act !== 'approve' ? 1 : 0));
  const isActionable = whyNotActionable(digest, pending !== null) === null;
  const standing = standingOf({ digest, forms, latestStart, chancesLeft, isActionable }, moment);
  const findings = answered([...content, ...standing, ...cross], marks.answers);
  const row: QueueRow = {
    id: digest.id,
    version: digest.version,
    name: digest.name,
    department: digest.department,
    title: digest.title,
    committee: digest.committee,
    state: digest.state,
    closesAt: digest.closesAt,
    latestStart,
    opinion: opinionStanding(forms.hasOpinion, marks.hasOpinionDraft),
    publicity: publicityStanding(forms.publicity, today, calendar),
    chancesLeft,
    strikes: digest.strikes,
    findings: countOpen(findings),
    submission: digest.submission,
    seen: { done: seenModules(digest, marks.seen).length, total: MODULES.length },
    hasDraft: marks.hasDraft,
    pending: pending && { decision: pending.act, delivery: pending.delivery, commandId: pending.commandId },
    delivery: decision?.delivery ?? null,
  };
  const gaps = approvalGaps(forms, digest.employment, findings, today);
  return { digest, content, marks, row, forms, findings, views: viewsOf(row, gaps.length === 0) };
}

type Standing = Readonly<{
  digest: Digest;
  forms: StandingForms;
  latestStart: LatestStart;
  chancesLeft: number;
  isActionable: boolean;
}>;

function standingOf(
  { digest, forms, latestStart, chancesLeft, isActionable }: Standing,
  { now, today, checks }: Moment,
): readonly Finding[] {
  return checks.standing({
    state: digest.state,
    kind: digest.kind,
    employment: digest.employment,
    isActionable,
    submission: digest.submission,
    submittedAt: digest.submittedAt,
    closesAt: digest.closesAt,
    degreeRecords: digest.degreeRecords,
    chancesLeft,
    strikes: digest.strikes,
    opinionAt: forms.opinionAt,
    publicity: forms.publicity,
    latestStart: latestStart.kind === 'date' ? latestStart : null,
    now,
    today,
  });
}

function opinionStanding(isSubmitted: boolean, isDrafted: boolean): QueueRow['opinion'] {
  if (isSubmitted) return 'submitted';
  return isDrafted ? 'draft' : 'none';
}

/** The city has not answered, or has and its new state has not come down yet. */
export function isPending(decision: DecisionView, version: number): boolean {
  if (decision.delivery === 'waiting' || decision.delivery === 'due' || decision.delivery === 'sending') return true;
  return decision.delivery === 'effective' && version <= decision.baseVersion;
}
