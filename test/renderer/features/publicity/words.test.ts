/** The words of 公示: every refusal of the core in its three parts, every state, and the sentences of ux 3.6. */
import { describe, expect, it } from 'vitest';
import { NOTICE_CHANGES, publicity } from '#contract/publicity.contract.ts';
import { plainDate } from '#model/beijing-time.ts';
import { changeWords } from '../../../../renderer/features/publicity/change-words.ts';
import { publicityTrouble } from '../../../../renderer/features/publicity/trouble-words.ts';
import type { PublicityMethod } from '../../../../renderer/features/publicity/types.ts';
import {
  committeesWords,
  groupState,
  leftOutSentence,
  noticeState,
  onNotice,
  peopleWords,
  personState,
  planState,
  ruleWords,
  tabCounts,
  tooEarlyWords,
  tooLateWords,
} from '../../../../renderer/features/publicity/words.ts';
import { defect } from '../../../../renderer/ui/trouble.ts';
import { groupOf, personOf, planOf, summaryOf, TODAY, waitingPerson } from './made.ts';

const codes = Object.entries(publicity).flatMap(([method, { errors }]) =>
  (errors as readonly string[]).map((code) => [method as PublicityMethod, code] as const),
);

describe('refusals', () => {
  it.each(codes)('%s answers %s in three parts', (method, code) => {
    const trouble = publicityTrouble(method, { code, message: code });
    expect(trouble.happened).not.toBe(defect().happened);
    expect(trouble.happened).toMatch(/。$/);
    expect(trouble.meaning).toMatch(/。$/);
    expect(trouble.advice).toMatch(/。$/);
  });
  it('name what the core says: the date, the year, the fields', () => {
    const early = { code: 'too-early', message: '', details: { possibleFrom: '2026-09-25' } };
    expect(publicityTrouble('conclude', early).happened).toBe('09-24 24:00 才满，现在不能结束。09-25 0时起可以结束。');
    const year = { code: 'calendar-missing', message: '', details: { year: 2027 } };
    expect(publicityTrouble('plan', year).happened).toBe('2027年放假安排还没有装入。');
    const incomplete = { code: 'notice-incomplete', message: '', details: { missing: ['place', 'phone'] } };
    expect(publicityTrouble('post', incomplete).happened).toBe('还没有写：地点和方式、受理异议的电话。');
  });
});

describe('the history of a notice', () => {
  it.each(NOTICE_CHANGES)('says what %s was', (kind) => {
    const detail = {
      name: '段雪梅',
      reason: '名单有误',
      people: '12',
      from: '2026-09-18',
      to: '2026-09-21',
      postedOn: '2026-09-18',
      endsOn: '2026-09-29',
      receivedOn: '2026-09-20',
    };
    const words = changeWords({ at: 0, person: '李敏', kind, detail });
    expect(words).toMatch(/[\u4e00-\u9fff]/);
    expect(words).not.toMatch(/undefined|[a-z]{2}/);
  });
  it('says why, and what stood there before', () => {
    const moved = { from: '2026-09-18', to: '2026-09-21', endsOn: '2026-09-29', reason: '停电' };
    expect(changeWords({ at: 0, person: '', kind: 'moved', detail: moved })).toBe(
      '发布日由09-18 周五改为09-21 周一，09-29 周二满。原因：停电',
    );
    expect(changeWords({ at: 0, person: '', kind: 'amended', detail: { place: '校门口', contact: '' } })).toBe(
      '更正，改前地点和方式“校门口”，受理部门或联系人没有写',
    );
  });
});

