/** One round: session → changes → decisions → changes again if any went out → scans. */
import { readyToSend } from '../outbox/outbox.service.ts';
import { pull } from './pull.ts';
import { push, type Pushed } from './push.ts';
import { fetchScans } from './scans.ts';
import { ensureSession, toTrouble } from './session.ts';
import { enter, type Run, type Trouble } from './sync.state.ts';

/** Changes first: a conflict met here costs nothing, and what was not sent can still be taken back. */
export async function goRound(run: Run): Promise<Trouble | null> {
  enter(run, 'connecting');
  const session = await ensureSession(run);
  if (!session.ok) return toTrouble(session.failure);
  let pushed: Pushed;
  do {
    enter(run, 'pulling');
    const before = await pull(run);
    if (before) return before;
    pushed = canSend(run) ? await push(run) : NOTHING_PUSHED;
    if (pushed.trouble) return pushed.trouble;
  } while (pushed.startsOver);
  if (pushed.settled > 0) {
    enter(run, 'pulling');
    const after = await pull(run);
    if (after) return after;
  }
  return run.signal.aborted ? null : fetchScans(run);
}

const NOTHING_PUSHED: Pushed = { settled: 0, trouble: null, startsOver: false };

function canSend(run: Run): boolean {
  return !run.memory.isForked && readyToSend(run.db, run.clock.now(), 1).length > 0;
}
