import { describe, expect, it } from 'vitest';
import type { Step } from '#model/application.ts';
import { makeApplication } from '../../../sync/application.ts';
import { historyLines } from '../../../../renderer/features/application/history-lines.ts';
import { detailOf } from './detail.ts';
import type { Detail } from '../../../../renderer/features/application/words.ts';

const at = (day: string): number => Date.parse(`2026-${day}T10:00+08:00`);
const OPINION = '请补充学历证书扫描件。';

function step(id: string, day: string, over: Partial<Step> = {}): Step {
  return { id, at: at(day), level: 'unit', actor: '李敏', action: 'return', opinion: OPINION, ...over };
}

function decision(
  commandId: string,
  day: string,
  over: Partial<Detail['decisions'][number]> = {},
): Detail['decisions'][number] {
  return {
    commandId,
    decision: 'return',
    opinion: OPINION,
    decidedAt: at(day),
    decidedBy: '李敏',
    delivery: 'effective',
    receiptNumber: `R-${commandId}`,
    ...over,
  };
}

function lines(history: readonly Step[], decisions: Detail['decisions']) {
  return historyLines(detailOf({ application: makeApplication({ history }), decisions })).map((line) => [
    line.id,
    line.delivery,
    line.receipt,
  ]);
}

const submitted = step('s0', '08-30', { level: 'applicant', actor: '曾文静', action: 'submit', opinion: '' });

describe('the review record', () => {
  it('shows a decision of ours that took effect once: as the city’s step, with its receipt', () => {
    expect(lines([submitted, step('s1', '09-02')], [decision('d1', '09-01')])).toEqual([
      ['s1', 'effective', 'R-d1'],
      ['s0', null, null],
    ]);
  });

  it('shows it by itself as long as the step has not come down', () => {
    expect(lines([submitted], [decision('d1', '09-01')])).toEqual([
      ['d1', 'effective', 'R-d1'],
      ['s0', null, null],
    ]);
  });

  it('does not take an earlier return in the same words for the later one', () => {
    const resubmitted = step('s2', '09-05', { level: 'applicant', action: 'resubmit', opinion: '' });
    const both = [decision('d2', '09-06'), decision('d1', '09-01')];
    expect(lines([step('s1', '09-02'), resubmitted], both)).toEqual([
      ['d2', 'effective', 'R-d2'],
      ['s2', null, null],
      ['s1', 'effective', 'R-d1'],
    ]);
    expect(lines([step('s1', '09-02'), resubmitted, step('s3', '09-07')], both)).toEqual([
      ['s3', 'effective', 'R-d2'],
      ['s2', null, null],
      ['s1', 'effective', 'R-d1'],
    ]);
  });

  it.each<[string, Partial<Step>]>([
    ['of another act', { action: 'reset' }],
    ['in other words', { opinion: '请补充继续教育证明。' }],
    ['of a superior', { level: 'superior' }],
  ])('does not give its receipt to a step %s', (_what, over) => {
    expect(lines([step('s1', '09-02', over)], [decision('d1', '09-01')])).toEqual([
      ['s1', null, null],
      ['d1', 'effective', 'R-d1'],
    ]);
  });

  it('shows what is on its way, what was refused and what was taken back beside the steps', () => {
    const decisions = [
      decision('d3', '09-04', { delivery: 'waiting', receiptNumber: null }),
      decision('d2', '09-03', { delivery: 'undone', receiptNumber: null }),
      decision('d1', '09-01', { delivery: 'attention', receiptNumber: null }),
    ];
    expect(lines([step('s1', '09-02')], decisions)).toEqual([
      ['d3', 'waiting', null],
      ['d2', null, null],
      ['s1', null, null],
      ['d1', 'attention', null],
    ]);
  });

  it('names who did what', () => {
    const record = historyLines(
      detailOf({
        application: makeApplication({ history: [submitted] }),
        decisions: [decision('d1', '09-01', { delivery: 'undone' })],
      }),
    );
    expect(record.map(({ who, what }) => [who, what])).toEqual([
      ['本单位 李敏', '返回修改（已撤回）'],
      ['申报人 曾文静', '提交申报'],
    ]);
  });
});
