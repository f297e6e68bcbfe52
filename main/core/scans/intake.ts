/** 一批: a drop is announced, its files are taken in one by one; each is safe once it is acknowledged. */
import { noRoom } from '#archive/db.ts';
import { fail, ok } from '#model/result.ts';
import { keepBytes } from '#vault/keep-bytes.ts';
import {
  deleteRefused,
  hasSameFile,
  insertFile,
  insertIntake,
  insertStored,
  leaveOut,
  selectFile,
  selectIntake,
  updateIntakeState,
  updateLost,
  type FileRow,
  type IntakeRow,
} from './intakes.repository.ts';
import { intakeView } from './intake-view.ts';
import { reconsider, type Answer, type Input, type ScanOffice } from './office.ts';
import { selectPageIdsOf } from './pages.repository.ts';

export function begin(office: ScanOffice, { intakeId, applicationId, total }: Input<'begin'>): Answer<'begin'> {
  const { db, applications, person, ports } = office;
  const known = selectIntake(db, intakeId);
  if (known) return ok(intakeView(office, known));
  if (applicationId !== null && !applications.has(applicationId)) return fail('not-found', 'no such application');
  const createdAt = ports.clock.now();
  const intake = { id: intakeId, applicationId, total, createdAt, createdBy: person.name, createdById: person.id };
  const act = { act: 'begin', subject: intakeId, detail: { applicationId, total } };
  if (!office.perform(act, () => insertIntake(db, intake))) return noRoom();
  office.wake(intakeId);
  office.tell(intakeId);
  const begun = selectIntake(db, intakeId);
  return begun ? ok(intakeView(office, begun)) : noRoom();
}

export async function add(office: ScanOffice, { intakeId, no, token, folder }: Input<'add'>): Promise<Answer<'add'>> {
  const { db, ports, vault } = office;
  const intake = selectIntake(db, intakeId);
  if (!intake) return fail('not-found', 'no such intake');
  const handedIn = await ports.files.take(token);
  const before = selectFile(db, intakeId, no);
  // a lost answer, a double press; one that was refused may come after all
  if (before && before.state !== 'refused') return ok({ state: outcomeOf(before) });
  if (!handedIn) return fail('file-gone');
  if (intake.state === 'stopped') return fail('stopped');
  const { bytes } = handedIn;
  const isEmpty = bytes.length === 0;
  const sha256 = isEmpty ? null : await keepBytes(vault, bytes);
  if (sha256 === null && !isEmpty) return noRoom();
  const file = { intakeId, no, name: handedIn.name.slice(0, MAX_NAME), folder, sizeBytes: bytes.length };
  const row = acknowledge(office, { ...file, sha256 });
  if (row === null) return noRoom();
  office.wake(intakeId);
  return ok({ state: outcomeOf(row) });
}

const MAX_NAME = 255;

function outcomeOf({ state }: Pick<FileRow, 'state'>): 'taken' | 'had-already' {
  return state === 'had-already' ? 'had-already' : 'taken';
}

type Arrived = Pick<FileRow, 'intakeId' | 'no' | 'name' | 'folder' | 'sizeBytes' | 'sha256'>;

/** The row by which it is acknowledged, and whatever of the same bytes was given up for lost. Null without room. */
function acknowledge(office: ScanOffice, arrived: Arrived): Pick<FileRow, 'state'> | null {
  const { db, ports } = office;
  const { intakeId, no, sha256, sizeBytes } = arrived;
  const at = ports.clock.now();
  let state: FileRow['state'] = 'unreadable';
  const isOnDisk = office.perform({ act: 'add', subject: intakeId, detail: { no, sha256 } }, () => {
    // another `add` of the same number may have been faster
    const before = selectFile(db, intakeId, no);
    if (before && before.state !== 'refused') {
      state = before.state;
      return;
    }
    if (before) deleteRefused(db, intakeId, no);
    const intake = selectIntake(db, intakeId);
    if (sha256 !== null) state = hasSameFile(db, sha256, intake?.applicationId ?? null) ? 'had-already' : 'stored';
    insertFile(db, { ...arrived, state, problem: sha256 === null ? 'empty' : null, at });
    if (sha256 === null) return;
    insertStored(db, sha256, sizeBytes, at);
    if (updateLost(db, sha256, null) > 0) reconsider(office, selectPageIdsOf(db, sha256));
    if (intake?.state === 'done') updateIntakeState(db, intakeId, 'running', null);
  });
  return isOnDisk ? { state } : null;
}

export function refuse(office: ScanOffice, { intakeId, no, name, folder, reason }: Input<'refuse'>): Answer<'refuse'> {
  const { db, ports } = office;
  if (!selectIntake(db, intakeId)) return fail('not-found', 'no such intake');
  if (selectFile(db, intakeId, no)) return ok(null);
  const file = { intakeId, no, name, folder, state: 'refused' as const, problem: reason, sha256: null, sizeBytes: 0 };
  const act = { act: 'refuse', subject: intakeId, detail: { no, reason } };
  if (!office.perform(act, () => insertFile(db, { ...file, at: ports.clock.now() }))) return noRoom();
  office.wake(intakeId);
  return ok(null);
}

export function pause(office: ScanOffice, intakeId: string): Answer<'pause'> {
  return turn(office, intakeId, 'pause', ({ state }) => (state === 'running' ? 'paused' : state));
}

export function resume(office: ScanOffice, intakeId: string): Answer<'resume'> {
  return turn(office, intakeId, 'resume', ({ state }) => (state === 'paused' ? 'running' : state));
}

/** What is over stays over. */
export function stop(office: ScanOffice, intakeId: string): Answer<'stop'> {
  return turn(office, intakeId, 'stop', ({ state }) => (state === 'done' ? state : 'stopped'));
}

function turn(
  office: ScanOffice,
  intakeId: string,
  act: 'pause' | 'resume' | 'stop',
  next: (intake: IntakeRow) => IntakeRow['state'],
): Answer<'pause'> {
  const { db, ports } = office;
  const intake = selectIntake(db, intakeId);
  if (!intake) return fail('not-found', 'no such intake');
  const state = next(intake);
  if (state === intake.state) {
    // going on with what runs: it may have been stuck
    if (act === 'resume') office.wake();
    return ok(null);
  }
  const at = ports.clock.now();
  const isOnDisk = office.perform({ act, subject: intakeId, detail: {} }, () => {
    updateIntakeState(db, intakeId, state, state === 'stopped' ? at : null);
    if (state === 'stopped') leaveOut(db, intakeId, at);
  });
  if (!isOnDisk) return noRoom();
  office.tell(intakeId);
  office.wake();
  return ok(null);
}
