/** 「导出报告」: what became of each, as a table. */
import { BATCH_WORDS, leftOutWords, type LeftOutReason } from '#model/batch.ts';
import { beijingDateOf, formatTime } from '#model/beijing-time.ts';
import { csvOf } from '../csv.ts';
import type { BatchRow, ItemRow, ItemState } from './batch.repository.ts';
import type { Basis } from './foreseeing.ts';

const HEADINGS = ['序号', '姓名', '申报资格', '结果', '未办理的原因'];
const STATE_WORDS: Readonly<Record<ItemState, string>> = { waiting: '还没办到', done: '已办理', 'left-out': '未办理' };

/** 「批量通过 2026-09-01 0915.csv」 */
export function reportName({ kind, createdAt }: Pick<BatchRow, 'kind' | 'createdAt'>): string {
  return `${BATCH_WORDS[kind]} ${beijingDateOf(createdAt)} ${formatTime(createdAt).replaceAll(/\D/g, '')}.csv`;
}

export function reportOf(items: readonly ItemRow[]): Uint8Array {
  return csvOf([HEADINGS, ...items.map(rowOf)]);
}

function rowOf({ no, basis, state, reason }: ItemRow): readonly string[] {
  const { name, title } = JSON.parse(basis) as Basis;
  const words = reason === null ? '' : leftOutWords(JSON.parse(reason) as LeftOutReason);
  return [String(no), name, title, STATE_WORDS[state], words];
}
