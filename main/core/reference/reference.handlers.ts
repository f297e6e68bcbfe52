import path from 'node:path';
import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import type { CalendarYear, WorkingCalendar } from '#model/calendar.ts';
import { findPassage, type ReferenceEdition } from '#model/reference.ts';
import { fail, ok } from '#model/result.ts';
import type { Caller } from '../router.ts';
import { checkCalendar, type InstalledCalendars } from './installed-calendars.ts';
import { openReference, type ReferenceAnswer, type ReferenceLibrary } from './reference.service.ts';

/** @param resourcesDir holds `reference/<year>/`; read at the first question, once */
export function createReferenceHandlers(
  resourcesDir: string,
  calendar: WorkingCalendar,
  office: () => { calendars: InstalledCalendars },
): Handlers<AppContract, Caller>['reference'] {
  let opening: Promise<ReferenceLibrary> | null = null;
  function library(): Promise<ReferenceLibrary> {
    opening ??= openReference(path.join(resourcesDir, 'reference'));
    return opening;
  }
  return {
    async editions() {
      const states = (await library()).editions();
      return ok({ editions: states.map(({ edition, damage }) => ({ edition, damagedFile: damage?.file ?? null })) });
    },
    async search({ edition, query, kinds, limit }) {
      const books = await library();
      const found = editionMeant(books, edition);
      if (!found.ok) return refusal(found.error);
      const { edition: year, source } = found.value;
      const hits = books.search(year, query, kinds ? { kinds } : {});
      if (!hits.ok) return refusal(hits.error);
      return ok({ edition: year, source, total: hits.value.length, hits: hits.value.slice(0, limit) });
    },
    async passage({ edition, source }) {
      const found = editionMeant(await library(), edition);
      if (!found.ok) return refusal(found.error);
      const passage = passageOf(found.value, source);
      return passage ? ok(passage) : fail('no-such-passage');
    },
    checkCalendar: (input) => ok(checkCalendar(calendar, input)),
    installCalendar: (input) => office().calendars.install(input),
    calendars: () => ok({ years: [...calendar.years.values()].toSorted((a, b) => b.year - a.year).map(toCalendar) }),
  };
}

/** Without a year: the newest that can be used; when none can, what is wrong with the newest. */
function editionMeant(books: ReferenceLibrary, year: string | undefined): ReferenceAnswer<ReferenceEdition> {
  if (year !== undefined) return books.edition(year);
  const states = books.editions();
  const newest = states.find(({ damage }) => damage === null) ?? states[0];
  return books.edition(newest?.edition ?? '');
}

type Unanswered = Extract<ReferenceAnswer<unknown>, { ok: false }>['error'];

function refusal(error: Unanswered) {
  if (error.code === 'no-such-edition') return fail(error.code, error.message);
  return fail(error.code, error.message, { file: error.file, path: error.path });
}

function passageOf(edition: ReferenceEdition, source: string) {
  const place = findPassage(edition, source);
  if (!place) return null;
  const shared = { edition: edition.edition, block: place.block };
  const question = edition.questions.find(({ id }) => id === place.id);
  if (question) {
    const { id, title, blocks } = question;
    return { ...shared, kind: 'question' as const, id: `question:${id}`, title, path: [], blocks };
  }
  const section = edition.sections.find(({ id }) => id === place.id);
  if (!section) return null;
  const { id, title, path: headings, blocks } = section;
  return { ...shared, kind: 'section' as const, id: `section:${id}`, title, path: headings, blocks };
}

function toCalendar({ year, source, holidays, makeupWorkdays }: CalendarYear) {
  const { title, number = null, issuedOn = null } = source;
  return { year, source: { title, number, issuedOn }, holidays, makeupWorkdays };
}
