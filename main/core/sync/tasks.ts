/** What people see of sync: the outbox, the cases that need them, the record of contacts. */
import type * as z from 'zod';
import type { Db } from '#archive/db.ts';
import type { sync as syncContract } from '#contract/sync.contract.ts';
import { isDecision, type Application } from '#model/application.ts';
import { fail, ok, type Result } from '#model/result.ts';
import { actsById, outboxPage, wordsOf, type ActView } from '../outbox/outbox.service.ts';
import { namesOfMassRemoval } from './mass-removal.ts';
import { countLog, resolveTask, selectLog, selectOpenTask, selectOpenTasks, type TaskRow } from './sync.repository.ts';
import type { SyncApplications, SyncOffice } from './sync.state.ts';

type Output<M extends keyof typeof syncContract> = z.input<(typeof syncContract)[M]['output']>;
type OutboxItem = Output<'outbox'>['items'][number];
type Task = Output<'tasks'>['tasks'][number];
type Page = Readonly<{ offset: number; limit: number }>;
export type TaskAnswer = 'acknowledge' | 'accept' | 'refuse';

/** The contract's own limit; the newest come first. */
const MAX_TASKS = 500;

export function listOutbox(db: Db, applications: SyncApplications, page: Page, now: number): Output<'outbox'> {
  const { total, acts } = outboxPage(db, page, now);
  return { total, items: acts.map((act) => toItem(act, applications)) };
}

export function listTasks(db: Db, applications: SyncApplications, now: number): Output<'tasks'> {
  const rows = selectOpenTasks(db, MAX_TASKS);
  const commandIds = rows.flatMap((row) => (row.commandId === null ? [] : [row.commandId]));
  const acts = actsById(db, commandIds, now);
  return { tasks: rows.map((row) => toTask(row, acts, applications)) };
}

export function listLog(db: Db, page: Page): Output<'log'> {
  return { total: countLog(db), entries: selectLog(db, page.offset, page.limit) };
}

/** `acknowledge` archives a case; `accept` and `refuse` answer a mass removal, and nothing else does. */
export function answerTask(
  office: SyncOffice,
  taskId: string,
  answer: TaskAnswer,
): Result<null, 'not-found' | 'answer-not-possible'> {
  const { archive, ports, person } = office;
  const task = selectOpenTask(archive.db, taskId);
  if (!task) return fail('not-found');
  if ((task.code === 'mass-removal') === (answer === 'acknowledge')) return fail('answer-not-possible');
  archive.db.transaction(() => {
    resolveTask(archive.db, taskId, answer, ports.clock.now());
    const detail = { answer, code: task.code };
    archive.audit.record({ personId: person.id, act: 'sync.resolve-task', subject: taskId, detail });
  });
  return ok(null);
}

function toItem(view: ActView, applications: SyncApplications): OutboxItem {
  const { delivery, applicationId, act } = view;
  return {
    commandId: view.commandId,
    applicationId,
    name: (applicationId && applications.nameOf(applicationId)) ?? '',
    act,
    decidedBy: view.decidedBy,
    decidedAt: view.decidedAt,
    delivery,
    sendsAt: view.sendsAt,
    receiptNumber: view.receiptNumber,
    deliveredAt: view.deliveredAt,
    problem: view.problem as OutboxItem['problem'],
    // the unit's forms are corrected by a new version, not taken back
    canUndo: isDecision(act) && (delivery === 'waiting' || delivery === 'due'),
  };
}

function toTask(row: TaskRow, acts: ReadonlyMap<string, ActView>, applications: SyncApplications): Task {
  const current = row.current === null ? null : (JSON.parse(row.current) as Application);
  const known = current ?? (row.applicationId === null ? null : applications.read(row.applicationId));
  const ours = row.commandId === null ? undefined : acts.get(row.commandId);
  return {
    id: row.id,
    code: row.code as Task['code'],
    raisedAt: row.raisedAt,
    commandId: row.commandId,
    applicationId: row.applicationId,
    name: known?.applicant.name ?? '',
    phone: known?.applicant.phone ?? '',
    ours: ours ? { act: ours.act, opinion: wordsOf(ours), decidedAt: ours.decidedAt, decidedBy: ours.decidedBy } : null,
    current,
    removals: row.code === 'mass-removal' ? [...namesOfMassRemoval(row.detail)] : [],
  };
}
