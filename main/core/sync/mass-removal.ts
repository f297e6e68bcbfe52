/** The question put to a person when a pull would remove too much; its answer holds until that pull is through. */
import { uuidv7 } from 'uuidv7';
import type { Db } from '#archive/db.ts';
import { insertTask, selectLatestTask, updateTaskDetail } from './sync.repository.ts';

type Detail = Readonly<{ names: readonly string[]; isOver: boolean }>;

/** As many names as a task can show. */
const MAX_NAMES = 500;

export function raiseMassRemoval(db: Db, names: readonly string[], at: number): void {
  const detail: Detail = { names: names.slice(0, MAX_NAMES), isOver: false };
  insertTask(db, {
    id: uuidv7(),
    code: 'mass-removal',
    raisedAt: at,
    commandId: null,
    applicationId: null,
    current: null,
    detail: JSON.stringify(detail),
  });
}

/** `open`: asked, not answered. `none`: nothing of the kind is under way. */
export function answerOfMassRemoval(db: Db): 'none' | 'open' | 'accept' | 'refuse' {
  const task = selectLatestTask(db, 'mass-removal');
  if (!task || detailOf(task.detail).isOver) return 'none';
  if (task.answer === null) return 'open';
  return task.answer === 'accept' ? 'accept' : 'refuse';
}

export function closeMassRemoval(db: Db): void {
  const task = selectLatestTask(db, 'mass-removal');
  if (!task || task.answer === null) return;
  const detail = detailOf(task.detail);
  if (!detail.isOver) updateTaskDetail(db, task.id, JSON.stringify({ ...detail, isOver: true }));
}

export function namesOfMassRemoval(detail: string): readonly string[] {
  return detailOf(detail).names;
}

function detailOf(text: string): Detail {
  return JSON.parse(text) as Detail;
}
