import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  beijingDateOf,
  compareDates,
  diffDays,
  endOfDay,
  formatClosing,
  formatDate,
  formatDateTime,
  formatDayOf,
  formatMonthDay,
  formatMonthDayShort,
  formatPaperDate,
  formatTime,
  lastDayBefore,
  parsePlainDate,
  plainDate,
  relativeDays,
  relativeTime,
  startOfDay,
  weekdayOf,
} from '#model/beijing-time.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);

describe('a date', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-04-31',
    '0099-01-01',
    '2026-01-01 ',
    '',
    '2026-01-32',
  ])('is refused when it is no real day: %s', (text) => {
    expect(parsePlainDate(text)).toBeNull();
    expect(() => plainDate(text)).toThrow(RangeError);
  });

  it('knows leap years', () => {
    expect(parsePlainDate('2024-02-29')).toBe('2024-02-29');
    expect(parsePlainDate('2000-02-29')).toBe('2000-02-29');
    expect(parsePlainDate('1900-02-29')).toBeNull();
  });

  it.each([
    ['2026-11-23', 1],
    ['2026-09-20', 0],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['1900-01-01', 1],
  ])('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(plainDate(date))).toBe(weekday);
  });

  it('adds and measures days over the ends of months and years', () => {
    expect(addDays(plainDate('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(plainDate('2026-03-01'), -1)).toBe('2026-02-28');
    expect(diffDays(plainDate('2026-09-18'), plainDate('2026-09-21'))).toBe(3);
    expect(diffDays(plainDate('2026-09-21'), plainDate('2026-09-18'))).toBe(-3);
    expect(compareDates(plainDate('2026-09-21'), plainDate('2026-10-01'))).toBe(-1);
    expect(compareDates(plainDate('2026-10-01'), plainDate('2026-09-21'))).toBe(1);
    expect(compareDates(plainDate('2026-10-01'), plainDate('2026-10-01'))).toBe(0);
  });

  it('comes back after any number of days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: -40_000, max: 40_000 }), (a, b) => {
        const date = addDays(plainDate('2026-01-01'), a);
        const other = addDays(date, b);
        expect(diffDays(date, other)).toBe(b);
        expect(Math.sign(b)).toBe(compareDates(other, date));
        expect(beijingDateOf(startOfDay(other))).toBe(other);
        expect(beijingDateOf(endOfDay(other) - 1)).toBe(other);
        expect(lastDayBefore(endOfDay(other))).toBe(other);
      }),
    );
  });
});

describe('an instant', () => {
  it('belongs to the day that it is in Beijing', () => {
    expect(beijingDateOf(Date.parse('2026-09-18T15:59:59.999Z'))).toBe('2026-09-18');
    expect(beijingDateOf(Date.parse('2026-09-18T16:00:00Z'))).toBe('2026-09-19');
    expect(startOfDay(plainDate('2026-09-18'))).toBe(at('2026-09-18T00:00:00'));
  });

  it('24:00 of a day is 0:00 of the next (product rule 6)', () => {
    expect(endOfDay(plainDate('2022-09-27'))).toBe(at('2022-09-28T00:00:00'));
  });
});

