/**
 * The dates of a publicity notice (公示, Q18): at least five working days. Q18 does not say from when
 * they run; the posting day is not counted (rule A, after art. 201 of the Civil Code), which is the
 * reading that can never be too short. Rule B, which counts a worked posting day, is shown beside it
 * because some offices are used to it; nothing is decided by it.
 */
import { DISPATCH_SIDES, type DispatchRecord } from './application.ts';
import { endOfDay, type PlainDate } from './beijing-time.ts';
import {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayUpTo,
  listWorkingDays,
  type CalendarAnswer,
  type WorkingCalendar,
} from './calendar.ts';
import { ok } from './result.ts';

/** Q18 */
export const PUBLICITY_DAYS = 5;

/** So few days before the latest start it is red, wherever it is shown (ux 3.2). */
export const URGENT_DAYS = 3;

export type PublicityPlan = Readonly<{
  postedOn: PlainDate;
  /** the five days that count */
  countedDays: readonly PlainDate[];
  /** the fifth of them; the notice stands until its 24:00 */
  endsOn: PlainDate;
  /** epoch ms; approving before it is refused (product rule 4) */
  approvableFrom: number;
  /** the next working day, on which 「无异议」 can be signed and sealed; may lie in a year not loaded */
  signableOn: CalendarAnswer<PlainDate>;
  /** the end when a worked posting day is the first of the five */
  endsOnByRuleB: PlainDate;
}>;

/** 双公示、双审核、双盖章 (Q18): nothing of either unit is missing. */
export function isDispatchComplete(dispatch: DispatchRecord | null): boolean {
  if (!dispatch?.otherNotice) return false;
  return DISPATCH_SIDES.every((side) => dispatch.reviewed.includes(side) && dispatch.sealed.includes(side));
}

/** Of two notices the one that ends later decides (Q18, dispatch staff). */
export function lastNoticeDay(endsOn: PlainDate, dispatch: DispatchRecord | null): PlainDate {
  const other = dispatch?.otherNotice?.endsOn;
  return other && other > endsOn ? (other as PlainDate) : endsOn;
}

/** Counts forward from the posting day. */
export function planPublicity(calendar: WorkingCalendar, postedOn: PlainDate): CalendarAnswer<PublicityPlan> {
  const counted = listWorkingDays(calendar, postedOn, PUBLICITY_DAYS);
  if (!counted.ok) return counted;
  const isPostedOnWorkingDay = isWorkingDay(calendar, postedOn);
  if (!isPostedOnWorkingDay.ok) return isPostedOnWorkingDay;
  const endsOn = counted.value[PUBLICITY_DAYS - 1] as PlainDate;
  const lastByRuleB = isPostedOnWorkingDay.value ? PUBLICITY_DAYS - 2 : PUBLICITY_DAYS - 1;
  return ok({
    postedOn,
    countedDays: counted.value,
    endsOn,
    approvableFrom: endOfDay(endsOn),
    signableOn: addWorkingDays(calendar, endsOn, 1),
    endsOnByRuleB: counted.value[lastByRuleB] as PlainDate,
  });
}

/**
 * 最迟公示日 (product rule 5): the last working day on which a notice can be posted and still be
 * signed, on the working day after its end, on `closesOn` at the latest. `closesOn` is the last day
 * of the window, `lastDayBefore(closesAt)`. Posting on a day off before the next working day would end
 * on the same day, but nobody is there to read it.
 */
export function latestStart(calendar: WorkingCalendar, closesOn: PlainDate): CalendarAnswer<PlainDate> {
  const signedOn = lastWorkingDayUpTo(calendar, closesOn);
  return signedOn.ok ? addWorkingDays(calendar, signedOn.value, -(PUBLICITY_DAYS + 1)) : signedOn;
}
