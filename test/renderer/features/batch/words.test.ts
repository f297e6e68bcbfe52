import { describe, expect, it } from 'vitest';
import { batch } from '#contract/batch.contract.ts';
import type { BatchItem, BatchSummary } from '../../../../renderer/features/batch/types.ts';
import { batchTroubleText, headline, isOutOfRoom, progressWords } from '../../../../renderer/features/batch/words.ts';

const SUMMARY: BatchSummary = {
  id: '0198f000-0000-7000-8000-000000000001',
  kind: 'approve',
  state: 'done',
  total: 31,
  done: 30,
  failed: 1,
  createdAt: 0,
  createdBy: '李敏',
  finishedAt: 0,
};
const leftOut = (name: string): BatchItem => ({
  id: SUMMARY.id,
  name,
  state: 'left-out',
  code: 'too-early',
  detail: '2026-09-25',
});

describe('the report in one sentence (ux 2.1)', () => {
  it('names the one that was left out, and why', () => {
    expect(headline(SUMMARY, [leftOut('李四')])).toBe('已办理30件，未办理1件：李四 公示期未满，2026-09-25起才能办。');
  });
  it('counts many and leaves their reasons to the rows', () => {
    const many = headline({ ...SUMMARY, done: 28, failed: 3 }, ['李四', '王五', '赵六'].map(leftOut));
    expect(many).toBe('已办理28件，未办理3件。');
  });
  it('says what was not reached when somebody stopped it', () => {
    expect(headline({ ...SUMMARY, state: 'stopped', done: 12, failed: 0 }, [])).toBe(
      '已办理12件。到此为止，其余19件没有办。',
    );
  });
  it('is one clause when everything was done', () => {
    expect(headline({ ...SUMMARY, done: 31, failed: 0 }, [])).toBe('已办理31件。');
  });
});

describe('how far it has come', () => {
  it.each([
    ['running', '正在办理 12/31'],
    ['paused', '已暂停，办到第12件。'],
    ['interrupted', '上次办到第12件。'],
  ] as const)('%s', (state, words) => {
    expect(progressWords({ ...SUMMARY, state, done: 11, failed: 1 })).toBe(words);
  });
  it('tells a row that had no room on the disk from one that simply waits', () => {
    const waiting: BatchItem = { ...leftOut('李四'), state: 'waiting', code: null, detail: '' };
    expect(isOutOfRoom([waiting])).toBe(false);
    expect(isOutOfRoom([waiting, { ...waiting, code: 'disk-full' }])).toBe(true);
  });
});

describe('what a refusal says', () => {
  const DEFECT = batchTroubleText({ code: 'internal', message: '' });
  const codes = [...batch.start.errors, ...batch.resume.errors, ...batch.stop.errors, ...batch.report.errors];
  it.each([...new Set(codes)])('%s has words of its own', (code) => {
    expect(batchTroubleText({ code, message: '' })).not.toBe(DEFECT);
  });
});
