/**
 * A year's calendar from text: the notice of the State Council's office as it is copied off its page,
 * or lines typed from it, such as 「春节 2月5日—2月11日」 and 「上班 2027-01-04」. Nothing is skipped in
 * silence: what is neither the notice's usual frame nor understood is a problem with its line. What
 * the notice says twice (days of the week, 「共3天」) is used to catch slips of the pen.
 */
import { addDays, diffDays, parsePlainDate, weekdayOf, yearOf, type PlainDate } from './beijing-time.ts';
import { findCalendarProblems, type CALENDAR_PROBLEMS, type CalendarSource, type CalendarYear } from './calendar.ts';
import { failWith, ok, type DetailedFailure, type DetailedResult } from './result.ts';
import { visibleText } from './typed-text.ts';

export type CalendarTextProblemCode =
  | (typeof CALENDAR_PROBLEMS)[number]
  /** neither days off nor make-up workdays nor the frame of a notice */
  | 'not-understood'
  /** days off of no holiday */
  | 'no-name'
  /** 「1月4日（周六）」 where it is a Sunday */
  | 'wrong-weekday'
  /** 「共3天」 where four days are named */
  | 'wrong-count'
  | 'ends-before-start'
  /** longer than any holiday: most likely a wrong month */
  | 'too-long'
  /** one of the seven holidays is not named; `text` is its name */
  | 'holiday-missing'
  /** no year was given, and the text names none */
  | 'year-missing'
  /** the notice is that of another year than was asked for; `text` is its year */
  | 'other-year';

/** `line` from 1, 0 for the text as a whole; `text` is what is meant, as written. */
export type CalendarTextProblem = Readonly<{ code: CalendarTextProblemCode; line: number; text: string }>;

/** `understood`: the days that were made out all the same, to be shown beside the problems */
export type CalendarTextFailure = DetailedFailure<
  'calendar-text',
  Readonly<{
    problems: readonly CalendarTextProblem[];
    understood: Pick<CalendarYear, 'holidays' | 'makeupWorkdays'>;
  }>
>;

/** What the person says about the text; it goes before what the text says of itself. */
export type GivenCalendar = Readonly<{ year?: number | undefined; source?: Partial<CalendarSource> | undefined }>;

type Sentence = Readonly<{ line: number; text: string }>;
type Days = Readonly<{ first: PlainDate; last: PlainDate }>;
/** `days` is null where the dates make none. */
type Span = Readonly<{ days: Days | null; problems: readonly CalendarTextProblemCode[] }>;
type Reading = Readonly<{
  off: readonly PlainDate[];
  worked: readonly PlainDate[];
  problems: readonly CalendarTextProblemCode[];
}>;
type FoundSource = Readonly<{
  year: number | null;
  title: string | undefined;
  number: string | undefined;
  issuedOn: PlainDate | undefined;
  issuedText: string | undefined;
}>;

/** 全国年节及纪念日放假办法, art. 2; named as the shipped calendars have them. */
const HOLIDAYS = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆节'];
const SHORT_NAMES: Readonly<Record<string, string>> = {
  元旦节: '元旦',
  清明节: '清明',
  劳动: '劳动节',
  端午节: '端午',
  中秋节: '中秋',
  国庆: '国庆节',
};
/** No holiday was ever longer than nine days. */
const LONGEST_DAYS = 15;
const WEEKDAYS = '日一二三四五六';

const TITLE = /国务院办公厅关于(\d{4})年部分节假日安排的通知/;
const NUMBER = /国办发(?:明电)?〔\d{4}〕\d+号/;
const ISSUED = /国务院办公厅(\d{4}年\d{1,2}月\d{1,2}日)/;
/** How the sentences of a notice begin that name no days; those of 2022–2026. */
const FRAME =
  /^(?:新华社|国务院办公厅|关于\d{4}年|部分节假日安排的通知|国办发|各省|经(?:党中央、)?国务院批准|据此|按照上述原则|鼓励|节假日期间)/;
const KNOWN = '(?:元旦|春节|清明|劳动|端午|中秋|国庆)节?';
/** A holiday's name, a new one included, or two that fall together: 「国庆节、中秋节」. */
const NAMES = new RegExp(
  String.raw`^(?:${KNOWN}|\p{Script=Han}{1,12}?(?:节|纪念日))(?:[、和及]${KNOWN})*(?=[\s:\d])`,
  'u',
);
const ORDINAL = /^(?:[一二三四五六七八九十]+、|\d{1,2}[.、](?!\d))\s*/;
/** 「二、春节」 begins a sentence even where a copied notice has lost its lines. */
const SENTENCE_END = new RegExp(`[。;]|(?=[一二三四五六七八九十]、${KNOWN})`, 'u');

