/** What the city makes of the unit's publicity records, by a calendar of its own (Q18). */
import { describe, expect, it } from 'vitest';
import type { Application, DispatchRecord, PublicityRecord } from '#model/application.ts';
import { applyCommand, judge } from '../rules.ts';
import { makeApplication } from '../../sync/application.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);

/** Posted before National Day, over on 10-13. */
const POSTED: PublicityRecord = {
  postedOn: '2026-09-30',
  endsOn: '2026-10-13',
  place: '公告栏',
  openObjections: 0,
  concludedAt: null,
  outcome: null,
  dispatch: null,
};
const CONCLUDED: PublicityRecord = { ...POSTED, concludedAt: at('2026-10-14T09:00'), outcome: 'no-objection' };
const DISPATCH: DispatchRecord = {
  ownSide: 'host-unit',
  otherUnit: '云聘',
  otherNotice: { postedOn: '2026-10-08', endsOn: '2026-10-14', place: '公司公告栏' },
  reviewed: ['dispatch-company', 'host-unit'],
  sealed: ['dispatch-company', 'host-unit'],
};
const NOW = at('2026-10-15T09:00');

function application(over: Partial<Application> = {}): Application {
  return makeApplication({
    opinion: { text: '同意推荐。', submittedAt: 1, submittedBy: '杨立新' },
    window: { isProvincial: false, opensAt: null, closesAt: null },
    ...over,
  });
}

function judged(record: PublicityRecord | null, now = NOW, current = application()) {
  const { version, state, chancesUsed, strikes } = current;
  return judge(
    { type: 'publicity', baseVersion: version, expect: { state, chancesUsed, strikes }, payload: { record } },
    current,
    { now, peerDecidedAfter: false },
  );
}

describe('a record', () => {
  it.each<[string, PublicityRecord | null, number, string | null]>([
    ['of a notice just posted', POSTED, at('2026-09-30T10:00'), null],
    ['of a notice called off', null, NOW, null],
    ['that ends after four working days', { ...POSTED, endsOn: '2026-10-12' }, NOW, '公示不足5个工作日。'],
    ['that counts the holidays', { ...POSTED, endsOn: '2026-10-07' }, NOW, '公示不足5个工作日。'],
    ['that stands longer than it has to', { ...POSTED, endsOn: '2026-10-20' }, NOW, null],
    ['with an open objection', { ...POSTED, openObjections: 1 }, NOW, null],
    ['concluded the day after', CONCLUDED, NOW, null],
    ['concluded on the last day', { ...CONCLUDED, concludedAt: at('2026-10-13T23:59') }, NOW, '公示最后一日未过。'],
    // a desk whose clock runs ahead
    ['concluded in the future', CONCLUDED, at('2026-10-13T23:59'), '公示最后一日未过。'],
    ['concluded under an objection', { ...CONCLUDED, openObjections: 1 }, NOW, '公示有未处理的异议。'],
    ['with a second notice', { ...POSTED, dispatch: DISPATCH }, NOW, null],
    [
      'with a second notice that is too short',
      { ...POSTED, dispatch: { ...DISPATCH, otherNotice: { ...DISPATCH.otherNotice!, endsOn: '2026-10-13' } } },
      NOW,
      '另一单位的公示不足5个工作日。',
    ],
  ])('%s', (_, record, now, refusal) => {
    expect(judged(record, now)).toEqual(
      refusal === null ? { result: 'apply' } : { result: 'rejected', code: 'conditions-unmet', detail: refusal },
    );
  });

  it('is taken at unit review only', () => {
    expect(judged(POSTED, NOW, application({ state: 'with-applicant' }))).toMatchObject({
      result: 'rejected',
      code: 'conditions-unmet',
    });
  });
});

describe('an approval', () => {
  function approve(publicity: PublicityRecord | null, now = NOW, employment: 'staff' | 'dispatch' = 'staff') {
    const current = application({ publicity });
    const { version, state, chancesUsed, strikes, applicant } = current;
    return judge(
      {
        type: 'approve',
        baseVersion: version,
        expect: { state, chancesUsed, strikes },
        payload: { opinion: '同意。' },
      },
      { ...current, applicant: { ...applicant, employment } },
      { now, peerDecidedAfter: false },
    );
  }

  it.each<[string, PublicityRecord | null, 'staff' | 'dispatch', string | null]>([
    ['on a concluded notice', CONCLUDED, 'staff', null],
    ['on a settled objection', { ...CONCLUDED, outcome: 'objection-settled' }, 'staff', null],
    ['without a notice', null, 'staff', '公示未结束。'],
    ['before the conclusion', POSTED, 'staff', '公示未结束。'],
    ['on an upheld objection', { ...CONCLUDED, outcome: 'objection-upheld' }, 'staff', '公示异议属实。'],
    ['of dispatch staff with one notice', CONCLUDED, 'dispatch', '劳务派遣人员须双公示、双审核、双盖章。'],
    ['of dispatch staff with everything twice', { ...CONCLUDED, dispatch: DISPATCH }, 'dispatch', null],
    [
      'of dispatch staff with one seal',
      { ...CONCLUDED, dispatch: { ...DISPATCH, sealed: ['host-unit'] } },
      'dispatch',
      '劳务派遣人员须双公示、双审核、双盖章。',
    ],
  ])('%s', (_, publicity, employment, refusal) => {
    expect(approve(publicity, NOW, employment)).toEqual(
      refusal === null ? { result: 'apply' } : { result: 'rejected', code: 'conditions-unmet', detail: refusal },
    );
  });

  it('of dispatch staff waits for the end of the other notice', () => {
    const both = { ...CONCLUDED, dispatch: DISPATCH };
    expect(approve(both, at('2026-10-14T23:59'), 'dispatch').result).toBe('rejected');
    expect(approve(both, at('2026-10-15T00:00'), 'dispatch').result).toBe('apply');
  });
});

it.each<[string, PublicityRecord | null, string]>([
  ['posted', POSTED, '公示：2026-09-30至2026-10-13'],
  ['objected to', { ...POSTED, openObjections: 2 }, '公示有异议2条：2026-09-30至2026-10-13'],
  ['concluded', CONCLUDED, '公示结束：2026-09-30至2026-10-13，无异议'],
  ['upheld', { ...CONCLUDED, outcome: 'objection-upheld' }, '公示结束：2026-09-30至2026-10-13，异议属实'],
  ['called off', null, '取消公示'],
])('%s: the record is on the application, and the step says so', (_, record, words) => {
  const before = application();
  const command = {
    type: 'publicity',
    decidedBy: '李敏',
    payload: { record },
  } as unknown as Parameters<typeof applyCommand>[1];
  const after = applyCommand(before, command, NOW);
  expect(after).toMatchObject({ version: before.version + 1, publicity: record, state: 'unit-review' });
  expect(after.history.at(-1)).toMatchObject({ level: 'unit', actor: '李敏', action: 'publicity', opinion: words });
});
