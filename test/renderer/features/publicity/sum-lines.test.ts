/** 「算给您看」 says the same sum as the calendar, in lines (mock 04). */
import { describe, expect, it } from 'vitest';
import { sumLines } from '../../../../renderer/features/publicity/sum-lines.ts';
import { planOf } from './made.ts';

const told = (postedOn: string) => sumLines(planOf(postedOn)).map(({ days, text }) => `${days} ${text}`);

describe('the sum in lines', () => {
  it('is that of mock 04', () => {
    expect(told('2026-09-18')).toEqual([
      '09-18 周五 发布，当天不计',
      '09-19 周六 休息，不计',
      '09-20 周日 调休上班，第1天',
      '09-21 至 09-24 第2至第5天',
      '09-25 至 09-27 中秋放假',
    ]);
  });
  it('goes on after a holiday in the middle', () => {
    expect(told('2026-09-29')).toEqual([
      '09-29 周二 发布，当天不计',
      '09-30 周三 第1天',
      '10-01 至 10-07 国庆放假，不计',
      '10-08 至 10-09 第2至第3天',
      '10-10 周六 调休上班，第4天',
      '10-11 周日 休息，不计',
      '10-12 周一 第5天',
    ]);
  });
  it('says that the posting day was a day off', () => {
    expect(told('2026-09-19')[0]).toBe('09-19 周六 发布（休息日），当天不计');
  });
});