describe('what the screen shows (ux 5.5)', () => {
  it('dates', () => {
    expect(formatDate('2026-09-18')).toBe('2026-09-18(周五)');
    expect(formatMonthDay('2026-09-21')).toBe('09-21 周一');
    expect(formatMonthDayShort('2026-09-21')).toBe('09-21');
    expect(formatPaperDate('2026-09-08')).toBe('2026年9月8日');
    expect(() => formatDate('soon')).toThrow(RangeError);
  });

  it('times', () => {
    expect(formatTime(at('2026-09-18T14:03:59'))).toBe('14:03');
    expect(formatTime(at('2026-09-18T00:00:00'))).toBe('00:00');
    expect(formatDateTime(at('2026-09-18T07:05:00'))).toBe('2026-09-18 07:05');
    expect(formatDayOf(at('2026-09-30T23:59:59'))).toBe('09-30');
  });

  it.each([
    ['2026-09-28T00:00:00', '09-27 24:00（即09-28 0时）'],
    ['2027-01-01T00:00:00', '12-31 24:00（即01-01 0时）'],
    ['2026-09-27T17:30:00', '09-27 17:30'],
  ])('a closing at %s', (instant, text) => {
    expect(formatClosing(at(instant))).toBe(text);
  });

  it.each([
    [3, '还有3天'],
    [0, '今天'],
    [-2, '已过2天'],
  ])('%i days from today', (days, text) => {
    expect(relativeDays(days)).toBe(text);
  });

  it.each([
    // Calendar days to the day that the closing ends, not to the one that begins.
    ['2026-09-18T10:00:00', '2026-10-01T00:00:00', '还有12天'],
    ['2026-09-18T10:00:00', '2026-09-20T10:00:00', '还有2天'],
    ['2026-09-18T10:00:00', '2026-09-20T09:59:59', '还有47小时'],
    ['2026-09-29T17:00:00', '2026-10-01T00:00:00', '还有31小时'],
    ['2026-09-30T23:30:30', '2026-10-01T00:00:00', '还有29分钟'],
    ['2026-09-30T23:59:30', '2026-10-01T00:00:00', '还有不到1分钟'],
    ['2026-10-01T00:00:30', '2026-10-01T00:00:00', '已过不到1分钟'],
    ['2026-10-01T05:10:00', '2026-10-01T00:00:00', '已过5小时'],
    ['2026-10-03T09:00:00', '2026-10-01T00:00:00', '已过3天'],
  ])('at %s, %s is %s away', (now, instant, text) => {
    expect(relativeTime(at(now), at(instant))).toBe(text);
  });
});

describe('the zone of the computer', () => {
  const root = join(import.meta.dirname, '..', '..', '..');
  const script = `
    import * as t from '#model/beijing-time.ts';
    const at = Date.parse('2026-09-27T16:00:00Z');
    console.log(JSON.stringify([t.beijingDateOf(at), t.formatClosing(at), t.formatTime(at - 1), t.weekdayOf('2026-03-29'),
      t.addDays('2026-03-28', 1), t.startOfDay('2026-11-01'), t.relativeTime(at - 31 * 3600_000, at), new Date(at).getHours()]));`;
  const runIn = (zone: string) => {
    const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    });
    if (run.status !== 0) throw new Error(run.stderr);
    const answers = JSON.parse(run.stdout) as readonly unknown[];
    return { answers: answers.slice(0, -1), localHour: answers.at(-1) };
  };

  it('changes nothing, on either side of the date line or in summer time', () => {
    const beijing = runIn('Asia/Shanghai');
    expect(beijing.answers).toEqual([
      '2026-09-28',
      '09-27 24:00（即09-28 0时）',
      '23:59',
      0,
      '2026-03-29',
      at('2026-11-01T00:00:00'),
      '还有31小时',
    ]);
    const hours = new Set([beijing.localHour]);
    for (const zone of ['America/Los_Angeles', 'Europe/London', 'Pacific/Kiritimati']) {
      const elsewhere = runIn(zone);
      expect(elsewhere.answers, zone).toEqual(beijing.answers);
      hours.add(elsewhere.localHour);
    }
    // The zones did take effect.
    expect(hours.size).toBe(4);
  });

  it('is asked by no rule: nothing in the model reads local time', () => {
    const files = globSync('preload/model/*.ts', { cwd: root });
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const source = readFileSync(join(root, file), 'utf8');
      expect(source, file).not.toMatch(
        /\.(?:get|set)(?:FullYear|Year|Month|Date|Day|Hours|Minutes|Seconds)\(|getTimezoneOffset|toLocale(?:Date|Time)?String|Date\.now|new Date\(\)/,
      );
    }
  });
});