describe('the planner', () => {
  const late = groupOf({
    closesOn: '2026-09-30',
    verdict: 'too-late',
    people: [{ id: 'a2', name: '王五', department: '' }],
  });
  it('says why somebody is too late, and until when it would have done (ux 3.6)', () => {
    expect(tooLateWords(late, planOf('2026-09-22'))).toBe(
      '09-22发布要到09-30才满，赶不上09-30 24:00截止。最迟09-21发布。',
    );
    const gone = groupOf({ latestStart: { kind: 'date', date: '2026-09-08', daysLeft: -10 } });
    expect(tooLateWords(gone, planOf('2026-09-22'))).toMatch(/最迟09-08就要发布，已经过了。$/);
  });
  it.each([
    [[], '还没有选人'],
    [[groupOf()], '赶得上'],
    [[groupOf(), groupOf({ verdict: 'second-notice-missing' })], '赶得上'],
    [[groupOf(), late], '1人赶不上'],
    [[late], '赶不上'],
    [[groupOf({ verdict: 'no-window', closesOn: null })], '截止未公布'],
    [[groupOf(), groupOf({ verdict: 'calendar-missing' })], '有的没有算出'],
  ] as const)('sums up %j as %s', (groups, text) => {
    expect(planState(planOf('2026-09-18', groups)).text).toBe(text);
  });
  it('names the year that is missing', () => {
    const missing = groupOf({ verdict: 'calendar-missing', latestStart: { kind: 'calendar-missing', year: 2027 } });
    expect(groupState(missing).text).toBe('未计算（2027年放假安排未装入）');
  });
  it('counts those too late out', () => {
    const chosen = [waitingPerson(), waitingPerson({ id: 'a2', name: '王五' })];
    expect(onNotice(chosen, planOf('2026-09-22', [groupOf(), late])).map(({ name }) => name)).toEqual(['段雪梅']);
  });
  it('says whose people they are and what closes first', () => {
    const one = [waitingPerson(), waitingPerson({ id: 'a2' })];
    const short = () => '市中教高评';
    expect(committeesWords(one, short)).toBe('市中教高评，09-30截止');
    const other = waitingPerson({ id: 'a3', committee: '五华区', closesAt: Date.parse('2026-09-24T00:00:00+08:00') });
    expect(committeesWords([...one, other], short)).toBe('2个评委会，最早09-23截止');
    expect(committeesWords([waitingPerson({ closesAt: null })], short)).toBe('市中教高评，截止未公布');
  });
  it('shows both readings, and that they agree when the posting day is off', () => {
    expect(ruleWords(planOf('2026-09-18')).join('')).toMatch(/09-24 周四 24:00期满.*09-23 周三 24:00就满/);
    expect(ruleWords(planOf('2026-09-19')).join('')).toContain('两种算法一样');
  });
});

describe('notices', () => {
  it.each([
    [summaryOf(), '公示中 第3/5天，09-24满'],
    [summaryOf({ standing: { kind: 'running', day: 0, days: 5, endsOn: '2026-09-24' } }), '公示中，09-24满'],
    [summaryOf({ state: 'over' }), '已满，待结论'],
    [summaryOf({ state: 'over', openObjections: 2 }), '有异议2件未核实'],
    [summaryOf({ state: 'done' }), '已结束'],
    [summaryOf({ state: 'cancelled', openObjections: 1 }), '已撤销'],
  ])('stand as %#', (summary, text) => {
    expect(noticeState(summary).text).toBe(text);
  });
  it.each([
    [personOf(), 'running', false, '公示中'],
    [personOf(), 'over', false, '已满，待结论'],
    [personOf(), 'over', true, '异议属实，不推荐'],
    [personOf({ openObjections: 1 }), 'running', false, '有异议，未核实'],
    [personOf({ concludedAt: 1, outcome: 'no-objection' }), 'done', false, '无异议'],
    [personOf({ concludedAt: 1, outcome: 'objection-settled' }), 'done', false, '有异议已核实'],
    [personOf({ hasLeft: true, openObjections: 1 }), 'running', false, '已移出'],
  ] as const)('show where a person stands: %#', (person, state, hasUpheld, text) => {
    expect(personState(person, summaryOf({ state }), hasUpheld).text).toBe(text);
  });
  it('count people, not papers; of an ended one only those without a conclusion', () => {
    const notices = [
      summaryOf({ people: 12 }),
      summaryOf({ state: 'over', people: 9, concluded: 3 }),
      summaryOf({ state: 'done', people: 30 }),
      summaryOf({ state: 'done', people: 7 }),
      summaryOf({ state: 'cancelled', people: 5 }),
    ];
    expect(tabCounts({ today: TODAY, waiting: [waitingPerson()], notices })).toEqual({
      plan: 1,
      running: 12,
      over: 6,
      done: 37,
      deadlines: null,
    });
  });
  it('refuse an early end with the moment from which it is possible', () => {
    expect(tooEarlyWords(plainDate('2026-10-01'))).toBe('09-30 24:00 才满，现在不能结束。10-01 0时起可以结束。');
  });
});

describe('people in a sentence', () => {
  it.each([
    [['甲'], 1, '甲'],
    [['甲', '乙', '丙'], 3, '甲、乙、丙'],
    [['甲', '乙', '丙', '丁'], 31, '甲、乙、丙等31人'],
    [['甲'], 2, '甲等2人'],
  ] as const)('%j of %i', (names, total, words) => {
    expect(peopleWords(names, total)).toBe(words);
  });
  it('names who was left out with the reason, and nobody where nobody was', () => {
    expect(leftOutSentence([], '未加入')).toBe('');
    expect(leftOutSentence([{ id: 'a', name: '李四', reason: 'too-late' }], '未加入')).toBe(
      '未加入1人：李四（公示期满赶不上截止）。',
    );
  });
});
