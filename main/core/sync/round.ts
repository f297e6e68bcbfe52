/** One round: session → changes → decisions → changes again if any went out → scans. */
import { readyToSend } from '../outbox/outbox.service.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { fetchScans } from './scans.ts';
import { ensureSession, toTrouble } from './session.ts';
import { enter, type Run, type Trouble } from './sync.state.ts';

/** Changes first: a conflict met here costs nothing, and what was not sent can still be taken back. */
export async function goRound(run: Run): Promise<Trouble | null> {
  enter(run, 'connecting');
  const session = await ensureSession(run);
  if (!session.ok) return toTrouble(session.failure);
  enter(run, 'pulling');
  const before = await pull(run);
  if (before) return before;
  if (canSend(run)) {
    enter(run, 'pushing');
    const pushed = await push(run);
    if (pushed.trouble) return pushed.trouble;
    if (pushed.settled > 0) {
      enter(run, 'pulling');
      const after = await pull(run);
      if (after) return after;
    }
  }
  return run.signal.aborted ? null : fetchScans(run);
}

function canSend(run: Run): boolean {
  return !run.memory.isForked && readyToSend(run.db, run.clock.now(), 1).length > 0;
}
