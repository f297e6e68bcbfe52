/** What of the chosen cannot be made, and where it is put right. */
import type { PaperProblem } from '#model/paper.ts';
import type { MatrixRow } from './rows.ts';
import type { Standing } from './types.ts';
import { NOT_PASSED, PAPER_WORDS, PROBLEMS } from './words.ts';

export type WayOut = 'publicity' | 'scans' | 'templates';
export type Warning = Readonly<{ text: string; way: WayOut | null }>;

const WAYS: Readonly<Partial<Record<PaperProblem, WayOut>>> = {
  'no-conclusion': 'publicity',
  'no-copies': 'scans',
  'scan-damaged': 'scans',
  'bad-template': 'templates',
};
/** The gravest first. */
const ORDER: readonly PaperProblem[] = [
  'scan-damaged',
  'missing-glyph',
  'bad-template',
  'no-copies',
  'no-conclusion',
  'not-ready',
  'nobody',
];

export function warningsOf(
  rows: readonly MatrixRow[],
  papers: readonly Standing[],
  isOfPeople: boolean,
): readonly Warning[] {
  const found = ORDER.flatMap((problem): Warning[] => {
    const failing = papers.filter((paper) => paper.problem === problem);
    if (failing.length === 0) return [];
    const kinds = [...new Set(failing.map(({ ref }) => PAPER_WORDS[ref.kind]))].join('、');
    const count = new Set(failing.map(({ ref }) => ref.subjectId)).size;
    const who = isOfPeople ? `所选${count}人` : '所选';
    return [{ text: `${who}${PROBLEMS[problem].word}，${kinds}暂不能生成。`, way: WAYS[problem] ?? null }];
  });
  const early = tooEarly(rows, papers);
  return early === 0
    ? found
    : [...found, { text: rows.length === 1 ? NOT_PASSED : `${early}人${NOT_PASSED}`, way: null }];
}

/** People whose evaluation form is among the chosen before the electronic review passed. */
function tooEarly(rows: readonly MatrixRow[], papers: readonly Standing[]): number {
  const waiting = new Set(rows.filter(({ isElectronicPassed }) => !isElectronicPassed).map(({ id }) => id));
  const forms = papers.filter(({ ref, problem }) => ref.kind === 'evaluation-form' && problem === null);
  return forms.filter(({ ref }) => ref.subjectId !== null && waiting.has(ref.subjectId)).length;
}
