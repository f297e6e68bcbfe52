/** What was read out of a pasted notice, in words one can compare with it. */
import { describe, expect, it } from 'vitest';
import { CALENDAR_PROBLEMS } from '#model/calendar.ts';
import { reference } from '#contract/reference.contract.ts';
import {
  CALENDAR_TROUBLES,
  namedDays,
  problemWords,
  understoodWords,
} from '../../../../renderer/features/library/calendar-words.ts';
import { defect, troubleOf } from '../../../../renderer/ui/trouble.ts';

const checked = {
  holidays: [
    { date: '2027-01-01', name: '元旦' },
    { date: '2027-02-05', name: '春节' },
    { date: '2027-02-06', name: '春节' },
    { date: '2027-02-08', name: '春节' },
  ],
  makeupWorkdays: ['2027-01-31'],
  problems: [],
  isInstalled: false,
};

describe('a pasted notice', () => {
  it('is told by holiday, days in a row as one', () => {
    expect(namedDays(checked)).toEqual([
      { name: '元旦', days: '01-01' },
      { name: '春节', days: '02-05 至 02-06、02-08' },
    ]);
    expect(understoodWords(checked)).toBe('认出放假4天，调休上班1天。请照通知对一遍。');
  });
  it.each([...CALENDAR_PROBLEMS, 'not-understood', 'wrong-weekday', 'holiday-missing', 'other-year'])(
    'has plain words for %s',
    (code) => {
      const words = problemWords({ line: 3, code, text: '清明' });
      expect(words).toMatch(/^第3行：.*。$/);
      expect(words).not.toContain('有问题');
    },
  );
  it('says no line where the text as a whole is meant', () => {
    expect(problemWords({ line: 0, code: 'holiday-missing', text: '清明' })).toBe('没有清明。');
  });
  it.each(reference.installCalendar.errors)('is refused with %s in three parts', (code) => {
    const trouble = troubleOf({ code, message: code }, CALENDAR_TROUBLES);
    expect(trouble.happened).not.toBe(defect().happened);
    expect(trouble.meaning && trouble.advice).toMatch(/。$/);
  });
});
