/** What the papers with templates are written from, out of what was filed, posted and decided. */
import { plainDate, weekdayOf, type PlainDate } from '#model/beijing-time.ts';
import { listWorkingDays, type WorkingCalendar } from '#model/calendar.ts';
import { PUBLICITY_DAYS } from '#model/publicity-dates.ts';
import type { Enrolment } from '../unit/unit.service.ts';
import type { PostedNotice } from '../publicity/publicity.service.ts';
import type { CountedDay, NoticeInput, ObjectionInput, UnitInput } from './templates/inputs.ts';

export function unitInput({ unit, year }: Pick<Enrolment, 'unit' | 'year'>): UnitInput {
  const { name, contact, phone } = unit;
  return { name, year, contact, phone };
}

/** None where the calendar of its year is not there. */
export function countedDays(calendar: WorkingCalendar, postedOn: string): readonly CountedDay[] {
  const days = listWorkingDays(calendar, plainDate(postedOn), PUBLICITY_DAYS);
  return days.ok ? days.value.map((date) => ({ date, isMakeUp: isWeekend(date) })) : [];
}

function isWeekend(date: PlainDate): boolean {
  const day = weekdayOf(date);
  return day === 0 || day === 6;
}

export function noticeInput(
  calendar: WorkingCalendar,
  { postedOn, endsOn, facts }: Pick<PostedNotice, 'postedOn' | 'endsOn' | 'facts'>,
): NoticeInput {
  return { postedOn, endsOn, facts, days: countedDays(calendar, postedOn) };
}

export function objectionInputs(
  { objections, members }: PostedNotice,
  applicationId?: string,
): readonly ObjectionInput[] {
  const names = new Map(members.map((member) => [member.applicationId, member.name]));
  return objections
    .filter((objection) => applicationId === undefined || objection.applicationId === applicationId)
    .map((objection) => ({
      name: names.get(objection.applicationId) ?? '',
      receivedOn: objection.receivedOn,
      from: objection.from,
      way: objection.way,
      content: objection.content,
      investigation: objection.investigation,
      verdict: objection.verdict,
      settledOn: objection.settledOn,
    }));
}
