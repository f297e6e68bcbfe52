/** A year that came after the program: read off its notice, installed, and at once what everything counts by. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkCalendar } from '#core/reference/installed-calendars.ts';
import { installedYears } from '#core/reference/calendar.repository.ts';
import { shippedCalendar } from '../../../support/calendar.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { START } from '../../../support/fake-ports.ts';
import { closingOn, morningOf } from '../../../support/notices.ts';
import { COLLEAGUE, openReviewBench, type ReviewBench } from '../../../support/review-bench.ts';
import { makeApplication } from '../../../sync/application.ts';

/** Invented: the notice for 2027 is not known here. */
const TEXT = `
元旦 2027-01-01至2027-01-03
春节 2月5日—2月11日
清明 4月3日至5日
劳动节 5月1日到5日
端午节 6月9日
中秋节 9月15日至17日
国庆 10/1-10/7
上班 2027-01-30、2027-02-20`;
const INPUT = { text: TEXT, year: 2027, number: '国办发明电〔2026〕9号', issuedOn: '2026-11-20' };

let bench: ReviewBench;
beforeEach(() => {
  bench = openReviewBench();
  bench.clock.at = morningOf('2026-12-21');
});
afterEach(() => bench.dispose());

const plan = (postedOn: string) => bench.publicity.plan({ applicationIds: [], postedOn });

it('lets what could not be counted be counted, in the queue too, and is there after a restart', () => {
  const person = makeApplication(closingOn('2027-01-08'));
  bench.arrive(person);
  expect(plan('2026-12-28')).toMatchObject({ error: { code: 'calendar-missing', details: { year: 2027 } } });
  expect(bench.row(person.id).latestStart).toEqual({ kind: 'calendar-missing', year: 2027 });
  expectOk(bench.calendars.install(INPUT));
  expect(bench.events.slice(-2).map(({ name, payload }) => [name, payload])).toEqual([
    ['applications.changed', { ids: null }],
    ['calendar.changed', {}],
  ]);
  const check = () => {
    expect(expectOk(plan('2026-12-28'))).toMatchObject({
      countedDays: ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-04', '2027-01-05'],
      signableOn: '2027-01-06',
      sources: [{ year: 2026 }, { year: 2027, number: '国办发明电〔2026〕9号' }],
    });
    expect(bench.row(person.id).latestStart).toEqual({ kind: 'date', date: '2026-12-30', daysLeft: 9 });
  };
  check();
  bench = bench.restart();
  check();
});

it('replaces a year that is there, and keeps who installed what and when', () => {
  expectOk(bench.calendars.install(INPUT));
  bench.clock.at = START;
  bench = bench.restart({ person: COLLEAGUE });
  expectOk(bench.calendars.install({ ...INPUT, text: TEXT.replace('2027-01-03', '2027-01-04') }));
  bench.clock.at = morningOf('2026-12-21');
  expect(expectOk(plan('2026-12-28')).countedDays.at(-1)).toBe('2027-01-06');
  const kept = bench.temp.db.prepare('SELECT year, installed_at, installed_by FROM calendar_year ORDER BY id').all();
  expect(kept).toEqual([
    { year: 2027, installed_at: morningOf('2026-12-21'), installed_by: '李敏' },
    { year: 2027, installed_at: START, installed_by: '杨立新' },
  ]);
  expect(bench.temp.archive.audit.firstBroken()).toBeNull();
});

it('is not installed unless the whole year was understood', () => {
  expect(bench.calendars.install({ ...INPUT, text: TEXT.replace('端午节 6月9日', '') })).toMatchObject({
    error: { code: 'calendar-unusable', details: { problems: [{ code: 'holiday-missing', text: '端午' }] } },
  });
  expect(installedYears(bench.temp.db)).toEqual([]);
});

it('is shown before it is installed, also what is understood of a text with problems', () => {
  expect(checkCalendar(shippedCalendar, { text: TEXT, year: 2027 })).toMatchObject({
    problems: [],
    isInstalled: false,
    makeupWorkdays: ['2027-01-30', '2027-02-20'],
  });
  const typing = checkCalendar(shippedCalendar, { text: '元旦 1月1日至3日\n春节 二月', year: 2026 });
  expect(typing).toMatchObject({ isInstalled: true, problems: [{ line: 2, code: 'not-understood' }] });
  expect(typing.holidays.map(({ date }) => date)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03']);
});