/** 「2026年1月1日」「1月1日」「3日」, or 「2027-01-01」「1.1」. */
const DATE = String.raw`(?<!\d)(?:(?:(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*)?\d{1,2}\s*[日号]|(?:\d{4}[-./])?\d{1,2}[-./]\d{1,2}(?!\d))`;
/** 「(周四)」「(农历除夕、周二)」「星期六」 */
const REMARK = String.raw`(?:\s*(\([^()]*\)|(?:周|星期)[日天一二三四五六]))?`;
const SPAN = new RegExp(String.raw`(${DATE})${REMARK}(?:\s*(?:至|到|~|-|[–—―]{1,2})\s*(${DATE})${REMARK})?`, 'gu');
/** Stands for a span where only the words around them matter. */
const MARK = '\uE000';
const WORKED = '(?:均|正常|调休)?(?:上班|补班)';
/** Days are off unless the words after them say that they are worked. */
const SHAPE = new RegExp(
  `^(?:(?:调休)?(?:上班|补班)(?<workedFirst>${MARK}+)|` +
    `(?:(?<off>${MARK}+)(?!${MARK}|${WORKED})` +
    String.raw`(?:放假|调休|补休|休息)*(?:共?(?<count>\d+)天)?(?:与周末|不?调休|连休)*)?` +
    `(?:(?<worked>${MARK}+)${WORKED})?)$`,
  'u',
);

export function parseCalendarText(
  text: string,
  given: GivenCalendar = {},
): DetailedResult<CalendarYear, CalendarTextFailure> {
  const written = visibleText(text);
  const found = findSource(written);
  const year = given.year ?? found.year;
  if (year === null) {
    const understood = { holidays: [], makeupWorkdays: [] };
    return failWith('calendar-text', { problems: [{ code: 'year-missing', line: 0, text: '' }], understood });
  }
  const { data, problems, lines } = readSentences(sentencesOf(written, found), year);
  const isOtherYear = found.year !== null && found.year !== year;
  if (isOtherYear) problems.push({ code: 'other-year', line: 0, text: String(found.year) });
  const source = sourceOf(year, found, given.source);
  const calendarYear: CalendarYear = { year, source, ...data };
  const ofDays = findCalendarProblems(calendarYear).filter(({ date }) => date !== '');
  problems.push(...ofDays.map(({ code, date }) => ({ code, line: lines.get(date) ?? 0, text: date })));
  // What a whole year lacks is worth saying only when every line was understood.
  if (problems.length === 0) problems.push(...findGaps(calendarYear));
  if (problems.length === 0) return ok(calendarYear);
  return failWith('calendar-text', { problems: problems.toSorted((a, b) => a.line - b.line), understood: data });
}

function findGaps(data: CalendarYear): readonly CalendarTextProblem[] {
  const named = new Set(data.holidays.flatMap(({ name }) => name.split('、')));
  const missing = HOLIDAYS.filter((name) => !named.has(name));
  return [
    ...missing.map((text) => ({ code: 'holiday-missing' as const, line: 0, text })),
    ...findCalendarProblems(data).map(({ code, date }) => ({ code, line: 0, text: date })),
  ];
}

/** What a whole notice says of itself; its title may run over two lines. */
function findSource(written: string): FoundSource {
  const compact = written.replaceAll(/\s+/g, '');
  const [title, titleYear] = TITLE.exec(compact) ?? [];
  const year = titleYear ?? /现将(\d{4})年/.exec(compact)?.[1];
  const issuedText = ISSUED.exec(compact)?.[1];
  return {
    year: year === undefined ? null : Number(year),
    title,
    number: NUMBER.exec(compact)?.[0],
    issuedOn: (issuedText && readDate(issuedText, 0, null)) || undefined,
    issuedText,
  };
}

function sourceOf(year: number, found: FoundSource, given: Partial<CalendarSource> = {}): CalendarSource {
  return {
    title: given.title ?? found.title ?? `${year}年部分节假日安排`,
    number: given.number ?? found.number,
    issuedOn: given.issuedOn ?? found.issuedOn,
    dataFrom: given.dataFrom ?? '按通知文本录入',
  };
}

/** Sentences that may name days, without their ordinals; the frame and the date of issue are left out. */
function sentencesOf(written: string, { issuedText }: FoundSource): readonly Sentence[] {
  return written.split(/\r\n|\r|\n/).flatMap((content, index) =>
    content
      .split(SENTENCE_END)
      .map((text) => ({ line: index + 1, text: text.trim().replace(ORDINAL, '') }))
      .filter(({ text }) => text !== '' && text.replaceAll(/\s+/g, '') !== issuedText && !FRAME.test(text)),
  );
}

