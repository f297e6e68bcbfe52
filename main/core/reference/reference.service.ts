/** The reference library (资料库): editions side by side, each whole or known to be damaged, and the search over them. */
import {
  indexReference,
  searchReference,
  type ReferenceHit,
  type ReferenceIndex,
  type SearchOptions,
} from '#model/reference-search.ts';
import type { ReferenceEdition } from '#model/reference.ts';
import type { Log } from '#ports/index.ts';
import { pronounce } from './pronounce.ts';
import { listEditions, loadEdition, type LoadedEdition, type ReferenceDamage } from './reference.repository.ts';

type NoEdition = Readonly<{ code: 'no-such-edition'; message: string }>;
export type ReferenceAnswer<T> =
  | Readonly<{ ok: true; value: T }>
  | Readonly<{ ok: false; error: NoEdition | ReferenceDamage }>;
/** `damage` is null for an edition that can be used. */
export type EditionState = Readonly<{ edition: string; damage: ReferenceDamage | null }>;

export type ReferenceLibrary = Readonly<{
  /** newest first */
  editions(): readonly EditionState[];
  edition(edition: string): ReferenceAnswer<ReferenceEdition>;
  /** Any word, all words; an empty query gives everything of the kinds in the guide's order. */
  search(edition: string, query: string, options?: SearchOptions): ReferenceAnswer<readonly ReferenceHit[]>;
}>;

/** The newest edition that can be read, for what goes by the guide and searches nothing; null when none can. */
export async function newestGuide(directory: string, log: Log): Promise<ReferenceEdition | null> {
  for (const year of await listEditions(directory)) {
    const loaded = await loadEdition(directory, year);
    if (loaded.ok) return loaded.value;
    log.error('reference.damaged', new Error(loaded.error.message), { file: loaded.error.file });
  }
  return null;
}

/**
 * Reads every edition under `directory` (the resources' `reference` folder) once. The newest usable one
 * is made ready to search here, since pronouncing it takes longer than any query may.
 */
export async function openReference(directory: string): Promise<ReferenceLibrary> {
  const years = await listEditions(directory);
  const loaded = new Map<string, LoadedEdition>();
  for (const year of years) loaded.set(year, await loadEdition(directory, year));
  const indexes = new Map<string, ReferenceIndex>();

  function indexOf(guide: ReferenceEdition): ReferenceIndex {
    const index = indexes.get(guide.edition) ?? indexReference(guide, pronounce);
    indexes.set(guide.edition, index);
    return index;
  }

  function edition(year: string): ReferenceAnswer<ReferenceEdition> {
    return loaded.get(year) ?? { ok: false, error: { code: 'no-such-edition', message: 'no edition of that year' } };
  }

  const newest = [...loaded.values()].find((state) => state.ok);
  if (newest?.ok) indexOf(newest.value);

  return {
    editions: () => [...loaded].map(([year, state]) => ({ edition: year, damage: state.ok ? null : state.error })),
    edition,
    search: (year, query, options) => {
      const found = edition(year);
      return found.ok ? { ok: true, value: searchReference(indexOf(found.value), query, options) } : found;
    },
  };
}
