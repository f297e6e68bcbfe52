/** What a kind of batch has to know and do; one file a kind. */
import type { LeftOutReason } from '#model/batch.ts';
import { notActionable, type Applications } from '../applications/applications.service.ts';
import type { ActOutcome } from '../commit-acts.ts';

export type Entry = NonNullable<ReturnType<Applications['entry']>>;

/** `opinion`: of an approval, the same for all */
export type BatchParams = Readonly<{ opinion: string | null }>;

/** What would become of one: done with these words, left out, or left to be done by itself. */
export type Foreseen =
  | Readonly<{ kind: 'will'; text: string }>
  | Readonly<{ kind: 'cannot' | 'single'; reason: LeftOutReason }>;

/** `text`: as foreseen */
export type DueAct = Readonly<{ entry: Entry; commandId: string; text: string }>;

/** An Error is a bug met in that act, which is then undone. */
export type Outcome = 'done' | LeftOutReason | Error;

export type BatchKind = Readonly<{
  foresee(entry: Entry, params: BatchParams): Foreseen;
  /** Each an act of its own, in the same turn in which it was foreseen; `alongside` runs in the transaction of each. */
  perform<A extends DueAct>(acts: readonly A[], alongside: (act: A) => void): readonly Outcome[];
  /** Now and then after acts were done: to whom it has to be told besides those who watch applications. */
  tell?(): void;
}>;

/** For use cases that take inputs of their own: finds the act again by its command. */
export function byCommand<A extends DueAct>(
  acts: readonly A[],
  alongside: (act: A) => void,
): (input: Readonly<{ commandId: string }>) => void {
  const actOf = new Map(acts.map((act) => [act.commandId, act]));
  return ({ commandId }) => {
    const act = actOf.get(commandId);
    if (act) alongside(act);
  };
}

export function cannot(code: LeftOutReason['code'], detail: string | number = ''): Foreseen {
  return { kind: 'cannot', reason: { code, detail: String(detail) } };
}

export function single(code: LeftOutReason['code'], detail = ''): Foreseen {
  return { kind: 'single', reason: { code, detail } };
}

/** What stands in the way of anything that the unit could do; null: nothing. */
export function closedFor(entry: Entry): Foreseen | null {
  const blocked = notActionable(entry);
  return blocked && cannot(blocked);
}

/** Refusals were foreseen: what is refused all the same is a fault of this program. */
export function outcomeOf(outcome: ActOutcome<string>): Outcome {
  if (outcome instanceof Error) return outcome;
  if (outcome.ok) return 'done';
  const { code } = outcome.error;
  return code === 'disk-full' ? { code, detail: '' } : { code: 'failed', detail: code };
}
