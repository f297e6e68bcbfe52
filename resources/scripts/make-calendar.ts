/**
 * Writes resources/calendar/<year>.json from the package chinese-days, adding which notice of the
 * State Council's office each year rests on. Run from the project root after a new year is published:
 * node resources/scripts/make-calendar.ts [another folder]
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** 文号 and date of issue; the title is the same each year. */
const NOTICES = [
  { year: 2022, number: '国办发明电〔2021〕11号', issuedOn: '2021-10-25' },
  { year: 2023, number: '国办发明电〔2022〕16号', issuedOn: '2022-12-08' },
  { year: 2024, number: '国办发明电〔2023〕7号', issuedOn: '2023-10-25' },
  { year: 2025, number: '国办发明电〔2024〕12号', issuedOn: '2024-11-12' },
  { year: 2026, number: '国办发明电〔2025〕7号', issuedOn: '2025-11-04' },
] as const;

type Notice = (typeof NOTICES)[number];
/** Values read 'English name,Chinese name,statutory days'. */
type PackagedYear = Readonly<{
  holidays: Readonly<Record<string, string>>;
  workdays: Readonly<Record<string, string>>;
}>;

const manifest = createRequire(import.meta.url).resolve('chinese-days/package.json');
const target = process.argv[2] ?? join(import.meta.dirname, '..', 'calendar');

function nameOf(date: string, value: string): string {
  const name = value.split(',')[1];
  if (!name) throw new Error(`no name for ${date}`);
  return name;
}

function toCalendarYear({ year, number, issuedOn }: Notice, packaged: PackagedYear, dataFrom: string) {
  return {
    year,
    source: { title: `国务院办公厅关于${year}年部分节假日安排的通知`, number, issuedOn, dataFrom },
    holidays: Object.entries(packaged.holidays)
      .map(([date, value]) => ({ date, name: nameOf(date, value) }))
      .toSorted((a, b) => a.date.localeCompare(b.date)),
    makeupWorkdays: Object.keys(packaged.workdays).toSorted(),
  };
}

const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
await mkdir(target, { recursive: true });
for (const notice of NOTICES) {
  const path = join('dist', 'years', `${notice.year}.json`);
  const packaged = JSON.parse(await readFile(join(dirname(manifest), path), 'utf8')) as PackagedYear;
  const calendarYear = toCalendarYear(notice, packaged, `npm chinese-days ${version}`);
  await writeFile(join(target, `${notice.year}.json`), `${JSON.stringify(calendarYear, null, 2)}\n`);
}
