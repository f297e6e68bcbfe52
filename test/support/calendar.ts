/** The working calendar that the product ships, read from resources. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWorkingCalendar, type CalendarYear } from '#model/calendar.ts';

const folder = join(import.meta.dirname, '..', '..', 'resources', 'calendar');

export const shippedYears: readonly CalendarYear[] = readdirSync(folder)
  .toSorted()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CalendarYear);

export const shippedCalendar = createWorkingCalendar(shippedYears);
