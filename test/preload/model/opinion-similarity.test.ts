import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigramsOf, mostSimilar, similarity } from '#model/opinion-similarity.ts';
import { EVALUATION } from '../../support/opinion-form.ts';

const CHEN = bigramsOf(EVALUATION, '陈志远');

describe('how much two evaluations say the same', () => {
  it.each([
    [
      'the same with another name and other numbers',
      EVALUATION.replaceAll('陈志远', '王五').replaceAll(/\d/g, '7'),
      '王五',
      100,
    ],
    ['one with its own half sentence', `${EVALUATION}获市级优秀教师称号。`, '陈志远', 94],
    ['with an open point', `${EVALUATION}〔待填：主要业绩和年度考核的情况〕`, '陈志远', 100],
  ])('%s', (_, evaluation, name, percent) => {
    expect(similarity(CHEN, bigramsOf(evaluation, name))).toBe(percent);
  });

  it('somebody else’s work stays far below', () => {
    const other =
      '张芳同志主管校医室，2021年以来处置聚集性疫情7起，组织4200名学生体检，开展急救培训38场，获市级先进个人。';
    expect(similarity(CHEN, bigramsOf(other, '张芳'))).toBeLessThan(30);
  });

  it('a sentence too short to tell is like none', () => {
    expect(similarity(bigramsOf('工作认真负责。', ''), bigramsOf('工作认真负责。', ''))).toBe(0);
    expect(similarity(bigramsOf('', ''), CHEN)).toBe(0);
  });

  it('is the same both ways, whole only for the same letters, and never above what lengths allow', () => {
    const text = fc.string({ unit: fc.constantFrom('教', '学', '课', '题', '。'), minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(text, text, (one, two) => {
        const [a, b] = [bigramsOf(one, ''), bigramsOf(two, '')];
        expect(similarity(a, b)).toBe(similarity(b, a));
        expect(similarity(a, b)).toBeLessThanOrEqual(mostSimilar(a, b));
        if (a.length >= 20) expect(similarity(a, a)).toBe(100);
      }),
    );
  });
});
