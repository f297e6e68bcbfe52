/** The planner's calendar as mock 04 draws it, and over every posting day that the shipped calendars know. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, diffDays, plainDate } from '#model/beijing-time.ts';
import {
  factsOf,
  plainFacts,
  weeksOf,
  type CalendarCell,
  type CalendarWeek,
} from '../../../../renderer/features/publicity/calendar-layout.ts';
import type { Plan } from '../../../../renderer/features/publicity/types.ts';
import { groupOf, planOf, TODAY } from './made.ts';

const short = (committee: string) => committee.replace('昆明市', '市').replace('评审委员会', '');
const drawn = (plan: Plan) => weeksOf(factsOf(plan, short));
const cellOn = (weeks: readonly CalendarWeek[], date: string): CalendarCell => {
  const cell = weeks.flatMap(({ cells }) => cells).find((one) => one.date === date);
  if (!cell) throw new Error(`${date} is not drawn`);
  return cell;
};
const bands = (weeks: readonly CalendarWeek[]) =>
  weeks.flatMap(({ cells }) => cells.flatMap(({ date, band }) => (band ? [{ date: date.slice(5), ...band }] : [])));

describe('mock 04: posted on Friday 18 September 2026', () => {
  const weeks = drawn(planOf('2026-09-18', [groupOf()]));

  it('runs one band over two weeks, the Saturday hatched, the make-up Sunday the first day', () => {
    expect(bands(weeks).map(({ date, kind, text }) => [date, kind, text])).toEqual([
      ['09-18', 'posting', '发布'],
      ['09-19', 'skipped', '不计'],
      ['09-20', 'counted', '第1天'],
      ['09-21', 'counted', '第2天'],
      ['09-22', 'counted', '第3天'],
      ['09-23', 'counted', '第4天'],
      ['09-24', 'counted', '第5天 24:00满'],
    ]);
  });
  it('is rounded at its two ends only', () => {
    const ends = bands(weeks).filter(({ isFirst, isLast }) => isFirst || isLast);
    expect(ends.map(({ date, isFirst, isLast }) => [date, isFirst, isLast])).toEqual([
      ['09-18', true, false],
      ['09-24', false, true],
    ]);
  });
  it('shows five weeks, tall where something happens', () => {
    expect(weeks.map(({ cells, isTall }) => [cells[0]?.number, isTall])).toEqual([
      ['8月31日', false],
      ['7', false],
      ['14', true],
      ['21', true],
      ['28', true],
    ]);
  });
  it.each([
    ['2026-09-18', '今天', null],
    ['2026-09-20', '调休上班', null],
    ['2026-09-21', '最迟发布日', null],
    ['2026-09-25', '休 中秋', '0时起可通过'],
    ['2026-09-28', undefined, '上班，可通过'],
    ['2026-09-30', undefined, '24:00 截止'],
    // the month beside the number leaves no room for the holiday's name
    ['2026-10-01', '休', null],
    ['2026-10-02', '休 国庆', null],
  ])('marks %s with %s, notes %s', (date, mark, note) => {
    const cell = cellOn(weeks, date);
    expect([cell.mark?.text, cell.note?.text ?? null]).toEqual([mark, note]);
  });
  it.each([
    ['2026-09-18', '2026年9月18日 周五，今天，工作日，发布日，当天不计'],
    ['2026-09-19', '2026年9月19日 周六，休息日，不计'],
    ['2026-09-20', '2026年9月20日 周日，调休上班，公示第1天'],
    ['2026-09-21', '2026年9月21日 周一，工作日，公示第2天，市中小学高级教师最迟发布日'],
    ['2026-09-24', '2026年9月24日 周四，工作日，公示第5天，24:00公示期满'],
    ['2026-09-25', '2026年9月25日 周五，中秋放假，0时起可通过'],
    ['2026-09-28', '2026年9月28日 周一，工作日，期满后第一个工作日，可签无异议'],
    ['2026-09-30', '2026年9月30日 周三，工作日，市中小学高级教师24:00截止'],
  ])('says %s in one sentence', (date, sentence) => {
    expect(cellOn(weeks, date).sentence).toBe(sentence);
  });
});

describe('marks that meet on one day', () => {
  it('keeps the closing visible inside the band, and out of the way when it has passed', () => {
    const late = groupOf({ closesOn: '2026-09-23', verdict: 'too-late' });
    const past = groupOf({ closesOn: '2026-09-16', verdict: 'too-late' });
    const weeks = drawn(planOf('2026-09-18', [late, past]));
    expect(cellOn(weeks, '2026-09-23').mark?.text).toBe('24:00 截止');
    expect(cellOn(weeks, '2026-09-16').note).toBeNull();
    // nobody can start on a day that is too late for the notice as it is planned
    expect(cellOn(weeks, '2026-09-21').mark).toBeNull();
  });
  it('says both on the one day on which it can be signed before the closing', () => {
    const weeks = drawn(planOf('2026-09-21', [groupOf()]));
    expect(cellOn(weeks, '2026-09-30').note?.text).toBe('可通过，24:00截止');
  });
  it('names each committee once on a shared day', () => {
    const weeks = drawn(planOf('2026-09-18', [groupOf(), groupOf({ isDispatch: true })]));
    expect(cellOn(weeks, '2026-09-30').sentence).toMatch(/，市中小学高级教师24:00截止$/);
  });
});

describe('across the National Day holiday', () => {
  it('draws the weeks of the next month as far as the end', () => {
    const weeks = drawn(planOf('2026-09-30'));
    expect(
      bands(weeks)
        .filter(({ kind }) => kind === 'counted')
        .map(({ date }) => date),
    ).toEqual(['10-08', '10-09', '10-10', '10-12', '10-13']);
  });
});

describe('where the days cannot be counted', () => {
  it('draws the month with the posting day and claims nothing of the others', () => {
    const weeks = weeksOf(plainFacts(TODAY, '2027-01-08'));
    expect(bands(weeks).map(({ date, text }) => [date, text])).toEqual([['01-08', '发布']]);
    expect(weeks.every(({ cells }) => cells.length === 7)).toBe(true);
    expect(cellOn(weeks, '2027-01-09')).toMatchObject({ isOff: false, mark: null, note: null });
    expect(cellOn(weeks, '2027-01-09').sentence).toBe('2027年1月9日 周六，未算出');
  });
});

describe('every posting day of 2022–2026', () => {
  const first = plainDate('2022-01-01');
  const postingDay = fc
    .integer({ min: 0, max: diffDays(first, plainDate('2026-12-18')) })
    .map((n) => addDays(first, n));

  it('has one band of whole days from the posting day to the end, with the five counted in order', () => {
    fc.assert(
      fc.property(postingDay, (postedOn) => {
        const plan = planOf(postedOn);
        const pieces = bands(drawn(plan));
        expect(pieces).toHaveLength(diffDays(postedOn, plainDate(plan.endsOn)) + 1);
        expect(pieces.filter(({ kind }) => kind === 'counted').map(({ text }) => text.slice(0, 3))).toEqual([
          '第1天',
          '第2天',
          '第3天',
          '第4天',
          '第5天',
        ]);
        expect([pieces.findIndex(({ isFirst }) => isFirst), pieces.findIndex(({ isLast }) => isLast)]).toEqual([
          0,
          pieces.length - 1,
        ]);
      }),
    );
  });
});
