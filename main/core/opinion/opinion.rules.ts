/** What an opinion is written from, and what one form takes over from another. Pure. */
import type { Application, PublicityRecord } from '#model/application.ts';
import { addDays, type PlainDate } from '#model/beijing-time.ts';
import { countWorkingDays, type WorkingCalendar } from '#model/calendar.ts';
import { presentTitle } from '#model/present-title.ts';
import { EMPTY_OPINION, type OpinionCommonPart, type OpinionForm } from '#model/opinion-form.ts';
import { recommendationFor, type OpinionFacts, type OpinionPublicity } from '#model/opinion-text.ts';

/** `noticeId` null: posted elsewhere */
type Posted = Readonly<{ record: PublicityRecord; noticeId: string | null }>;

export function factsOf(
  { applicant, filing, modules }: Pick<Application, 'applicant' | 'filing' | 'modules'>,
  unitName: string,
  posted: Posted | null,
  calendar: WorkingCalendar,
): OpinionFacts {
  const present = presentTitle({ modules })?.fields;
  return {
    name: applicant.name,
    department: applicant.department,
    title: filing.title,
    // what was filed may be longer than any title is
    presentTitle: (present?.['title'] ?? '').slice(0, 100),
    presentSince: (present?.['obtainedOn'] ?? '').slice(0, 10),
    unitName,
    publicity: posted && publicityOf(posted, calendar),
  };
}

function publicityOf({ record, noticeId }: Posted, calendar: WorkingCalendar): OpinionPublicity {
  const { postedOn, endsOn, place, openObjections, concludedAt, outcome, dispatch } = record;
  const counted = countWorkingDays(calendar, addDays(postedOn as PlainDate, 1), endsOn as PlainDate);
  const other = dispatch?.otherNotice;
  return {
    postedOn,
    endsOn,
    place,
    workingDays: counted.ok ? counted.value : null,
    openObjections,
    isConcluded: concludedAt !== null,
    outcome,
    noticeId,
    other: other ? { unit: dispatch.otherUnit, ...other } : null,
  };
}

/** What the unit said last time is likely to hold for the next person; votes and the meeting are asked anew. */
export function suggestedForm(last: OpinionForm | null, title: string, head: string): OpinionForm {
  if (last === null) return { ...EMPTY_OPINION, head };
  const recommendation = recommendationFor(last.recommendation, title);
  return { ...EMPTY_OPINION, way: last.way, scope: last.scope, head: last.head || head, recommendation };
}

/** A form of before a reset: what it says of the person may still be true, how it came about is over. */
export function carriedOver(suggested: OpinionForm, { evaluation }: Pick<OpinionForm, 'evaluation'>): OpinionForm {
  return { ...suggested, evaluation };
}

/**
 * The form with what another has in common, for somebody who files for `title`. Null where somebody has typed
 * something else, or changed the text by hand: that is never overwritten. Null, too, when nothing would be new.
 */
export function withCommonPart(form: OpinionForm, common: OpinionCommonPart, title: string): OpinionForm | null {
  if (form.ownText !== null) return null;
  const words = { ...common, recommendation: recommendationFor(common.recommendation, title) };
  const given = Object.entries(words).filter(([field, value]) => value !== emptyOf(field));
  const news = given.filter(([field, value]) => form[field as keyof OpinionForm] !== value);
  const isOpen = ([field]: (typeof given)[number]) => form[field as keyof OpinionForm] === emptyOf(field);
  return news.length > 0 && news.every(isOpen) ? { ...form, ...Object.fromEntries(news) } : null;
}

function emptyOf(field: string): OpinionForm[keyof OpinionForm] {
  return EMPTY_OPINION[field as keyof OpinionForm];
}
