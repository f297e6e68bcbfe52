/** Several acts of one kind written together, each checked and kept or refused by itself. */
import type { Archive, JournalEntry, NewEntry } from '#archive/archive.ts';
import { DiskFullError, noRoom } from '#archive/db.ts';
import { ok, type Result } from '#model/result.ts';

/** An Error is a bug met in that act, which is then undone. */
export type ActOutcome<C extends string> = Result<null, C | 'disk-full'> | Error;

export function isDone(outcome: ActOutcome<string> | undefined): boolean {
  return outcome !== undefined && !(outcome instanceof Error) && outcome.ok;
}

/**
 * `prepare` says what goes into the journal, or null where this very act was done before. `apply` runs in the
 * act's own transaction. All of them are checked before the first is written: no two about the same thing.
 */
export function commitActs<I, C extends string>(
  archive: Archive,
  inputs: readonly I[],
  prepare: (input: I) => Result<NewEntry | null, C>,
  apply: (entry: JournalEntry, input: I) => void,
): readonly ActOutcome<C>[] {
  const prepared = inputs.map(prepare);
  const inputOf = new Map<unknown, I>();
  const due = prepared.flatMap((result, index) => {
    if (!result.ok || result.value === null) return [];
    inputOf.set(result.value.payload, inputs[index] as I);
    return [result.value];
  });
  const committed = archive.commitAll(due, (entry) => apply(entry, inputOf.get(entry.payload) as I)).values();
  return prepared.map((result) => {
    if (!result.ok) return result;
    return result.value === null ? ok(null) : outcomeOf(committed.next().value ?? null);
  });
}

function outcomeOf(error: Error | null): ActOutcome<never> {
  if (error === null) return ok(null);
  return error instanceof DiskFullError ? noRoom() : error;
}
