import { describe, expect, it } from 'vitest';
import { plainDate } from '#model/beijing-time.ts';
import { formatSpan } from '#model/months.ts';
import { judgeRetirement, retirementDate, type RetirementTable } from '#model/retirement.ts';

describe('statutory retirement age (the annexed tables, 2025-01-01)', () => {
  // Birth month, age and month of retirement, each group's edges worked out from the decision's text.
  it.each([
    ['men', '1964-12', '60年', '2024-12'],
    ['men', '1965-01', '60年1个月', '2025-02'],
    ['men', '1965-04', '60年1个月', '2025-05'],
    ['men', '1965-05', '60年2个月', '2025-07'],
    ['men', '1968-12', '61年', '2029-12'],
    ['men', '1972-12', '62年', '2034-12'],
    ['men', '1976-08', '62年11个月', '2039-07'],
    ['men', '1976-09', '63年', '2039-09'],
    ['men', '1990-03', '63年', '2053-03'],
    ['women-55', '1969-12', '55年', '2024-12'],
    ['women-55', '1970-01', '55年1个月', '2025-02'],
    ['women-55', '1973-12', '56年', '2029-12'],
    ['women-55', '1981-08', '57年11个月', '2039-07'],
    ['women-55', '1981-09', '58年', '2039-09'],
    ['women-50', '1974-12', '50年', '2024-12'],
    ['women-50', '1975-01', '50年1个月', '2025-02'],
    ['women-50', '1975-03', '50年2个月', '2025-05'],
    ['women-50', '1976-12', '51年', '2027-12'],
    ['women-50', '1984-10', '54年11个月', '2039-09'],
    ['women-50', '1984-11', '55年', '2039-11'],
    ['women-50', '1995-06', '55年', '2050-06'],
  ] as const)('%s born %s: %s, in %s', (table: RetirementTable, born, age, month) => {
    const date = retirementDate(table, plainDate(`${born}-10`));
    expect(formatSpan({ months: date.ageMonths, days: 0 })).toBe(age);
    expect(date.reachedOn).toBe(`${month}-10`);
  });

  it('is reached on the last day of a month that lacks the birthday', () => {
    // 31 December 1965 and 60 years 3 months.
    expect(retirementDate('men', plainDate('1965-12-31')).reachedOn).toBe('2026-03-31');
    // 31 January 1965 and 60 years and one month.
    expect(retirementDate('men', plainDate('1965-01-31')).reachedOn).toBe('2025-02-28');
  });
});

describe('against the day on which the committee sits (Q2)', () => {
  const man = { sex: 'male', birthday: plainDate('1966-05-15'), womenTable: null, isDelayApproved: false } as const;

  it.each([
    // Born 1966-05: 60 years 5 months, on 2026-10-15.
    ['2026-09-30', 'below-age'],
    ['2026-10-14', 'below-age'],
    ['2026-10-15', 'in-month-of-age'],
    ['2026-10-31', 'in-month-of-age'],
    ['2026-11-01', 'past-age'],
  ])('a man born on 15 May 1966 is on %s %s', (sittingOn, verdict) => {
    const answer = judgeRetirement({ ...man, sittingOn: plainDate(sittingOn) });
    expect(answer).toEqual({
      verdict,
      isAmbiguous: false,
      dates: [{ table: 'men', ageMonths: 725, reachedOn: '2026-10-15' }],
    });
  });

  it('lets an approved delay stand, and does not need one before the age', () => {
    const delayed = { ...man, isDelayApproved: true };
    expect(judgeRetirement({ ...delayed, sittingOn: plainDate('2027-05-01') }).verdict).toBe('delay-approved');
    expect(judgeRetirement({ ...delayed, sittingOn: plainDate('2026-10-01') }).verdict).toBe('below-age');
  });

  describe('a woman born on 10 March 1975', () => {
    const woman = { sex: 'female', birthday: plainDate('1975-03-10'), isDelayApproved: false } as const;
    const dates = [
      { table: 'women-50', ageMonths: 602, reachedOn: '2025-05-10' },
      // 62 months after January 1970: 16 months more than 55 years.
      { table: 'women-55', ageMonths: 676, reachedOn: '2031-07-10' },
    ];

    it.each([
      ['2025-05-09', 'below-age'],
      ['2026-09-30', 'depends-on-table'],
      ['2031-08-01', 'past-age'],
    ])('has two dates while her table is not known; on %s: %s', (sittingOn, verdict) => {
      const question = { ...woman, womenTable: null, sittingOn: plainDate(sittingOn) };
      expect(judgeRetirement(question)).toEqual({ verdict, dates, isAmbiguous: true });
    });

    it('has one when it is', () => {
      const question = { ...woman, womenTable: 'women-55', sittingOn: plainDate('2026-09-30') } as const;
      expect(judgeRetirement(question)).toEqual({ verdict: 'below-age', dates: [dates[1]], isAmbiguous: false });
    });
  });
});
