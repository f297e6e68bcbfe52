import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charsOf } from '#jobs/papers/layout/chars.ts';
import { linesOf, stretchOf } from '#jobs/papers/layout/lines.ts';

const SIZE = 10;

/** In lines of so many Chinese characters. */
function broken(text: string, columns: number, { indent = 0, hang = 0 } = {}): readonly string[] {
  const chars = charsOf([{ text }], { face: 'song', size: SIZE, isUnderlined: false });
  return linesOf(chars, { width: columns * SIZE, indent: indent * SIZE, hang: hang * SIZE }).map(({ chars: drawn }) =>
    drawn.map(({ glyph }) => String.fromCodePoint(glyph?.wanted ?? 0)).join(''),
  );
}

describe('lines', () => {
  it.each([
    // GB/T 15834-2011, 5.1.1: 句号、逗号、顿号、分号、冒号、问号、叹号 never first; the empty half may stand beyond the edge
    ['a full stop hangs by its empty half', '昆明市评审。同意', 5.5, ['昆明市评审。', '同意']],
    ['a question mark takes the character before it along', '昆明市评审？同意', 5, ['昆明市评', '审？同意']],
    ['two marks go together', '昆明市评审！！同', 5, ['昆明市评', '审！！同']],
    // 5.1.3: 引号、括号、书名号 in pairs, the first half never last, the second never first
    ['an opening mark goes to the next line', '昆明市评《指南》', 5, ['昆明市评', '《指南》']],
    ['a closing mark stays', '昆明（评审）同意', 5.5, ['昆明（评审）', '同意']],
    ['an opening and its neighbour', '昆明市“评”审', 4, ['昆明市', '“评”审']],
    // 5.1.4, 5.1.5: 破折号、省略号 never in their middle
    ['a dash stays whole', '昆明市评——审', 5, ['昆明市评', '——审']],
    ['an ellipsis stays whole', '昆明市评……审', 5, ['昆明市评', '……审']],
    // 5.1.7: 间隔号 never first
    ['a name with its dot', '申报人和·阿丽', 4, ['申报人', '和·阿丽']],
    // 5.1.9: 分隔号 neither first nor last
    ['a slash', '公示一二三/四五', 5, ['公示一二', '三/四五']],
    ['a word stays whole', '申报 review desk', 6, ['申报 review', 'desk']],
    ['a number stays whole', '二零一2026年度', 5, ['二零一', '2026年度']],
    ['a word longer than a line is parted', 'abcdefghijklmnop', 3, ['abcde', 'fghijk', 'lmno', 'p']],
    ['nothing but closing marks is parted', '。。。。。。', 2, ['。。', '。。', '。。']],
    ['a line may be ended', '一\n二\n', 5, ['一', '二', '']],
    ['nothing is one line', '', 5, ['']],
    ['spaces at its end are not carried over', '昆明市评审   同意', 5, ['昆明市评审', '同意']],
  ])('%s', (_what, text, columns, lines) => {
    expect(broken(text, columns)).toEqual(lines);
  });

  it('are indented at first, or afterwards', () => {
    expect(broken('一二三四五六七八', 4, { indent: 2 })).toEqual(['一二', '三四五六', '七八']);
    expect(broken('一二三四五六七八', 4, { hang: 1 })).toEqual(['一二三四', '五六七', '八']);
  });

  it('lose nothing, and are not wider than the page leaves', () => {
    const character = fc.constantFrom(...'昆明市，。《》（）“”——…·abc 12-/%\n䶮𠀀');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 120 }), fc.integer({ min: 2, max: 30 }), (text, columns) => {
        const chars = charsOf([{ text: text.join('') }], { face: 'song', size: SIZE, isUnderlined: false });
        const lines = linesOf(chars, { width: columns * SIZE, indent: 0, hang: 0 });
        const drawn = lines.flatMap((line) => line.chars).filter(({ kind }) => kind !== 'space');
        expect(drawn).toEqual(chars.filter(({ kind }) => kind !== 'space' && kind !== 'break'));
        for (const line of lines) {
          // the empty half of a mark
          expect(line.width).toBeLessThanOrEqual(columns * SIZE + SIZE / 2 + 0.01);
          expect(stretchOf(line, columns * SIZE)).toBeLessThanOrEqual(SIZE * 0.15);
        }
      }),
    );
  });
});
