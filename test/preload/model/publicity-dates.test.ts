import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, beijingDateOf, formatDateTime, plainDate } from '#model/beijing-time.ts';
import { isWorkingDay } from '#model/calendar.ts';
import { latestStart, planPublicity, PUBLICITY_DAYS } from '#model/publicity-dates.ts';
import { shippedCalendar as calendar } from '../../support/calendar.ts';

/** Q18 with the official calendar of 2026, each counted by hand. */
const FORWARD = [
  {
    posted: '2026-02-13',
    counted: ['02-14', '02-24', '02-25', '02-26', '02-27'],
    signable: '2026-02-28',
    ruleB: '2026-02-26',
  },
  {
    posted: '2026-04-30',
    counted: ['05-06', '05-07', '05-08', '05-09', '05-11'],
    signable: '2026-05-12',
    ruleB: '2026-05-09',
  },
  {
    posted: '2026-09-18',
    counted: ['09-20', '09-21', '09-22', '09-23', '09-24'],
    signable: '2026-09-28',
    ruleB: '2026-09-23',
  },
  {
    posted: '2026-09-30',
    counted: ['10-08', '10-09', '10-10', '10-12', '10-13'],
    signable: '2026-10-14',
    ruleB: '2026-10-12',
  },
  {
    posted: '2026-11-23',
    counted: ['11-24', '11-25', '11-26', '11-27', '11-30'],
    signable: '2026-12-01',
    ruleB: '2026-11-27',
  },
] as const;

const BACKWARD = [
  { closes: '2026-09-30', start: '2026-09-21' },
  { closes: '2026-10-10', start: '2026-09-24' },
  { closes: '2026-10-16', start: '2026-10-09' },
  // On a day off nobody signs: 24 September is the last day before the festival.
  { closes: '2026-09-27', start: '2026-09-17' },
] as const;

function planOf(posted: string) {
  const plan = planPublicity(calendar, plainDate(posted));
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}

describe('planning a notice', () => {
  it.each(FORWARD)(
    'posted on $posted counts its five days and ends with the fifth',
    ({ posted, counted, signable, ruleB }) => {
      const plan = planOf(posted);
      expect(plan.countedDays).toEqual(counted.map((day) => `2026-${day}`));
      expect(plan.endsOn).toBe(`2026-${counted.at(-1)}`);
      expect(plan.signableOn).toEqual({ ok: true, value: signable });
      expect(plan.endsOnByRuleB).toBe(ruleB);
    },
  );

  it('can be approved from 24:00 of the last day, not a moment earlier', () => {
    const { approvableFrom } = planOf('2026-09-18');
    expect(formatDateTime(approvableFrom)).toBe('2026-09-25 00:00');
    expect(beijingDateOf(approvableFrom - 1)).toBe('2026-09-24');
  });

  it('posted on a day off ends on the same day by both rules', () => {
    const plan = planOf('2026-09-27');
    expect(plan.endsOn).toBe('2026-10-09');
    expect(plan.endsOnByRuleB).toBe('2026-10-09');
  });

  it('says which year is missing, and still gives the end when only the signing lies in it', () => {
    expect(planPublicity(calendar, plainDate('2026-12-28'))).toMatchObject({
      ok: false,
      error: { code: 'calendar-missing', details: { year: 2027 } },
    });
    const plan = planOf('2026-12-24');
    expect(plan.endsOn).toBe('2026-12-31');
    expect(plan.signableOn).toMatchObject({ ok: false, error: { code: 'calendar-missing', details: { year: 2027 } } });
  });
});

describe('whatever the posting day', () => {
  const posting = fc.integer({ min: 0, max: 5 * 365 - 15 }).map((days) => addDays(plainDate('2022-01-01'), days));

  it('a notice posted later never ends earlier, by either rule', () => {
    fc.assert(
      fc.property(posting, posting, (one, other) => {
        const [earlier, later] = [one, other].toSorted().map(planOf);
        expect(earlier!.endsOn <= later!.endsOn).toBe(true);
        expect(earlier!.endsOnByRuleB <= later!.endsOnByRuleB).toBe(true);
        expect(earlier!.approvableFrom).toBeLessThanOrEqual(later!.approvableFrom);
      }),
    );
  });

  it('its end and its signing lie on days that are worked, and rule B is never the longer one', () => {
    fc.assert(
      fc.property(posting, (posted) => {
        const { countedDays, endsOn, endsOnByRuleB, signableOn } = planOf(posted);
        for (const day of [...countedDays, endsOnByRuleB]) expect(isWorking(day)).toBe(true);
        expect(endsOn > posted && endsOnByRuleB <= endsOn).toBe(true);
        if (signableOn.ok) expect(isWorking(signableOn.value) && signableOn.value > endsOn).toBe(true);
      }),
    );
  });
});

describe('the latest start', () => {
  it.each(BACKWARD)('for a window that closes with $closes is $start', ({ closes, start }) => {
    expect(latestStart(calendar, plainDate(closes))).toEqual({ ok: true, value: start });
  });

  it('is not computed into a year that is not loaded', () => {
    expect(latestStart(calendar, plainDate('2027-01-08'))).toMatchObject({
      ok: false,
      error: { code: 'calendar-missing', details: { year: 2027 } },
    });
    expect(latestStart(calendar, plainDate('2022-01-06'))).toMatchObject({
      ok: false,
      error: { code: 'calendar-missing', details: { year: 2021 } },
    });
  });

  const closing = fc.integer({ min: 30, max: 5 * 365 - 30 }).map((days) => addDays(plainDate('2022-01-01'), days));

  it('leaves just enough time: signed in time when posted then, too late when posted a working day later', () => {
    fc.assert(
      fc.property(closing, (closesOn) => {
        const start = latestStart(calendar, closesOn);
        if (!start.ok) throw new Error(start.error.code);
        const signedOn = (posted: string) => {
          const { signableOn } = planOf(posted);
          return signableOn.ok ? signableOn.value : '9999-12-31';
        };
        expect(isWorking(start.value)).toBe(true);
        expect(signedOn(start.value) <= closesOn).toBe(true);
        let later = addDays(start.value, 1);
        while (!isWorking(later)) later = addDays(later, 1);
        expect(signedOn(later) > closesOn).toBe(true);
      }),
    );
  });

  it('is never later for a window that closes earlier', () => {
    fc.assert(
      fc.property(closing, closing, (one, other) => {
        const [earlier, later] = [one, other].toSorted().map((closesOn) => latestStart(calendar, closesOn));
        expect(earlier!.ok && later!.ok && earlier!.value <= later!.value).toBe(true);
      }),
    );
  });

  it('is the inverse of planning on working days', () => {
    fc.assert(
      fc.property(closing, (posted) => {
        fc.pre(isWorking(posted));
        const { signableOn, countedDays } = planOf(posted);
        expect(countedDays).toHaveLength(PUBLICITY_DAYS);
        if (signableOn.ok) expect(latestStart(calendar, signableOn.value)).toEqual({ ok: true, value: posted });
      }),
    );
  });
});

function isWorking(day: ReturnType<typeof plainDate>): boolean {
  const answer = isWorkingDay(calendar, day);
  return answer.ok && answer.value;
}
