import { describe, expect, it } from 'vitest';
import { APPROVAL_GAPS, applications } from '#contract/applications.contract.ts';
import { TRANSPORT_ERRORS } from '#contract/define.ts';
import { findings } from '#contract/findings.contract.ts';
import { phrases } from '#contract/phrases.contract.ts';
import { review } from '#contract/review.contract.ts';
import { APPLICATION_STATES, DECISIONS, STEP_ACTIONS } from '#model/application.ts';
import { makeApplication } from '../../../sync/application.ts';
import {
  actionWords,
  ANSWER_TROUBLES,
  decideTrouble,
  gapPlace,
  gapShort,
  gapWords,
  moduleNames,
  notActionableWords,
  OPEN_TROUBLES,
  PHRASE_TROUBLES,
} from '../../../../renderer/features/application/words.ts';
import { DECISION_WORDS } from '../../../../renderer/ui/decision-words.ts';
import { detailOf } from './detail.ts';

const LATIN = /[A-Za-z]/u;

describe('what an approval lacks', () => {
  it.each(APPROVAL_GAPS)('%s is said in words', (code) => {
    expect(gapWords({ code, possibleFrom: null, count: null })).toMatch(/^\p{Script=Han}/u);
    expect(gapWords({ code, possibleFrom: null, count: null })).not.toMatch(LATIN);
  });

  it('names the last day of the notice and the first on which an approval is possible', () => {
    const text = gapWords({ code: 'publicity-running', possibleFrom: '2026-10-01', count: null });
    expect(text).toMatch(/9.30.*10.0?1/u);
  });

  it.each([gapWords, gapShort])('says what each gap is in words of its own', (words) => {
    const texts = APPROVAL_GAPS.map((code) => words({ code, possibleFrom: null, count: null }));
    expect(new Set(texts).size).toBe(APPROVAL_GAPS.length);
  });

  it('says it short enough for a card', () => {
    const longest = Math.max(
      ...APPROVAL_GAPS.map((code) => gapShort({ code, possibleFrom: '2026-10-01', count: 12 }).length),
    );
    expect(longest).toBeLessThanOrEqual(12);
  });

  it('is put right where its forms are', () => {
    const placeOf = (code: (typeof APPROVAL_GAPS)[number]) => gapPlace({ code, possibleFrom: null, count: null });
    expect([placeOf('opinion-missing'), placeOf('findings-blocking')]).toEqual(['opinion', 'findings']);
    expect([placeOf('publicity-running'), placeOf('objection-open')]).toEqual(['publicity', 'publicity']);
  });
});

describe('why the unit cannot act', () => {
  it('is not said when it can', () => {
    expect(notActionableWords(detailOf())).toBeNull();
  });

  it.each(APPLICATION_STATES.filter((state) => state !== 'unit-review'))('at %s is said by where it is', (state) => {
    const words = notActionableWords(
      detailOf({ application: makeApplication({ state }), notActionable: 'not-at-unit-review' }),
    );
    expect(words).toMatch(/\p{Script=Han}.*不能办理/u);
    expect(words).not.toMatch(LATIN);
  });

  it('names the third strike with its source, and our decision that is on its way', () => {
    expect(notActionableWords(detailOf({ notActionable: 'closed-for-year' }))).toContain('五（三）注意');
    const { row } = detailOf();
    const pending = { decision: 'return', delivery: 'waiting', commandId: row.id } as const;
    const words = notActionableWords(detailOf({ notActionable: 'decided', row: { ...row, pending } }));
    expect(words).toContain('返回修改');
  });
});

describe('a refused decision', () => {
  const general = decideTrouble({ code: 'some-code-of-tomorrow', message: '' });

  it.each(review.decide.errors.filter((code) => code !== 'disk-full'))(
    'for %s is explained by words of its own',
    (code) => {
      const text = decideTrouble({ code, message: 'english, for the log' });
      expect(text).not.toBe(general);
      expect(text).not.toContain('english');
      expect(text).not.toMatch(LATIN);
    },
  );

  it.each([...TRANSPORT_ERRORS, 'disk-full'])('for %s is explained too', (code) => {
    expect(decideTrouble({ code, message: 'english, for the log' })).toMatch(/\p{Script=Han}/u);
    expect(decideTrouble({ code, message: 'english, for the log' })).not.toContain('english');
  });
});

describe('a reason or a phrase that was not kept', () => {
  it.each([
    [findings.answer.errors, ANSWER_TROUBLES],
    [phrases.save.errors, PHRASE_TROUBLES],
  ] as const)('is explained for each of %j', (codes, troubles) => {
    // said the same way everywhere (ui/trouble.ts)
    const common = new Set<string>(['not-found', 'disk-full']);
    expect(Object.keys(troubles)).toEqual(codes.filter((code) => !common.has(code)));
  });
});

it('every error of opening an application has its words', () => {
  expect(Object.keys(OPEN_TROUBLES)).toEqual([...applications.get.errors]);
});

it('every act and every decision has a word, the guide’s own for the three (五(三)4)', () => {
  expect(DECISIONS.map((decision) => DECISION_WORDS[decision])).toEqual(['通过', '返回修改', '重置流程']);
  for (const action of STEP_ACTIONS) expect(actionWords(action)).toMatch(/^\p{Script=Han}{2,}$/u);
});

it('modules are named in a row', () => {
  expect([moduleNames([]), moduleNames(['education']), moduleNames(['education', 'paper'])]).toEqual([
    '',
    '学历情况',
    '学历情况、撰写论文',
  ]);
});

it('of many modules the first four are named, where to go on', () => {
  const many = ['basic', 'current-title', 'education', 'study', 'work', 'summary'] as const;
  expect(moduleNames(many)).toMatch(/^([^、]+、){3}[^、]+等$/u);
});