function readSentences(sentences: readonly Sentence[], year: number) {
  const holidays: { date: PlainDate; name: string }[] = [];
  const makeupWorkdays: PlainDate[] = [];
  const problems: CalendarTextProblem[] = [];
  const lines = new Map<string, number>();
  let named = { line: 0, name: '' };
  for (const { line, text } of sentences) {
    const start = NAMES.exec(text)?.[0] ?? '';
    // A name holds for the rest of its line: 「放假调休，共3天。1月4日上班。」
    if (start !== '' || line !== named.line) named = { line, name: shortNames(start) };
    const { off, worked, problems: codes } = readSentence(text.slice(start.length), year);
    holidays.push(...off.map((date) => ({ date, name: named.name })));
    makeupWorkdays.push(...worked);
    for (const date of [...off, ...worked]) lines.set(date, line);
    problems.push(...codes.map((code) => ({ code, line, text })));
    if (off.length > 0 && named.name === '') problems.push({ code: 'no-name', line, text });
  }
  const data = {
    holidays: holidays.toSorted((a, b) => a.date.localeCompare(b.date)),
    makeupWorkdays: makeupWorkdays.toSorted(),
  };
  return { data, problems, lines };
}

function shortNames(names: string): string {
  const short = names.split(/[、和及]/).map((name) => SHORT_NAMES[name] ?? name);
  return short.join('、');
}

/** A sentence without its name: 「1月1日(周四)至3日(周六)放假调休,共3天」, 「1月4日(周日)上班」. */
function readSentence(text: string, year: number): Reading {
  const spans = readSpans(text, year);
  const shape = SHAPE.exec(text.replaceAll(SPAN, MARK).replaceAll(/[\s、,:和及]/g, ''))?.groups;
  const offCount = shape?.['off']?.length ?? 0;
  const workedCount = (shape?.['worked'] ?? shape?.['workedFirst'] ?? '').length;
  if (shape === undefined || spans.length === 0 || spans.length !== offCount + workedCount)
    return { off: [], worked: [], problems: ['not-understood'] };
  const off = spans.slice(0, offCount).flatMap(listDays);
  const worked = spans.slice(offCount).flatMap(listDays);
  const problems = spans.flatMap((span) => span.problems);
  const said = shape['count'];
  const isCountWrong = problems.length === 0 && said !== undefined && Number(said) !== off.length;
  return { off, worked, problems: isCountWrong ? ['wrong-count'] : problems };
}

function readSpans(text: string, year: number): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(SPAN)) spans.push(readSpan(match, year, spans.at(-1)?.days?.last ?? null));
  return spans;
}

/** `previous`: the date before it in the sentence, with whose month 「8日、9日」 goes on. */
function readSpan(match: RegExpExecArray, year: number, previous: PlainDate | null): Span {
  const [, from = '', fromRemark = '', to, toRemark = ''] = match;
  const first = readDate(from, year, previous);
  // The end goes on with the year of the start: 「2026年1月1日至3日」.
  const last = to === undefined || first === null ? first : readDate(to, yearOf(first), first);
  if (first === null || last === null) return { days: null, problems: ['not-a-date'] };
  if (last < first) return { days: null, problems: ['ends-before-start'] };
  if (diffDays(first, last) >= LONGEST_DAYS) return { days: null, problems: ['too-long'] };
  const isWeekdayWrong = isOtherWeekday(fromRemark, first) || isOtherWeekday(toRemark, last);
  return { days: { first, last }, problems: isWeekdayWrong ? ['wrong-weekday'] : [] };
}

function readDate(text: string, year: number, previous: PlainDate | null): PlainDate | null {
  const [day = '', month, written] = (text.match(/\d+/g) ?? []).toReversed();
  if (month === undefined) return previous && parsePlainDate(previous.slice(0, 8) + day.padStart(2, '0'));
  return parsePlainDate(`${written ?? year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function isOtherWeekday(remark: string, date: PlainDate): boolean {
  const said = /(?:周|星期)([日天一二三四五六])/.exec(remark)?.[1]?.replace('天', '日');
  return said !== undefined && said !== WEEKDAYS[weekdayOf(date)];
}

function listDays({ days }: Span): readonly PlainDate[] {
  if (days === null) return [];
  return Array.from({ length: diffDays(days.first, days.last) + 1 }, (_, index) => addDays(days.first, index));
}
