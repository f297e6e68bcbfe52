import { describe, expect, it } from 'vitest';
import { refuseDecision, sendTime, type DecisionRequest, type Facts } from '#core/review/review.rules.ts';
import type { Application } from '#model/application.ts';
import { START } from '../../../support/fake-ports.ts';
import { makeApplication } from '../../../sync/application.ts';

const FREE: Facts = { blocked: null, gaps: [] };
const GAP = { code: 'publicity-missing', possibleFrom: null } as const;

type Vector = Readonly<{
  rule: string;
  application?: Partial<Application>;
  request?: Partial<DecisionRequest>;
  facts?: Partial<Facts>;
  expected: string | null;
}>;

const VECTORS: readonly Vector[] = [
  // 五(三)4: the three decisions, each with an opinion
  { rule: '五(三)4: a return with an opinion is possible', expected: null },
  { rule: '五(三)4: a reset with an opinion is possible', request: { decision: 'reset' }, expected: null },
  { rule: '五(三)4: a return without an opinion is not', request: { opinion: '' }, expected: 'opinion-missing' },
  { rule: '五(三)4: blanks are no opinion', request: { opinion: ' \n　' }, expected: 'opinion-missing' },
  {
    rule: '五(三)4: a reset without an opinion is not',
    request: { decision: 'reset', opinion: '' },
    expected: 'opinion-missing',
  },
  {
    rule: '五(三)4: an approval needs its text as well',
    request: { decision: 'approve', opinion: ' ' },
    expected: 'opinion-missing',
  },
  // product rule 2, Q18: what an approval needs
  { rule: 'rule 2: an approval that lacks nothing is possible', request: { decision: 'approve' }, expected: null },
  {
    rule: 'rule 2: one that lacks something is not',
    request: { decision: 'approve' },
    facts: { gaps: [GAP] },
    expected: 'approval-not-possible',
  },
  { rule: 'rule 2: what an approval lacks does not hinder a return', facts: { gaps: [GAP] }, expected: null },
  // 五(二)3(1): four chances, returns and resets together
  { rule: '五(二)3(1): the third chance needs no confirmation', application: { chancesUsed: 2 }, expected: null },
  { rule: '五(二)3(1): the last one does', application: { chancesUsed: 3 }, expected: 'last-chance-unconfirmed' },
  {
    rule: '五(二)3(1): the last one, confirmed',
    application: { chancesUsed: 3 },
    request: { lastChanceConfirmed: true },
    expected: null,
  },
  {
    rule: '五(二)3(1): the last one by a reset',
    application: { chancesUsed: 3 },
    request: { decision: 'reset' },
    expected: 'last-chance-unconfirmed',
  },
  {
    rule: '五(二)3(1): a fifth return is refused, confirmed or not',
    application: { chancesUsed: 4 },
    request: { lastChanceConfirmed: true },
    expected: 'no-chances-left',
  },
  {
    rule: '五(二)3(1): a fifth reset too',
    application: { chancesUsed: 4 },
    request: { decision: 'reset', lastChanceConfirmed: true },
    expected: 'no-chances-left',
  },
  {
    rule: '五(二)3(1): counted past four by the city',
    application: { chancesUsed: 9 },
    request: { lastChanceConfirmed: true },
    expected: 'no-chances-left',
  },
  {
    rule: '五(二)3(1): an approval costs none, so it is possible without any left',
    application: { chancesUsed: 4 },
    request: { decision: 'approve' },
    expected: null,
  },
  // 五(三) 注意; 五(二)3(2): whether the unit can act at all, whatever it would do
  { rule: '五(三) 注意: closed for the year', facts: { blocked: 'closed-for-year' }, expected: 'closed-for-year' },
  {
    rule: '五(三) 注意: closed, an approval too',
    request: { decision: 'approve' },
    facts: { blocked: 'closed-for-year' },
    expected: 'closed-for-year',
  },
  { rule: '五(二)3(2): not at unit review', facts: { blocked: 'not-at-unit-review' }, expected: 'not-at-unit-review' },
  {
    rule: 'already decided, the city has not answered yet',
    facts: { blocked: 'decided' },
    expected: 'already-decided',
  },
  // what was looked at is not what is there
  { rule: 'made on an older version', application: { version: 5 }, request: { version: 4 }, expected: 'stale-version' },
  {
    rule: 'made on a version that is not here',
    application: { version: 5 },
    request: { version: 6 },
    expected: 'stale-version',
  },
  // of several reasons the first that a person can do nothing about
  {
    rule: 'decided and stale: decided comes first',
    application: { version: 5 },
    request: { version: 4 },
    facts: { blocked: 'decided' },
    expected: 'already-decided',
  },
  {
    rule: 'stale without an opinion: stale comes first',
    application: { version: 5 },
    request: { version: 4, opinion: '' },
    expected: 'stale-version',
  },
];

describe('a decision', () => {
  it.each(VECTORS)('$rule → $expected', ({ application, request, facts, expected }) => {
    const asked: DecisionRequest = {
      version: application?.version ?? 1,
      decision: 'return',
      opinion: '请补充学历证书扫描件。',
      lastChanceConfirmed: false,
      ...request,
    };
    const refusal = refuseDecision(makeApplication(application), asked, { ...FREE, ...facts });
    expect(refusal?.code ?? null).toBe(expected);
  });

  it('that is refused comes with the facts that explain it', () => {
    const asked = { version: 1, decision: 'return', opinion: '请补充。', lastChanceConfirmed: true } as const;
    expect(refuseDecision(makeApplication({ version: 7 }), asked, FREE)).toEqual({
      code: 'stale-version',
      details: { version: 7 },
    });
    expect(refuseDecision(makeApplication({ chancesUsed: 4 }), asked, FREE)).toEqual({
      code: 'no-chances-left',
      details: { used: 4 },
    });
    const approval = { ...asked, decision: 'approve' } as const;
    expect(refuseDecision(makeApplication(), approval, { ...FREE, gaps: [GAP] })).toEqual({
      code: 'approval-not-possible',
      details: { gaps: [GAP] },
    });
  });
});

describe('a decision leaves this computer (ux 2.1)', () => {
  const HOUR = 3_600_000;
  const MINUTE = 60_000;
  it.each([
    ['after the time to take it back', 10, START + 30 * 24 * HOUR, START + 10 * MINUTE],
    ['after that time where no window is known', 10, null, START + 10 * MINUTE],
    ['at once where there is no such time', 0, START + 30 * 24 * HOUR, START],
    ['after that time with exactly two hours left', 30, START + 2 * HOUR, START + 30 * MINUTE],
    ['at once with less than two hours left', 30, START + 2 * HOUR - 1, START],
    ['at once when the window has closed', 30, START - HOUR, START],
  ])('%s', (_when, holdMinutes, closesAt, expected) => {
    expect(sendTime(START, holdMinutes, closesAt)).toBe(expected);
  });
});
