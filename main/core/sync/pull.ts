/** Reads what changed at the city: each page and its cursor in one transaction. */
import { ChangesResponse, type Change } from '#protocol/protocol.ts';
import type * as z from 'zod';
import { storeUnit } from '../unit/unit.service.ts';
import { answerOfMassRemoval, closeMassRemoval, raiseMassRemoval } from './mass-removal.ts';
import { askAsDevice, toTrouble } from './session.ts';
import { insertLog, saveCursor, selectApplicationIds, selectPullState } from './sync.repository.ts';
import { isMassRemoval, nextPageSize } from './sync.rules.ts';
import { enter, trouble, type Run, type Trouble, type Walk } from './sync.state.ts';

type Page = z.output<typeof ChangesResponse>;

/** Null when everything is read, or when a person has to answer first. */
export async function pull(run: Run): Promise<Trouble | null> {
  const { memory, db } = run;
  const answer = answerOfMassRemoval(db);
  memory.isPaused = answer === 'open' || (answer === 'refuse' && !memory.asksAgain);
  if (memory.isPaused) return null;
  for (;;) {
    const walk = (memory.walk ??= startWalk(run));
    const path = `v1/changes?since=${walk.cursor}&limit=${memory.pageSize}`;
    const asked = await askAsDevice(run, { method: 'GET', path }, ChangesResponse);
    if (!asked.ok) {
      const { failure } = asked;
      if (failure.kind === 'refused' && failure.code === 'cursor-gone' && walk.cursor !== '0') {
        saveCursor(db, '0');
        memory.walk = null;
        continue;
      }
      memory.pageSize = nextPageSize(memory.pageSize, 'badly');
      return toTrouble(failure);
    }
    const page = asked.value;
    if (!isForward(walk.cursor, page)) return trouble('not-the-city');
    if (!take(run, walk, page, answer === 'accept')) return null;
    memory.pageSize = nextPageSize(memory.pageSize, 'well');
    enter(run, 'pulling', { done: walk.received, total: walk.received + page.remaining });
    if (!page.more) return finish(run, walk, answer === 'accept');
  }
}

/** The archive holds something and knows no cursor: everything is read anew, and what is not met is gone. */
function startWalk(run: Run): Walk {
  const { cursor } = selectPullState(run.db);
  const held = run.office.applications.count();
  return { cursor, seen: cursor === '0' && held > 0 ? new Set() : null, removed: 0, held, received: 0 };
}

/** A cursor that stands still while there is more to come would be read for ever. */
function isForward(cursor: string, page: Page): boolean {
  const step = BigInt(page.next) - BigInt(cursor);
  return step > 0n || (step === 0n && page.changes.length === 0 && !page.more);
}

/** False when the page would remove too many and nothing of it was taken. */
function take(run: Run, walk: Walk, page: Page, isAccepted: boolean): boolean {
  const { applications } = run.office;
  const leaving = page.changes.flatMap((c) =>
    c.kind === 'removed' && applications.nameOf(c.applicationId) !== null ? [c.applicationId] : [],
  );
  if (!mayRemove(run, walk, leaving, isAccepted)) return false;
  run.db.transaction(() => {
    for (const change of page.changes) apply(run, change);
    if (!walk.seen) saveCursor(run.db, page.next);
  });
  const ids = page.changes.flatMap((c) => (c.kind === 'unit' ? [] : [idOf(c)]));
  for (const change of page.changes) if (change.kind === 'application') walk.seen?.add(change.application.id);
  walk.removed += leaving.length;
  walk.cursor = page.next;
  walk.received += page.changes.length;
  if (ids.length > 0) applications.committed(ids);
  if (page.changes.some((c) => c.kind === 'unit')) run.office.publish('unit.changed', {});
  return true;
}

function apply(run: Run, change: Change): void {
  if (change.kind === 'application') run.office.applications.receive(change.application);
  else if (change.kind === 'removed') run.office.applications.remove(change.applicationId);
  else storeUnit(run.db, change.unit);
}

function idOf(change: Exclude<Change, { kind: 'unit' }>): string {
  return change.kind === 'application' ? change.application.id : change.applicationId;
}

function mayRemove(run: Run, walk: Walk, leaving: readonly string[], isAccepted: boolean): boolean {
  if (isAccepted || leaving.length === 0 || !isMassRemoval(walk.removed + leaving.length, walk.held)) return true;
  const { applications } = run.office;
  raiseMassRemoval(
    run.db,
    leaving.map((id) => applications.nameOf(id) ?? ''),
    run.clock.now(),
  );
  run.memory.isPaused = true;
  run.memory.asksAgain = false;
  run.announce();
  return false;
}

function finish(run: Run, walk: Walk, isAccepted: boolean): null {
  const { db, memory, clock } = run;
  const { applications } = run.office;
  const { seen } = walk;
  const gone = seen ? selectApplicationIds(db).filter((id) => !seen.has(id)) : [];
  if (!mayRemove(run, walk, gone, isAccepted)) return null;
  db.transaction(() => {
    for (const id of gone) applications.remove(id);
    saveCursor(db, walk.cursor);
    closeMassRemoval(db);
    const code = seen ? 'anew' : '';
    if (walk.received > 0) insertLog(db, { at: clock.now(), kind: 'pulled', count: walk.received, code });
  });
  if (gone.length > 0) applications.committed(gone);
  memory.walk = null;
  memory.asksAgain = false;
  return null;
}
