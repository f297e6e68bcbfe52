/** `--auto`: while a person tries the desk, applicants correct and superiors answer by themselves. */
import type { ApplicationState } from '#model/application.ts';
import { playAct, type OutsideAct } from './acts.ts';
import type { CityContext } from './context.ts';
import { createRandom } from '../support/people.ts';

const TICK_MS = 15_000;
/** How many applications move in one tick. */
const PER_TICK = 1;

/** Returns what stops it. `since` limits it to what happened after the start, so that the seed stays as it is. */
export function startAuto(context: CityContext, since: number): () => void {
  const random = createRandom('auto');
  const timer = setInterval(() => {
    playOne(context, 'with-applicant', since, () => ({ kind: 'resubmit', filing: null }));
    playOne(context, 'superior-review', since, () => ({ kind: random() < 0.3 ? 'superior-opinion' : 'accept' }));
    playOne(context, 'city-review', since, () => ({ kind: 'accept' }));
  }, TICK_MS);
  return () => clearInterval(timer);
}

function playOne(context: CityContext, state: ApplicationState, since: number, choose: () => OutsideAct): void {
  const waiting = context.db
    .prepare<[string, number, number], { id: string }>(
      `SELECT id FROM application WHERE state = ? AND json_extract(body, '$.history[#-1].at') >= ? ORDER BY no LIMIT ?`,
    )
    .all(state, since, PER_TICK);
  for (const { id } of waiting) playAct(context, id, choose());
}
