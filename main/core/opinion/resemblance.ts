/**
 * Whose evaluation another resembles. The letters of all of them stay in memory while the archive is open,
 * so that every stroke of autosave can ask.
 */
import { bigramsOf, mostSimilar, similarity, SIMILAR_FROM, type Bigrams } from '#model/opinion-similarity.ts';

export type Similar = Readonly<{ name: string; percent: number }>;

export type Resemblance = Readonly<{
  /** The one most alike, where it is alike enough to be told. */
  closest(id: string, evaluation: string): Similar | null;
  /** Its evaluation is another now, or there is none any more. */
  changed(id: string): void;
}>;

type Evaluations = readonly Readonly<{ id: string; evaluation: string }>[];
type Source = Readonly<{
  evaluations(id?: string): Evaluations;
  nameOf(id: string): string | null;
}>;

export function createResemblance({ evaluations, nameOf }: Source): Resemblance {
  let all: Map<string, Bigrams> | null = null;

  function put(into: Map<string, Bigrams>, found: Evaluations): void {
    for (const { id, evaluation } of found) into.set(id, bigramsOf(evaluation, nameOf(id) ?? ''));
  }
  function held(): ReadonlyMap<string, Bigrams> {
    if (all) return all;
    all = new Map();
    put(all, evaluations());
    return all;
  }

  return {
    closest(id, evaluation) {
      const own = bigramsOf(evaluation, nameOf(id) ?? '');
      let [closest, percent] = ['', SIMILAR_FROM - 1];
      for (const [other, theirs] of held()) {
        if (other === id || mostSimilar(own, theirs) <= percent || nameOf(other) === null) continue;
        const same = similarity(own, theirs);
        if (same > percent) [closest, percent] = [other, same];
      }
      const name = nameOf(closest);
      return name === null ? null : { name, percent };
    },
    changed(id) {
      if (!all) return;
      all.delete(id);
      put(all, evaluations(id));
    },
  };
}
