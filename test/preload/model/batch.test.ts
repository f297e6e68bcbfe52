import { describe, expect, it } from 'vitest';
import { LEFT_OUT_CODES, leftOutWords, LETTER_TOO_LONG, type LeftOutCode } from '#model/batch.ts';

describe('why somebody is left out', () => {
  it.each<[LeftOutCode, string, string]>([
    ['too-early', '2026-09-25', '公示期未满，2026-09-25起才能办'],
    ['not-fully-seen', '3', '还有3个模块没看'],
    ['findings-blocking', '2', '有2个必须解决的问题'],
    ['not-possible-yet', 'opinion-missing', '基层单位意见还没有提交'],
    ['not-possible-yet', '', '还不具备条件'],
    ['opinion-incomplete', '缺推荐方式', '基层单位意见没有填完：缺推荐方式'],
    ['opinion-incomplete', '', '基层单位意见没有填完'],
    ['failed', LETTER_TOO_LONG, '意见超过5000字'],
    ['failed', '', '没有办成'],
    ['last-chance', '', '只剩最后1次机会'],
  ])('%s %j reads 「%s」', (code, detail, words) => {
    expect(leftOutWords({ code, detail })).toBe(words);
  });

  it('is said of every code as part of a sentence', () => {
    for (const code of LEFT_OUT_CODES) expect(leftOutWords({ code, detail: '' })).toMatch(/[^。\s]$/u);
  });
});
