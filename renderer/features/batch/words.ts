/** Every text of the batches (ux 2.1); why somebody is left out is said by the model, as in the report. */
import { leftOutWords, type LeftOutReason } from '#model/batch.ts';
import { troubleOf, troubleText, type Trouble } from '../../ui/trouble.ts';
import type { Failure } from '#model/result.ts';
import type { BatchItem, BatchKind, BatchSummary } from './types.ts';

type KindWords = Readonly<{
  /** the page's title, as on the button that led here */
  title: string;
  /** 「通过31件」 */
  act(count: number): string;
  /** what leaves, over the text */
  text: string;
  /** the way to one of them */
  open: string;
  /** what the preview promises */
  note: string;
}>;

export const KIND_WORDS: Readonly<Record<BatchKind, KindWords>> = {
  approve: {
    title: '批量通过',
    act: (count) => `通过${count}件`,
    text: '审核意见',
    open: '看这件',
    note: '逐件办理，随意见一起报上级。',
  },
  return: {
    title: '批量返回修改',
    act: (count) => `返回修改${count}件`,
    text: '申报人将看到',
    open: '看这件',
    note: '每人用1次机会，意见取各人自己的问题。',
  },
  opinion: {
    title: '批量提交意见',
    act: (count) => `提交${count}份`,
    text: '将提交的基层单位意见',
    open: '看意见',
    note: '提交各人已写好的草稿；审核通过以前还可以修改。',
  },
  conclude: {
    title: '结束公示',
    act: (count) => `结束${count}人的公示`,
    text: '公示结论',
    open: '看这件',
    note: '只结束已满期、没有异议的。',
  },
};

/** 「李四 公示期未满，2026-09-25起才能办」 */
export function leftOutLine({ name, ...reason }: LeftOutReason & Readonly<{ name: string }>): string {
  return `${name === '' ? '已不在本单位的申报' : name} ${leftOutWords(reason)}`;
}

const NAMED_IN_HEADLINE = 2;

/** 「已办理30件，未办理1件：李四 公示期未满，2026-09-25起才能办。」 */
export function headline({ state, total, done, failed }: BatchSummary, items: readonly BatchItem[]): string {
  const waiting = total - done - failed;
  const leftOut = items.flatMap(({ name, state: itemState, code, detail }) =>
    itemState === 'left-out' && code ? [leftOutLine({ name, code, detail })] : [],
  );
  const named = leftOut.length > 0 && leftOut.length <= NAMED_IN_HEADLINE ? `：${leftOut.join('；')}` : '';
  const notDone = failed > 0 ? `，未办理${failed}件${named}` : '';
  const rest = state === 'stopped' && waiting > 0 ? `。到此为止，其余${waiting}件没有办` : '';
  return `已办理${done}件${notDone}${rest}。`;
}

/** 「正在办理 12/31」; where it stands while it is not over. */
export function progressWords({ state, total, done, failed }: BatchSummary): string {
  const at = done + failed;
  switch (state) {
    case 'running':
      return `正在办理 ${at}/${total}`;
    case 'paused':
      return at === 0 ? '已暂停，还没有办。' : `已暂停，办到第${at}件。`;
    case 'interrupted':
      return at === 0 ? '上次还没有办就停下了。' : `上次办到第${at}件。`;
    case 'stopped':
    case 'done':
      return '';
  }
}

export const STATE_WORDS: Readonly<Record<BatchSummary['state'], string>> = {
  running: '正在办理',
  paused: '已暂停',
  interrupted: '没有办完',
  stopped: '到此为止',
  done: '已办完',
};

const BATCH_TROUBLES: Readonly<Record<string, Trouble>> = {
  nobody: {
    happened: '选的人里没有一件现在能办。',
    meaning: '什么都没有改变。',
    advice: '原因列在“不能办理”下面，请补齐后再办。',
  },
  'another-runs': {
    happened: '另一批正在办理。',
    meaning: '这一批还没有开始。',
    advice: '请等那一批办完，或先让它到此为止。',
  },
  'not-found': {
    happened: '这一批的记录已经不在了。',
    meaning: '已办的各件都照常有效。',
    advice: '请看收发里的发件箱。',
  },
};

export function batchTrouble(failure: Failure): Trouble {
  return troubleOf(failure, BATCH_TROUBLES);
}

export function batchTroubleText(failure: Failure): string {
  return troubleText(batchTrouble(failure));
}

/** A full disk stopped it: the row waits, nothing of it was done. */
export function isOutOfRoom(items: readonly BatchItem[]): boolean {
  return items.some(({ state, code }) => state === 'waiting' && code === 'disk-full');
}
