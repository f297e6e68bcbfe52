/** Reads the editions of the guide from a folder: one folder a year, one file a table, checked before use. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import type { ReferenceEdition } from '#model/reference.ts';
import { REFERENCE_TABLES, type ReferenceTable } from './reference.schema.ts';

/**
 * Which file cannot be used ('2022/offices.json') and where in it ('items.3.phones.0'); `path` is ''
 * when the file as a whole is missing or is not JSON.
 */
export type ReferenceDamage = Readonly<{ code: 'reference-damaged'; message: string; file: string; path: string }>;
export type LoadedEdition =
  | Readonly<{ ok: true; value: ReferenceEdition }>
  | Readonly<{ ok: false; error: ReferenceDamage }>;

/** The years that have a folder, newest first; none when there is no library at all. */
export async function listEditions(directory: string): Promise<readonly string[]> {
  // A folder that is missing or closed to us is a library without editions; the screen says so.
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && /^\d{4}$/.test(entry.name))
    .map((entry) => entry.name)
    .toSorted()
    .toReversed();
}

/** Loads one year. Bad data is an answer, never an exception. */
export async function loadEdition(directory: string, edition: string): Promise<LoadedEdition> {
  try {
    const read = <T extends ReferenceTable>(name: T) => readTable(directory, edition, name);
    const [titles, planning, committees, offices, disciplines, questions, sections, contacts] = await Promise.all([
      read('titles'),
      read('planning'),
      read('committees'),
      read('offices'),
      read('disciplines'),
      read('questions'),
      read('sections'),
      read('contacts'),
    ]);
    return {
      ok: true,
      value: {
        edition,
        source: titles.source,
        titles: titles.items,
        planning: planning.items,
        committees: committees.items,
        offices: offices.items,
        disciplines: disciplines.items,
        questions: questions.items,
        sections: sections.items,
        contacts: contacts.items,
      },
    };
  } catch (error) {
    if (error instanceof DamagedTable) return { ok: false, error: error.damage };
    throw error;
  }
}

/** Carries the damage out of the parallel reads; never leaves this file. */
class DamagedTable extends Error {
  readonly damage: ReferenceDamage;
  constructor(file: string, path: string, message: string) {
    super(message);
    this.damage = { code: 'reference-damaged', message, file, path };
  }
}

async function readTable<T extends ReferenceTable>(
  directory: string,
  edition: string,
  name: T,
): Promise<z.output<(typeof REFERENCE_TABLES)[T]>> {
  const file = `${edition}/${name}.json`;
  const text = await readFile(join(directory, edition, `${name}.json`), 'utf8').catch(() => {
    throw new DamagedTable(file, '', 'cannot be read');
  });
  const parsed = REFERENCE_TABLES[name].safeParse(parseJson(file, text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new DamagedTable(file, issue?.path.map(String).join('.') ?? '', issue?.message ?? 'malformed');
  }
  if (parsed.data.edition !== edition) throw new DamagedTable(file, 'edition', `says ${parsed.data.edition}`);
  return parsed.data as z.output<(typeof REFERENCE_TABLES)[T]>;
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DamagedTable(file, '', cause instanceof SyntaxError ? 'not JSON' : 'unreadable');
  }
}
