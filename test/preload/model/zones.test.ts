import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');

/** Every rule that speaks of days, asked once in a process whose zone is set from its first moment. */
const SCRIPT = `
  import * as time from '#model/beijing-time.ts';
  import * as windows from '#model/windows.ts';
  import { latestStart, planPublicity } from '#model/publicity-dates.ts';
  import { parseCalendarText } from '#model/calendar-text.ts';
  import { countYearsInPost, cityCutoff } from '#model/years-in-post.ts';
  import { isDegreeRecordValid, planRecognition } from '#model/recognition.ts';
  import { judgeRetirement } from '#model/retirement.ts';
  import { checkIdentityNumber } from '#model/identity-number.ts';
  import { shippedCalendar } from './test/support/calendar.ts';
  const day = time.plainDate;
  const window = windows.provincialWindow({ startsOn: day('2026-10-08'), endsOn: day('2026-10-15'), isCollective: true });
  const publicity = planPublicity(shippedCalendar, day('2026-09-18')).value;
  console.log(JSON.stringify({
    window: [window.opensOn, window.closesOn, window.closesAt, windows.windowState(window, window.closesAt - 1)],
    publicity: [publicity.endsOn, publicity.approvableFrom, latestStart(shippedCalendar, day('2026-10-10')).value],
    text: parseCalendarText('元旦 1月1日（周四）至3日（周六）', { year: 2026 }).error.details.problems[0].code,
    years: countYearsInPost({ periods: [{ from: '2018-01-01' }], cutoff: cityCutoff(2022) }).value,
    recognition: planRecognition('bachelor', day('2024-02-29'))[1].filing,
    degree: isDegreeRecordValid(day('2026-01-10'), day('2026-07-10')),
    retirement: judgeRetirement({ sex: 'male', birthday: day('1966-05-15'), womenTable: null, isDelayApproved: false,
      sittingOn: day('2026-10-15') }),
    identity: checkIdentityNumber('530111199003072042', time.beijingDateOf(Date.parse('1990-03-06T15:59:59Z'))).error.code,
    localHour: new Date('2026-01-01T00:00:00Z').getHours(),
  }));`;

function askIn(zone: string): Readonly<Record<string, unknown>> {
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', SCRIPT], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Readonly<Record<string, unknown>>;
}

describe('the zone of the computer', () => {
  it.each([
    ['America/Los_Angeles', 16],
    ['Pacific/Kiritimati', 14],
    ['Europe/London', 0],
    ['Asia/Shanghai', 8],
  ])('%s changes no answer', (zone, localHour) => {
    expect(askIn(zone)).toEqual({
      window: ['2026-10-01', '2026-10-12', Date.parse('2026-10-13T00:00:00+08:00'), 'open'],
      publicity: ['2026-09-24', Date.parse('2026-09-25T00:00:00+08:00'), '2026-09-24'],
      text: 'holiday-missing',
      years: expect.objectContaining({ years: 5, yearsWithoutLastDay: 4, isAmbiguous: true }),
      recognition: { from: '2025-04-01', to: '2025-04-30' },
      degree: true,
      retirement: expect.objectContaining({ verdict: 'in-month-of-age' }),
      identity: 'birthday-in-future',
      // the zone did take effect
      localHour,
    });
  });
});
