/** The pure parts of the page of papers: what is meant by an act, where keys lead, millimetres, words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { papers as contract } from '#contract/papers.contract.ts';
import { PAPER_PROBLEMS, PAPER_STATES, TEMPLATE_PROBLEMS, TEMPLATE_REASONS } from '#model/paper.ts';
import { measuredOf } from '../../../../renderer/features/papers/calibrated.ts';
import { movedCell } from '../../../../renderer/features/papers/matrix-keys.ts';
import { ENDORSEMENT, movedPlace, percentOf, shownWidth } from '../../../../renderer/features/papers/measures.ts';
import { passwordOf } from '../../../../renderer/features/papers/passwords.ts';
import {
  columnsOf,
  makeable,
  markable,
  papersOf,
  printAgain,
  type MatrixRow,
} from '../../../../renderer/features/papers/rows.ts';
import { templateProblemWords } from '../../../../renderer/features/papers/template-words.ts';
import {
  failedWords,
  PAPER_TROUBLES,
  problemTrouble,
  SAVE_TROUBLES,
} from '../../../../renderer/features/papers/trouble-words.ts';
import type { Ref, Standing } from '../../../../renderer/features/papers/types.ts';
import { warningsOf } from '../../../../renderer/features/papers/warnings.ts';
import { cellState, noteWords } from '../../../../renderer/features/papers/words.ts';

const paper = (kind: Ref['kind'], some: Partial<Standing> = {}): Standing => ({
  ref: { kind, subjectId: 'a' },
  state: 'none',
  isStale: false,
  problem: null,
  pages: null,
  at: null,
  handedInOn: null,
  ...some,
});
const row = (papers: readonly Standing[], some: Partial<MatrixRow> = {}): MatrixRow => ({
  id: 'a',
  name: '段雪梅',
  title: '高级教师',
  committee: '',
  isElectronicPassed: true,
  papers,
  ...some,
});

describe('what an act means', () => {
  const whole = row([
    paper('evaluation-form'),
    paper('publicity-proof', { problem: 'no-conclusion' }),
    paper('bag-cover', { state: 'printed' }),
    paper('endorsed-copies', { state: 'printed', isStale: true }),
  ]);

  it('takes papers in the order in which they are bound, all or of one kind', () => {
    const kinds = (only: Parameters<typeof papersOf>[1]) => papersOf([whole], only).map(({ ref }) => ref.kind);
    expect(kinds(null)).toEqual(['bag-cover', 'evaluation-form', 'publicity-proof', 'endorsed-copies']);
    expect(kinds('bag-cover')).toEqual(['bag-cover']);
    expect(makeable(whole.papers)).toHaveLength(3);
  });

  it('shows the letter of return only where something was returned', () => {
    expect(columnsOf([whole], null)).not.toContain('return-letter');
    expect(columnsOf([whole, row([paper('return-letter')])], null).at(-1)).toBe('return-letter');
  });

  it('marks only what is made, true, and has not come as far', () => {
    const { refs, unmade, stale } = markable(whole.papers, 'sealed');
    expect(refs.map(({ kind }) => kind)).toEqual(['bag-cover']);
    expect([unmade, stale]).toEqual([2, 1]);
    expect(markable(whole.papers, 'printed').refs).toEqual([]);
  });

  it('prints again from the paper on which the page stands', () => {
    const run = [
      { ref: paper('bag-cover').ref, firstPage: 1, pages: 1 },
      { ref: paper('evaluation-form').ref, firstPage: 2, pages: 12 },
      { ref: paper('endorsed-copies').ref, firstPage: 14, pages: 9 },
    ];
    const kinds = (refs: readonly Ref[]) => refs.map(({ kind }) => kind);
    expect(kinds(printAgain(run, 1).done)).toEqual([]);
    expect(kinds(printAgain(run, 13).again)).toEqual(['evaluation-form', 'endorsed-copies']);
    expect(kinds(printAgain(run, 14).done)).toEqual(['bag-cover', 'evaluation-form']);
    expect(kinds(printAgain(run, 99).again)).toEqual([]);
  });

  it('warns of what cannot be made, and of forms before the electronic pass', () => {
    const early = row([paper('evaluation-form', { ref: { kind: 'evaluation-form', subjectId: 'b' } })], {
      id: 'b',
      isElectronicPassed: false,
    });
    const words = (rows: readonly MatrixRow[]) => warningsOf(rows, papersOf(rows, null), true).map(({ text }) => text);
    expect(words([whole])).toEqual(['所选1人缺公示结论，公示证明暂不能生成。']);
    expect(words([early])).toEqual(['电子材料还没审核通过，现在打印的评审表不能用于报送。']);
    expect(words([whole, early]).at(-1)).toBe('1人电子材料还没审核通过，现在打印的评审表不能用于报送。');
  });
});

describe('the cell', () => {
  it.each([
    ['a problem of what is not printed', { problem: 'no-conclusion' }, '缺结论'],
    ['printed stays printed whatever happened to its scans', { state: 'printed', problem: 'scan-damaged' }, '已打印'],
    ['changed since', { state: 'sealed', isStale: true }, '请重打'],
    ['changed, and its copies are not ready', { state: 'made', isStale: true, problem: 'not-ready' }, '正在压缩'],
    ['handed in', { state: 'handed-in' }, '已报送'],
  ] as const)('tells %s', (_what, some, text) => {
    expect(cellState(paper('bag-cover', some)).text).toBe(text);
  });

  it('is told apart without its colour', () => {
    const looks = new Map<string, string>();
    for (const problem of [null, ...PAPER_PROBLEMS]) {
      for (const state of PAPER_STATES) {
        const { glyph, text } = cellState({ state, isStale: false, problem });
        expect(looks.get(text) ?? glyph).toBe(glyph);
        looks.set(text, glyph);
      }
    }
  });
});

describe('keys', () => {
  it('never leave the matrix', () => {
    const key = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(key),
        (rows, columns, keys) => {
          let at: ReturnType<typeof movedCell> = null;
          for (const pressed of keys) {
            at = movedCell(pressed, at, { rows, columns });
            expect(at && at.index >= 0 && at.index < rows && at.column >= 0 && at.column < columns).toBe(true);
          }
        },
      ),
    );
    expect(movedCell('ArrowDown', null, { rows: 0, columns: 5 })).toBeNull();
    expect(movedCell('Enter', { index: 0, column: 0 }, { rows: 3, columns: 5 })).toBeNull();
  });
});

describe('measures', () => {
  const A4 = { width: 210, height: 297 };
  it('draw A4 at 100 % as wide as on paper', () => {
    expect(shownWidth('full', A4, 500)).toBe(794);
    expect(percentOf(shownWidth('width', A4, 535), A4)).toBe(67);
  });
  it('keep a moved endorsement on its sheet', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -500, max: 500, noNaN: true }),
        fc.double({ min: -500, max: 500, noNaN: true }),
        (x, y) => {
          const to = movedPlace({ x: 25, y: 235 }, { x, y }, A4);
          expect(to.x).toBeGreaterThanOrEqual(0);
          expect(to.x + ENDORSEMENT.width).toBeLessThanOrEqual(A4.width);
          expect(to.y + ENDORSEMENT.height).toBeLessThanOrEqual(A4.height);
        },
      ),
    );
  });
  it.each([
    ['99.5', 99.5],
    ['１００。２', 100.2],
    ['', null],
    ['9', 'unclear'],
    ['abc', 'unclear'],
  ])('read what was measured: %s', (typed, mm) => expect(measuredOf(typed)).toBe(mm));
});

describe('words', () => {
  it('say of every refusal what happened, what it means and what to do', () => {
    const codes = new Set(Object.values(contract).flatMap(({ errors }) => errors as readonly string[]));
    for (const code of codes) expect(PAPER_TROUBLES[code], code).toBeDefined();
    const troubles = [
      ...Object.values(PAPER_TROUBLES),
      ...Object.values(SAVE_TROUBLES),
      ...PAPER_PROBLEMS.map((problem) => problemTrouble(problem, '䶮')),
    ];
    for (const { happened, meaning, advice } of troubles) {
      for (const part of [happened, meaning, advice]) expect(part).toMatch(/。$/);
    }
  });

  it('name the person, the paper and what is damaged', () => {
    const failed = {
      ref: paper('endorsed-copies').ref,
      who: '段雪梅',
      problem: 'scan-damaged',
      detail: '学历.jpg',
    } as const;
    expect(failedWords(failed)).toMatch(/^段雪梅 复印件签章：.*学历\.jpg/);
  });

  it('say of every problem of a template what to do', () => {
    for (const code of TEMPLATE_PROBLEMS) {
      for (const reason of [null, ...TEMPLATE_REASONS]) {
        expect(templateProblemWords({ code, reason, text: '{姓名}' })).toMatch(/。$/);
      }
    }
  });

  it('give notes their page', () => {
    expect(noteWords({ kind: 'fallback', text: '𬭎', page: 2 }).text).toBe('第2页“𬭎”已用替代字体。');
    expect(noteWords({ kind: 'not-passed', text: '', page: null }).level).toBe('warn');
  });

  it('take a password only when it was typed twice alike', () => {
    expect(passwordOf('short', 'short').value).toBeNull();
    expect(passwordOf('long enough', 'long enouhg').value).toBeNull();
    expect(passwordOf('long enough', 'long enough').value).toBe('long enough');
  });
});
