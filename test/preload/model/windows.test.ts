import { describe, expect, it } from 'vitest';
import { formatClosing, formatDateTime, plainDate } from '#model/beijing-time.ts';
import { dayKind } from '#model/calendar.ts';
import { cityWindow, provincialWindow, windowState } from '#model/windows.ts';
import { shippedCalendar } from '../../support/calendar.ts';

const collection = (startsOn: string, endsOn: string, isCollective: boolean | null) => ({
  startsOn: plainDate(startsOn),
  endsOn: plainDate(endsOn),
  isCollective,
});

describe('a provincial window (Q5(4))', () => {
  it.each([
    ['2026-09-10', '2026-09-20', true, '2026-09-03', '2026-09-17'],
    ['2026-09-10', '2026-09-20', false, '2026-09-03', '2026-09-19'],
    ['2026-10-08', '2026-10-15', true, '2026-10-01', '2026-10-12'],
    // product rule 6
    ['2022-09-15', '2022-09-30', true, '2022-09-08', '2022-09-27'],
    ['2022-09-15', '2022-09-30', false, '2022-09-08', '2022-09-29'],
    // Until somebody says which, the stricter.
    ['2022-09-15', '2022-09-30', null, '2022-09-08', '2022-09-27'],
  ])(
    'for collection %s to %s, collectively %s, is open %s to %s',
    (startsOn, endsOn, isCollective, opensOn, closesOn) => {
      const window = provincialWindow(collection(startsOn, endsOn, isCollective));
      expect(window).toMatchObject({ isProvincial: true, opensOn, closesOn });
      expect(formatDateTime(window.opensAt)).toBe(`${opensOn} 00:00`);
      expect(formatDateTime(window.closesAt - 1)).toBe(`${closesOn} 23:59`);
    },
  );

  it('closes at 24:00, which is 0:00 of the next day', () => {
    const window = provincialWindow(collection('2022-09-15', '2022-09-30', true));
    expect(window.closesAt).toBe(Date.parse('2022-09-28T00:00:00+08:00'));
    expect(formatClosing(window.closesAt)).toBe('09-27 24:00（即09-28 0时）');
  });

  it('names the later reading of 五(二)3(5) where the guide disagrees with itself, and only there', () => {
    const strict = provincialWindow(collection('2022-09-15', '2022-09-30', true));
    expect(strict.otherReading).toEqual({
      closesOn: '2022-09-29',
      closesAt: Date.parse('2022-09-30T00:00:00+08:00'),
      source: '五(二)3(5)',
    });
    expect(provincialWindow(collection('2022-09-15', '2022-09-30', false)).otherReading).toBeNull();
  });

  it('may open on a holiday, which the calendar can tell', () => {
    const { opensOn } = provincialWindow(collection('2026-10-08', '2026-10-15', true));
    expect(dayKind(shippedCalendar, opensOn)).toMatchObject({ ok: true, value: { kind: 'holiday', name: '国庆节' } });
  });
});

describe('a city window', () => {
  it('is open for the whole days that its notice names', () => {
    const window = cityWindow(plainDate('2026-08-15'), plainDate('2026-09-30'));
    expect(window.opensAt).toBe(Date.parse('2026-08-15T00:00:00+08:00'));
    expect(window.closesAt).toBe(Date.parse('2026-10-01T00:00:00+08:00'));
    expect(cityWindow(null, null)).toEqual({
      isProvincial: false,
      opensOn: null,
      closesOn: null,
      opensAt: null,
      closesAt: null,
    });
  });
});

describe('where a window stands', () => {
  const window = cityWindow(plainDate('2026-08-15'), plainDate('2026-09-30'));

  it.each([
    ['2026-08-14T23:59:59.999', 'not-yet-open'],
    ['2026-08-15T00:00:00.000', 'open'],
    ['2026-09-30T23:59:59.999', 'open'],
    ['2026-10-01T00:00:00.000', 'closed'],
  ])('at %s it is %s', (now, state) => {
    expect(windowState(window, Date.parse(`${now}+08:00`))).toBe(state);
  });

  it('is not announced without a closing, and open from ever without an opening', () => {
    expect(windowState(cityWindow(plainDate('2026-08-15'), null), 0)).toBe('not-announced');
    expect(windowState(cityWindow(null, plainDate('2026-09-30')), 0)).toBe('open');
  });
});
