/** Calendars of years that came after the program: read off the notice, kept in the archive with who and when. */
import type { Archive } from '#archive/archive.ts';
import { noRoom } from '#archive/db.ts';
import type { reference as contract } from '#contract/reference.contract.ts';
import { parseCalendarText } from '#model/calendar-text.ts';
import type { WorkingCalendar } from '#model/calendar.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Clock } from '#ports/index.ts';
import type * as z from 'zod';
import type { Publish } from '../event-bus.ts';
import { keepAct } from '../keep-act.ts';
import type { Person } from '../office.ts';
import { installedYears, insertYear } from './calendar.repository.ts';
import type { LiveCalendar } from './live-calendar.ts';

type Contract = typeof contract;
type Checked = z.input<Contract['checkCalendar']['output']>;

export type InstalledCalendars = Readonly<{
  /** A year already there is replaced; everything that was counted by it is counted anew. */
  install(
    input: z.output<Contract['installCalendar']['input']>,
  ): Result<null, Contract['installCalendar']['errors'][number]>;
}>;

type Deps = Readonly<{
  archive: Archive;
  person: Person;
  clock: Clock;
  live: LiveCalendar;
  applications: Readonly<{ committed(ids: null): void }>;
  publish: Publish;
}>;

/** the contract's own limits */
const MAX_SHOWN = 100;
const MAX_TEXT = 200;

/** What the text says, as far as it can be made out; nothing is installed. */
export function checkCalendar(
  calendar: WorkingCalendar,
  { text, year }: z.output<Contract['checkCalendar']['input']>,
): Checked {
  const parsed = parseCalendarText(text, { year });
  const { holidays, makeupWorkdays } = parsed.ok ? parsed.value : parsed.error.details.understood;
  const problems = parsed.ok ? [] : parsed.error.details.problems;
  return {
    holidays: holidays.slice(0, MAX_SHOWN),
    makeupWorkdays: makeupWorkdays.slice(0, MAX_SHOWN),
    problems: problems.slice(0, MAX_SHOWN).map((problem) => ({ ...problem, text: problem.text.slice(0, MAX_TEXT) })),
    isInstalled: calendar.years.has(year),
  };
}

export function createInstalledCalendars(deps: Deps): InstalledCalendars {
  const { archive, person, clock, live, applications, publish } = deps;
  const { db } = archive;
  return {
    install({ text, year, number, issuedOn }) {
      const parsed = parseCalendarText(text, { year, source: { number, issuedOn } });
      if (!parsed.ok) return fail('calendar-unusable', 'not read whole', { problems: parsed.error.details.problems });
      const at = clock.now();
      const act = { act: 'calendar.installed', subject: String(year), detail: {} };
      const isStored = keepAct({ archive, person }, act, () => insertYear(db, parsed.value, at, person.name));
      if (!isStored) return noRoom();
      live.setInstalled(installedYears(db));
      applications.committed(null);
      publish('calendar.changed', {});
      return ok(null);
    },
  };
}
