/** The official calendars as they were shipped or installed, a file a year; an unusable one counts as missing. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import {
  createWorkingCalendar,
  findCalendarProblems,
  type CalendarYear,
  type WorkingCalendar,
} from '#model/calendar.ts';
import type { Log } from '#ports/index.ts';

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
export async function loadCalendar(directory: string, log: Log): Promise<WorkingCalendar> {
  const files = (await readdir(directory).catch(() => [])).filter((file) => /^\d{4}\.json$/.test(file));
  const years = await Promise.all(files.map((file) => loadYear(path.join(directory, file), log)));
  return createWorkingCalendar(years.filter((year) => year !== null));
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
