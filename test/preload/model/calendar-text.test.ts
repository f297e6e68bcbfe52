import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate, weekdayOf, weekdayWord, type PlainDate } from '#model/beijing-time.ts';
import { createWorkingCalendar, findCalendarProblems, isWorkingDay, type CalendarYear } from '#model/calendar.ts';
import { parseCalendarText, type GivenCalendar } from '#model/calendar-text.ts';
import { shippedCalendar, shippedYears } from '../../support/calendar.ts';
import { HOLIDAY_NOTICES } from '../../support/holiday-notices.ts';

function parse(text: string, given?: GivenCalendar): CalendarYear {
  const parsed = parseCalendarText(text, given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.details.problems));
  return parsed.value;
}

function problemsOf(text: string, given: GivenCalendar = { year: 2026 }) {
  const parsed = parseCalendarText(text, given);
  return parsed.ok ? [] : parsed.error.details.problems.map(({ code, line, text: meant }) => [code, line, meant]);
}

const noticeOf = (year: number) => HOLIDAY_NOTICES.find((notice) => notice.year === year)?.text ?? '';
const sound = noticeOf(2026);
/** The 2026 notice with one slip of the pen. */
const slip = (from: string, to: string) => {
  expect(sound).toContain(from);
  return sound.replace(from, to);
};
const lineOf = (text: string, words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1;

describe('the notices as they were published', () => {
  const named = shippedYears.flatMap(({ holidays }) => holidays);
  // 31 December 2022 was given by the notice of 2023; the shipped data has it in its own year.
  const noticeYearOf = (date: string) => (date === '2022-12-31' ? 2023 : Number(date.slice(0, 4)));

  it.each(HOLIDAY_NOTICES)('of $year is read as the shipped calendar', ({ year, text }) => {
    const shipped = shippedYears.find((candidate) => candidate.year === year);
    const read = parse(text);
    expect(read.source).toEqual({ ...shipped?.source, dataFrom: '按通知文本录入' });
    expect(read.makeupWorkdays).toEqual(shipped?.makeupWorkdays);
    const expected = named.filter(({ date }) => noticeYearOf(date) === year);
    expect(read.holidays.map(({ date }) => date)).toEqual(expected.map(({ date }) => date));
    // Where two holidays fall together, the notice does not say which day is whose.
    read.holidays.forEach(({ name }, index) => expect(name.split('、')).toContain(expected[index]?.name));
  });

  it('together make the shipped working calendar, day by day', () => {
    const read = createWorkingCalendar(HOLIDAY_NOTICES.map(({ text }) => parse(text)));
    for (let day = plainDate('2022-01-01'); day <= '2026-12-31'; day = addDays(day, 1)) {
      expect([day, isWorkingDay(read, day)]).toEqual([day, isWorkingDay(shippedCalendar, day)]);
    }
  });

  it.each(HOLIDAY_NOTICES)('of $year says the same when its lines were lost on the way', ({ text }) => {
    expect(parse(text.replaceAll('\n', ' '))).toEqual(parse(text));
    expect(parse(text.replaceAll('\n', '\r\n'))).toEqual(parse(text));
  });

  it('says the same under a headline of the news agency', () => {
    const title = '国务院办公厅关于2026年\n部分节假日安排的通知\n国办发明电〔2025〕7号';
    const headline = '　　新华社北京11月4日电　国务院办公厅关于2026年部分节假日安排的通知，全文如下：';
    const read = parse(slip(title, headline));
    expect(read.holidays).toEqual(parse(sound).holidays);
    expect(read.source).toMatchObject({ number: undefined, issuedOn: '2025-11-04' });
  });
});

const TYPED_2027 = `
元旦 2027-01-01至2027-01-03
春节 2月5日—2月11日
清明 4.3-4.5
劳动节：5月1日到5日，共5天，5月8日上班
端午节 6月9日
中秋节: 2027-09-15 ~ 2027-09-17
7、国庆 10/1-10/7
上班 2027-01-30、2027-02-20
调休上班：9月26日（周日） 10月9日
9月18日、19日上班
`;

describe('lines typed off a notice', () => {
  it('are read in any of the ways in which people write days', () => {
    const read = parse(TYPED_2027, { year: 2027, source: { number: '国办发明电〔2026〕9号', issuedOn: '2026-11-20' } });
    expect(read.source).toEqual({
      title: '2027年部分节假日安排',
      number: '国办发明电〔2026〕9号',
      issuedOn: '2026-11-20',
      dataFrom: '按通知文本录入',
    });
    const spans = new Map<string, string[]>();
    for (const { date, name } of read.holidays) spans.set(name, [...(spans.get(name) ?? []), date.slice(5)]);
    expect(Object.fromEntries([...spans].map(([name, days]) => [name, `${days[0]}~${days.at(-1)}`]))).toEqual({
      元旦: '01-01~01-03',
      春节: '02-05~02-11',
      清明: '04-03~04-05',
      劳动节: '05-01~05-05',
      端午: '06-09~06-09',
      中秋: '09-15~09-17',
      国庆节: '10-01~10-07',
    });
    expect(read.makeupWorkdays.map((date) => date.slice(5))).toEqual([
      '01-30',
      '02-20',
      '05-08',
      '09-18',
      '09-19',
      '09-26',
      '10-09',
    ]);
  });

  it('may name a holiday that there was not before', () => {
    const read = parse(`${TYPED_2027}\n抗战胜利纪念日：9月3日（周五）放假1天`, { year: 2027 });
    expect(read.holidays).toContainEqual({ date: '2027-09-03', name: '抗战胜利纪念日' });
  });
});

describe('a slip of the pen', () => {
  it.each([
    ['a wrong day of the week', '1月4日（周日）', '1月4日（周六）', 'wrong-weekday', '1月4日(周六)上班'],
    ['a wrong day', '至23日（农历', '至22日（农历', 'wrong-weekday', '春节'],
    ['a wrong number of days', '共9天', '共8天', 'wrong-count', '春节'],
    ['a span backwards', '2月15日（农历腊月二十八、周日）至23日', '2月15日至13日', 'ends-before-start', '春节'],
    ['a wrong month', '10月1日（周四）至7日（周三）', '10月1日至11月7日', 'too-long', '国庆节'],
    ['a day that is not one', '2月28日（周六）', '2月30日', 'not-a-date', '2月30日上班'],
    ['a day in words', '5月9日（周六）上班', '五月九日上班', 'not-understood', '五月九日上班'],
    ['a name without days', '端午节：6月19日（周五）至21日（周日）', '端午节：', 'not-understood', '端午节'],
    ['a line of something else', '鼓励单位和个人', '另外2月9日可以休息，单位和个人', 'not-understood', '另外'],
    ['days of nobody', '三、清明节：', '', 'no-name', '4月4日(周六)至6日'],
    ['a make-up workday on a weekday', '5月9日（周六）', '5月8日', 'makeup-on-weekday', '2026-05-08'],
    ['a day off and worked', '2月14日（周六）', '2月15日', 'named-twice', '2026-02-15'],
    ['another year', '1月1日（周四）至3日（周六）', '2028年1月1日至3日', 'outside-year', '2028-01-01'],
  ])('%s is named with its line', (_, from, to, code, meant) => {
    const text = slip(from, to);
    const line = lineOf(text, to === '' ? '4月4日' : to);
    const [first] = problemsOf(text, {});
    expect(first?.slice(0, 2)).toEqual([code, line]);
    expect(String(first?.[2])).toContain(meant);
  });

  it('is not followed by what the year as a whole then lacks', () => {
    expect(problemsOf('春节：二月五日至十一日放假\n元旦 2026-01-01')).toEqual([
      ['not-understood', 1, '春节:二月五日至十一日放假'],
    ]);
  });

  it('can be a whole holiday left out', () => {
    expect(problemsOf(slip('五、端午节：6月19日（周五）至21日（周日）放假，共3天。', ''), {})).toEqual([
      ['holiday-missing', 0, '端午'],
    ]);
    expect(problemsOf('').map(([code]) => code)).toEqual([
      ...Array.from({ length: 7 }, () => 'holiday-missing'),
      'too-few-holidays',
    ]);
  });

  it('can be the wrong notice, or none that says its year', () => {
    expect(problemsOf(sound, { year: 2027 })[0]).toEqual(['other-year', 0, '2026']);
    expect(problemsOf(TYPED_2027, {})).toEqual([['year-missing', 0, '']]);
  });

  it('never makes a day worked a day off: 「上班日」 is no holiday', () => {
    for (const words of ['上班日', '补班日', '工作日', '调休日', '调休']) {
      expect(problemsOf(`${words} 2026-01-04`)).toEqual([['not-understood', 1, `${words} 2026-01-04`]]);
    }
  });
});

describe('any sound year', () => {
  /** First possible day, last possible day, longest. */
  const HOLIDAYS = [
    ['元旦', '01-01', '01-01', 5],
    ['春节', '01-21', '02-20', 9],
    ['清明', '04-03', '04-06', 4],
    ['劳动节', '04-28', '05-02', 6],
    ['端午', '05-28', '06-20', 4],
    ['中秋', '09-08', '09-20', 4],
    ['国庆节', '10-01', '10-01', 9],
  ] as const;
  type Span = Readonly<{ name: string; days: readonly PlainDate[] }>;

  const anySpans = (year: number) =>
    fc.tuple(
      ...HOLIDAYS.map(([name, from, to, longest]) =>
        fc.tuple(fc.nat(30), fc.integer({ min: 2, max: longest })).map(([later, length]): Span => {
          const first = addDays(plainDate(`${year}-${from}`), later);
          const start = first > `${year}-${to}` ? plainDate(`${year}-${to}`) : first;
          return { name, days: Array.from({ length }, (_, index) => addDays(start, index)) };
        }),
      ),
    );
  const anyYear = fc
    .integer({ min: 2020, max: 2099 })
    .chain((year) => fc.tuple(fc.constant(year), anySpans(year), fc.uniqueArray(fc.nat(364), { maxLength: 12 })))
    .map(([year, spans, offsets]) => {
      const off = new Set(spans.flatMap(({ days }) => days));
      const isSpareWeekend = (day: PlainDate) => [0, 6].includes(weekdayOf(day)) && !off.has(day);
      const makeup = offsets.map((offset) => addDays(plainDate(`${year}-01-01`), offset)).filter(isSpareWeekend);
      return { year, spans, makeup };
    });

  const monthDay = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
  const PRINTERS = {
    typed: (name: string, first: string, last: string) => `${name} ${first}至${last}`,
    dotted: (name: string, first: string, last: string) =>
      `${name}: ${first.slice(5).replace('-', '.')}-${last.slice(5).replace('-', '.')}`,
    notice: (name: string, first: string, last: string, count: number) =>
      `一、${name}：${monthDay(first)}（${weekdayWord(first)}）至${monthDay(last)}（${weekdayWord(last)}）放假调休，共${count}天。`,
  };

  it('printed and read again is the same, in each way of writing', () => {
    fc.assert(
      fc.property(
        anyYear,
        fc.constantFrom(...(['typed', 'dotted', 'notice'] as const)),
        ({ year, spans, makeup }, style) => {
          const source = { title: '通知', number: '1号', issuedOn: '2026-01-01', dataFrom: '手工' };
          const holidays = spans.flatMap(({ name, days }) => days.map((date) => ({ date, name })));
          const data: CalendarYear = { year, source, holidays, makeupWorkdays: makeup.toSorted() };
          expect(findCalendarProblems(data)).toEqual([]);
          const lines = spans.map(({ name, days }) => PRINTERS[style](name, days[0]!, days.at(-1)!, days.length));
          const worked = style === 'notice' ? `${makeup.map(monthDay).join('、')}上班。` : `上班 ${makeup.join(' ')}`;
          const text = [...lines, ...(makeup.length > 0 ? [worked] : [])].join('\n');
          expect(parse(text, { year, source })).toEqual(data);
        },
      ),
    );
  });

  it('no text, whatever it is, makes it throw', () => {
    const scraps = fc.constantFrom(
      '元旦',
      '1月1日',
      '至',
      '3日',
      '（周四）',
      '上班',
      '放假',
      '，',
      '。',
      '\n',
      '2026-02-30',
      '共3天',
      ' ',
      '班',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(scraps).map((words) => words.join('')),
        ),
        (text) => {
          const answer = parseCalendarText(text, { year: 2026 });
          expect(answer.ok || answer.error.details.problems.length > 0).toBe(true);
        },
      ),
    );
  });
});
