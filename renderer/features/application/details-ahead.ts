/**
 * Applications asked for before they are opened: shown at once when they are, while they are asked for again. Whatever
 * would make an answer on screen another drops the one kept here.
 */
import type { api } from '../../client/index.ts';
import type { Detail } from './words.ts';

type Answer = Awaited<ReturnType<typeof api.applications.get>>;
type Kept = Readonly<{ answer: Promise<Answer> }> & { detail: Detail | undefined };

export type DetailsAhead = Readonly<{
  /** As it was answered last, where nothing has changed since. */
  known(id: string): Detail | undefined;
  /** Asks, and keeps the answer. */
  ask(load: () => Promise<Answer>, id: string): Promise<Answer>;
  /** Asks only where it is not known, nor on its way. */
  want(id: string): Promise<Answer>;
  /** null: of all */
  drop(ids: readonly string[] | null): void;
  /** Something was dropped. */
  subscribe(listener: () => void): () => void;
}>;

/** One is some 50 KB; a queue shows two dozen rows at once. */
const MOST_KEPT = 40;

export function createDetailsAhead(loadAhead: (id: string) => Promise<Answer>, mostKept = MOST_KEPT): DetailsAhead {
  const kept = new Map<string, Kept>();
  const listeners = new Set<() => void>();

  function ask(load: () => Promise<Answer>, id: string): Promise<Answer> {
    const mine: Kept = { answer: load().then(take), detail: undefined };
    function take(answer: Answer): Answer {
      // dropped meanwhile: it may tell of what was before
      if (kept.get(id) !== mine) return answer;
      if (answer.ok) mine.detail = answer.value;
      else kept.delete(id);
      return answer;
    }
    kept.delete(id);
    kept.set(id, mine);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return mine.answer;
  }
  return {
    known: (id) => kept.get(id)?.detail,
    ask,
    want: (id) => kept.get(id)?.answer ?? ask(() => loadAhead(id), id),
    drop(ids) {
      for (const id of ids ?? [...kept.keys()]) kept.delete(id);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
