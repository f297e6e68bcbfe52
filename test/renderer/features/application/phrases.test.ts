import { describe, expect, it } from 'vitest';
import { groupPhrases, insertAt, type Phrase } from '../../../../renderer/features/application/phrases.ts';

function phrase(text: string, moduleId: Phrase['moduleId'], usedCount: number, usedAt: number | null = null): Phrase {
  return { id: text, moduleId, text, usedCount, usedAt };
}
const PHRASES = [
  phrase('用原件重扫', null, 2),
  phrase('补备案表', 'education', 1),
  phrase('补学位证', 'education', 5),
  phrase('盖章', 'assessment', 9),
  phrase('补封面', null, 2, 1),
];

describe('the phrases that are offered', () => {
  it('are those of the module first, then those for everywhere, in each group the most used and latest first', () => {
    expect(
      groupPhrases(PHRASES, 'education').map(({ title, phrases }) => [title, phrases.map(({ text }) => text)]),
    ).toEqual([
      ['学历情况', ['补学位证', '补备案表']],
      ['通用', ['补封面', '用原件重扫']],
      ['其他模块', ['盖章']],
    ]);
  });

  it.each(['patent', null] as const)('are all there for %s, once each, and no group is empty', (moduleId) => {
    const groups = groupPhrases(PHRASES, moduleId);
    expect(groups.flatMap(({ phrases }) => phrases)).toHaveLength(PHRASES.length);
    expect(groups.map(({ title }) => title)).toEqual(['通用', '其他模块']);
  });
});

describe('a phrase put into a line', () => {
  it.each([
    ['at the end', '请补传', { start: 3, end: 3 }, '请补传原件', 5],
    ['where the caret is', '请补传。', { start: 3, end: 3 }, '请补传原件。', 5],
    ['in place of what is chosen', '请补传复印件。', { start: 3, end: 6 }, '请补传原件。', 5],
    ['into nothing', '', { start: 0, end: 0 }, '原件', 2],
  ])('%s', (_where, text, selection, expected, caret) => {
    expect(insertAt(text, '原件', selection)).toEqual({ text: expected, caret });
  });
});
