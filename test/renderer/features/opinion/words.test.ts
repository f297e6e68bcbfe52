import { describe, expect, it } from 'vitest';
import { opinion } from '#contract/opinion.contract.ts';
import { checkOpinion } from '#model/opinion-checks.ts';
import { EMPTY_OPINION, type OpinionForm } from '#model/opinion-form.ts';
import { CONCLUDED, FACTS, FORM } from '../../../support/opinion-form.ts';
import {
  checkLines,
  draftedWords,
  NOT_NOW_WORDS,
  opinionTrouble,
  publicityWords,
  stateWords,
} from '../../../../renderer/features/opinion/words.ts';

const check = (form: OpinionForm) =>
  checkOpinion(form, FACTS, { today: '2026-09-18', otherNames: [], similarTo: null });

describe('what the list of checks says', () => {
  it('asks for everything that is open in one line, each part a link', () => {
    const [line, ...others] = checkLines(check(EMPTY_OPINION));
    expect(line).toMatchObject({
      kind: 'missing',
      fields: ['evaluation', 'way', 'scope', 'meetingOn', 'recommendation', 'head'],
    });
    expect(others.filter(({ kind }) => kind === 'missing')).toEqual([]);
  });
  it('names in one line what a text changed by hand leaves out', () => {
    const lines = checkLines(check({ ...FORM, ownText: '陈志远同志工作认真。' }));
    const unsaid = lines.find(({ kind }) => kind === 'unsaid');
    expect(unsaid).toMatchObject({ facts: expect.arrayContaining(['应到24人', '会议日期2026-09-08']) });
  });
  it('counts what stops it, then what is worth a second look, and never says more than that nothing was found', () => {
    expect(stateWords(check({ ...FORM, inFavour: 22 }))).toBe('还差1处');
    expect(stateWords(check({ ...FORM, inFavour: 10, against: 14 }))).toBe('1处请核对');
    expect(stateWords(check(FORM))).toBe('没有发现问题');
  });
});

describe('the publicity line', () => {
  it('is the record in one line (mock 05)', () => {
    expect(publicityWords(FACTS)).toBe('09-09至09-16在校园公告栏、校内办公网公示5个工作日，无异议');
  });
  it.each([
    ['nothing posted', null, '还没有公示'],
    ['running', { ...CONCLUDED, isConcluded: false, outcome: null }, '还没有结束'],
    ['an objection', { ...CONCLUDED, openObjections: 1 }, '有1件异议没有核实'],
    ['a calendar that is missing', { ...CONCLUDED, workingDays: null }, '校内办公网公示，无异议'],
  ])('says %s', (_what, publicity, words) => {
    expect(publicityWords({ publicity })).toContain(words);
  });
});

describe('what a refusal says', () => {
  const DEFECT = opinionTrouble({ code: 'internal', message: '' });
  const codes = [...opinion.submit.errors, ...opinion.save.errors, ...opinion.draftMany.errors, ...opinion.get.errors];
  it.each([...new Set(codes)])('%s has words of its own', (code) => {
    expect(opinionTrouble({ code, message: '' })).not.toBe(DEFECT);
  });
  it('says why nothing can be written for every reason there is', () => {
    expect(Object.values(NOT_NOW_WORDS).every((words) => words.endsWith('意见只能看。'))).toBe(true);
  });
});

it('says how many drafts were made, and who keeps what was there', () => {
  expect(draftedWords({ drafted: 28, skipped: 0 })).toBe('28份草稿已起草，评价部分须逐人填写。');
  expect(draftedWords({ drafted: 20, skipped: 8 })).toContain('另外8位已有内容，没有改动。');
});
