/** What the bar says of a run. */
import type { Run } from './runs.ts';
import { madeWords } from './words.ts';

export function runWords(run: Run): string {
  const { kind, state, done, total, batch, cut, toSave, wasCancelled, saving } = run;
  if (cut) return `锁定时停下了，已存好${cut.saved}个文件，没有留下半份。要的话请再办一次。`;
  if (wasCancelled && state !== 'over') return '正在停下…';
  if (state === 'making') return kind === 'archive' ? `正在整理存档 ${done}/${total}人` : `正在生成 ${done}/${total}份`;
  if (state === 'saving') return `已保存${savedOf(run)}/${toSave}`;
  if (!batch) return '没有生成。';
  return saving ? `${madeWords(batch)}；存好${saving.saved.length}/${toSave}个文件` : madeWords(batch);
}

export function savedOf({ saving }: Run): number {
  return saving?.saved.length ?? 0;
}
