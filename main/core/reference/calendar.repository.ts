/** The official calendars: the shipped ones, a file a year, an unusable one counts as missing; and the table calendar_year. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { Db } from '#archive/db.ts';
import { findCalendarProblems, type CalendarYear } from '#model/calendar.ts';
import type { Log } from '#ports/index.ts';
import { createLiveCalendar, type LiveCalendar } from './live-calendar.ts';

const PlainDateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const CalendarFile = z.object({
  year: z.int(),
  source: z.object({
    title: z.string(),
    number: z.string().optional(),
    issuedOn: PlainDateText.optional(),
    dataFrom: z.string().optional(),
  }),
  holidays: z.array(z.object({ date: PlainDateText, name: z.string() })),
  makeupWorkdays: z.array(PlainDateText),
});

/** `directory` holds <year>.json. Years that cannot be used are logged and left out: a missing year is told, never guessed. */
export async function loadCalendar(directory: string, log: Log): Promise<LiveCalendar> {
  const files = (await readdir(directory).catch(() => [])).filter((file) => /^\d{4}\.json$/.test(file));
  const years = await Promise.all(files.map((file) => loadYear(path.join(directory, file), log)));
  return createLiveCalendar(years.filter((year) => year !== null));
}

async function loadYear(file: string, log: Log): Promise<CalendarYear | null> {
  const year = Number(path.basename(file, '.json'));
  try {
    const parsed: CalendarYear = CalendarFile.parse(JSON.parse(await readFile(file, 'utf8')));
    if (parsed.year === year && findCalendarProblems(parsed).length === 0) return parsed;
    log.warn('calendar.unusable', { year });
  } catch (error) {
    log.error('calendar.unreadable', error, { year });
  }
  return null;
}

/** Every one that was ever installed here, oldest first: of one year the last counts. */
export function installedYears(db: Db): readonly CalendarYear[] {
  return db
    .prepare<{ body: string }>('SELECT body FROM calendar_year ORDER BY id')
    .all()
    .map(({ body }) => JSON.parse(body) as CalendarYear);
}

export function insertYear(db: Db, data: CalendarYear, at: number, by: string): void {
  db.prepare('INSERT INTO calendar_year (year, body, installed_at, installed_by) VALUES (:year, :body, :at, :by)').run({
    year: data.year,
    body: JSON.stringify(data),
    at,
    by,
  });
}
