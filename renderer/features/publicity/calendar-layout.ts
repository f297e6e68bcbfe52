/**
 * The planner's calendar as rows of weeks: the band that counts the five days out, the marks in the
 * corners, the notes in the band's line, and a sentence for each day that says all of it. Pure.
 */
import { addDays, formatPaperDate, plainDate, weekdayOf, weekdayWord, type PlainDate } from '#model/beijing-time.ts';
import { lastDayOfMonth } from '#model/months.ts';
import type { Plan, PlanDay } from './types.ts';

export type BandPiece = Readonly<{
  kind: 'posting' | 'counted' | 'skipped';
  text: string;
  /** rounded there; everywhere else the band runs across the edge of the cell */
  isFirst: boolean;
  isLast: boolean;
}>;
/** `short`: where a cell has no room for the whole */
export type Mark = Readonly<{ tone: 'quiet' | 'info' | 'warn' | 'bad'; text: string; short: string }>;
export type DayNote = Readonly<{ tone: 'good' | 'bad'; text: string; short: string }>;
export type CalendarCell = Readonly<{
  date: PlainDate;
  /** 「18」, and the month with it on its first day and in the first cell */
  number: string;
  isPast: boolean;
  isToday: boolean;
  isOff: boolean;
  isPostingDay: boolean;
  band: BandPiece | null;
  note: DayNote | null;
  mark: Mark | null;
  /** everything that is drawn, in words */
  sentence: string;
}>;
export type CalendarWeek = Readonly<{ cells: readonly CalendarCell[]; isTall: boolean }>;

/** What the calendar is drawn from; a plan has all of it. */
export type CalendarFacts = Readonly<{
  today: string;
  postedOn: string;
  days: readonly PlanDay[];
  /** null where the days could not be counted */
  counted: Pick<Plan, 'endsOn' | 'approvableOn' | 'signableOn'> | null;
  /** closings and latest starts, with whose they are */
  closings: ReadonlyMap<string, readonly string[]>;
  latestStarts: ReadonlyMap<string, readonly string[]>;
}>;

const DAYS = 7;
const SHORT_HOLIDAYS: Readonly<Record<string, string>> = { 国庆节: '国庆', 中秋节: '中秋' };

export function factsOf(plan: Plan, nameOf: (committee: string) => string): CalendarFacts {
  const closings = new Map<string, string[]>();
  const latestStarts = new Map<string, string[]>();
  for (const { committee, closesOn, latestStart, verdict } of plan.groups) {
    // one that has passed concerns nobody any more
    if (closesOn !== null && closesOn >= plan.today) addName(closings, closesOn, nameOf(committee));
    if (latestStart.kind === 'date' && verdict !== 'too-late') {
      addName(latestStarts, latestStart.date, nameOf(committee));
    }
  }
  return { ...plan, counted: plan, closings, latestStarts };
}

function addName(names: Map<string, string[]>, date: string, name: string): void {
  const known = names.get(date) ?? [];
  names.set(date, known.includes(name) ? known : [...known, name]);
}

/** While nothing is counted: the month of the posting day, with nothing claimed about any of its days. */
export function plainFacts(today: string, postedOn: string): CalendarFacts {
  const first = plainDate(`${postedOn.slice(0, 8)}01`);
  const last = lastDayOfMonth(first);
  const days: PlanDay[] = [];
  for (let date = mondayOf(first); date <= last || days.length % DAYS !== 0; date = addDays(date, 1)) {
    days.push({ date, kind: 'unknown', holiday: null, counted: date === postedOn ? 0 : null });
  }
  return { today, postedOn, days, counted: null, closings: new Map(), latestStarts: new Map() };
}

function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, -((weekdayOf(date) + DAYS - 1) % DAYS));
}

/** Whole weeks; those after the posting month are left out where nothing happens in them. */
export function weeksOf(facts: CalendarFacts): readonly CalendarWeek[] {
  const cells = facts.days.map((day, at) => cellOf(facts, day, at === 0));
  const weeks = Array.from({ length: Math.ceil(cells.length / DAYS) }, (_, at) => weekOf(cells, at));
  const month = facts.postedOn.slice(0, 7);
  const last = weeks.findLastIndex(
    ({ cells: days, isTall }) => isTall || days.some(({ date }) => date.startsWith(month)),
  );
  return weeks.slice(0, last + 1);
}

function weekOf(cells: readonly CalendarCell[], at: number): CalendarWeek {
  const days = cells.slice(at * DAYS, (at + 1) * DAYS);
  return { cells: days, isTall: days.some(({ band, note }) => band !== null || note !== null) };
}

function cellOf(facts: CalendarFacts, day: PlanDay, isFirstCell: boolean): CalendarCell {
  const date = plainDate(day.date);
  const band = bandOf(facts, day);
  const hasMonth = isFirstCell || date.endsWith('-01');
  return {
    date,
    number: hasMonth ? formatPaperDate(date).replace(/^\d+年/, '') : String(Number(date.slice(8))),
    isPast: date < facts.today,
    isToday: date === facts.today,
    isOff: isOff(day),
    isPostingDay: date === facts.postedOn,
    band,
    note: band === null ? noteOf(facts, date) : null,
    mark: markOf(facts, day, band !== null, hasMonth),
    sentence: sentenceOf(facts, day),
  };
}

function isOff({ kind }: PlanDay): boolean {
  return kind === 'weekend' || kind === 'holiday';
}

function bandOf({ postedOn, counted }: CalendarFacts, day: PlanDay): BandPiece | null {
  const endsOn = counted?.endsOn ?? postedOn;
  if (day.date < postedOn || day.date > endsOn) return null;
  const ends = { isFirst: day.date === postedOn, isLast: day.date === endsOn };
  if (ends.isFirst) return { kind: 'posting', text: '发布', ...ends };
  if (day.counted === null) return { kind: 'skipped', text: '不计', ...ends };
  return { kind: 'counted', text: `第${day.counted}天${ends.isLast ? ' 24:00满' : ''}`, ...ends };
}

/** What stands in the band's line after its end: from when one can approve, and what closes. */
function noteOf({ counted, closings }: CalendarFacts, date: PlainDate): DayNote | null {
  const canApprove =
    date === counted?.approvableOn ? '0时起可通过' : date === counted?.signableOn ? '上班，可通过' : null;
  if (!closings.has(date)) {
    return canApprove === null ? null : { tone: 'good', text: canApprove, short: '可通过' };
  }
  const isLastChance = canApprove !== null;
  return {
    tone: 'bad',
    text: isLastChance ? '可通过，24:00截止' : '24:00 截止',
    short: '截止',
  };
}

/** One in a corner, the one that matters most. */
function markOf(facts: CalendarFacts, day: PlanDay, hasBand: boolean, isNarrow: boolean): Mark | null {
  const mark = wholeMarkOf(facts, day, hasBand);
  return mark && isNarrow ? { ...mark, text: mark.short } : mark;
}

function wholeMarkOf(facts: CalendarFacts, { date, kind, holiday }: PlanDay, hasBand: boolean): Mark | null {
  if (hasBand && facts.closings.has(date)) return { tone: 'bad', text: '24:00 截止', short: '截止' };
  if (facts.latestStarts.has(date)) return { tone: 'warn', text: '最迟发布日', short: '最迟' };
  if (kind === 'makeup-workday') return { tone: 'warn', text: '调休上班', short: '班' };
  if (kind === 'holiday') return { tone: 'quiet', text: `休 ${shortHoliday(holiday)}`.trim(), short: '休' };
  return date === facts.today ? { tone: 'info', text: '今天', short: '今天' } : null;
}

/** 「国庆节、中秋节」 → 「国庆中秋」 */
export function shortHoliday(holiday: string | null): string {
  const names = (holiday ?? '').split('、').map((name) => SHORT_HOLIDAYS[name] ?? name);
  return names.join('');
}

/** 「9月20日 周日，调休上班，公示第1天」 */
function sentenceOf(facts: CalendarFacts, day: PlanDay): string {
  const { date } = day;
  const parts = [
    `${formatPaperDate(date)} ${weekdayWord(date)}`,
    date === facts.today ? '今天' : null,
    day.kind === 'holiday' ? `${day.holiday ?? ''}放假` : KINDS[day.kind],
    ...countedWords(facts, day),
    date === facts.counted?.approvableOn ? '0时起可通过' : null,
    date === facts.counted?.signableOn ? '期满后第一个工作日，可签无异议' : null,
    wordsOf('最迟发布日', facts.latestStarts.get(date)),
    wordsOf('24:00截止', facts.closings.get(date)),
  ];
  return parts.filter((part) => part !== null).join('，');
}

const KINDS: Readonly<Record<Exclude<PlanDay['kind'], 'holiday'>, string>> = {
  workday: '工作日',
  weekend: '休息日',
  'makeup-workday': '调休上班',
  unknown: '未算出',
};

function countedWords(facts: CalendarFacts, day: PlanDay): readonly string[] {
  const band = bandOf(facts, day);
  if (band === null) return [];
  if (band.kind === 'posting') return ['发布日，当天不计'];
  if (band.kind === 'skipped') return ['不计'];
  return [`公示第${day.counted}天`, ...(band.isLast ? ['24:00公示期满'] : [])];
}

function wordsOf(word: string, names: readonly string[] | undefined): string | null {
  return names === undefined ? null : `${names.join('、')}${word}`;
}
