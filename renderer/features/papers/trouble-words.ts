/** What each refusal means here and what to do (ux 5.3): of the desk, of a paper that was not made, of a file not saved. */
import type { PaperProblem } from '#model/paper.ts';
import type { Failure } from '#model/result.ts';
import { troubleOf, troubleText, type Trouble } from '../../ui/trouble.ts';
import type { SaveProblem } from './saving.ts';
import { PAPER_WORDS, PROBLEMS } from './words.ts';
import type { Failed, TemplateProblem } from './types.ts';

export const PAPER_TROUBLES: Readonly<Record<string, Trouble>> = {
  'disk-full': {
    happened: '没能保存：磁盘已满。',
    meaning: '已生成和已标记的都在，没有丢东西。',
    advice: '请清出200MB后再试一次。',
  },
  'not-found': {
    happened: '这份材料已经不在了。',
    meaning: '别处刚刚办过，没有丢东西。',
    advice: '请看最新的列表。',
  },
  cannot: {
    happened: '这份材料现在不能生成。',
    meaning: '别的材料不受影响。',
    advice: '请看原因，补好以后会自动更新。',
  },
  nothing: {
    happened: '选的材料现在都不能打印。',
    meaning: '没有送到打印机。',
    advice: '请看每份的原因，补好后再打印。',
  },
  'file-gone': {
    happened: '这个文件读不到了，可能已移走或改名。',
    meaning: '没有换，正在用的模板还在。',
    advice: '请重新选一次。',
  },
  'bad-template': {
    happened: '这个文件不能用作模板。',
    meaning: '没有换，正在用的模板还在。',
    advice: '请照下面的提示改好，再选一次。',
  },
};

export function papersTrouble(failure: Failure): Trouble {
  return troubleOf(failure, PAPER_TROUBLES);
}

export function papersRefusal(failure: Failure): string {
  return troubleText(papersTrouble(failure));
}

const OTHERS_FINE = '别的材料不受影响。';

/** `detail`: what is damaged, or the characters that are missing. */
const PROBLEM_TROUBLES: Readonly<Record<PaperProblem, (detail: string) => Trouble>> = {
  'no-conclusion': () => ({
    happened: '还没有公示结论。',
    meaning: `公示证明暂不能生成，${OTHERS_FINE}`,
    advice: '公示期满后请到“公示”里结束公示。',
  }),
  'no-copies': () => ({
    happened: '没有可以复印的扫描件。',
    meaning: OTHERS_FINE,
    advice: '请到“扫描件”里把材料归位。',
  }),
  'not-ready': (detail) => ({
    happened: `扫描件还在压缩${named(detail)}。`,
    meaning: OTHERS_FINE,
    advice: '稍等一会，好了再生成。',
  }),
  'scan-damaged': (detail) => ({
    happened: `扫描件损坏或还没取到${named(detail)}。`,
    meaning: OTHERS_FINE,
    advice: '请到“扫描件”里重新扫描这一页，或等联网取回。',
  }),
  nobody: () => ({
    happened: '还没有人通过单位审核。',
    meaning: '这份材料里没有人可列，暂不能生成。',
    advice: '有人通过后会自动列出。',
  }),
  'missing-glyph': (detail) => ({
    happened: detail === '' ? '有字体里没有的字。' : `“${detail}”没有字体可用。`,
    meaning: `打出来会是空框，所以没有生成；${OTHERS_FINE}`,
    advice: '请核对这个字；确实如此，请手写在空白表上。',
  }),
  'not-set': () => ({
    happened: '排版程序中途停了，这份没有排出来。',
    meaning: OTHERS_FINE,
    advice: '请再试一次；份数很多时，请分几次导出。',
  }),
  'too-many-files': () => ({
    happened: '这次要存的文件太多，这个人没有存。',
    meaning: '前面的人已存好，是完整的。',
    advice: '请把没有存的人再选一次，分几次存档；或者设密码，每人一个文件。',
  }),
  'too-large-to-encrypt': () => ({
    happened: '文件太大，不能加密码。',
    meaning: OTHERS_FINE,
    advice: '请改为每人一个文件或每份一个文件，或不加密码。',
  }),
  'bad-template': () => ({
    happened: '用的模板不能用。',
    meaning: OTHERS_FINE,
    advice: '请在“模板”里换一个，或恢复默认。',
  }),
};

function named(detail: string): string {
  return detail === '' ? '' : `（${detail}）`;
}

export function problemTrouble(problem: PaperProblem, detail: string): Trouble {
  return PROBLEM_TROUBLES[problem](detail);
}

/** 「段雪梅 复印件签章：…」 */
export function failedWords({ ref, who, problem, detail }: Failed): string {
  const paper = [who, PAPER_WORDS[ref.kind]].filter(Boolean).join(' ');
  return `${paper}：${troubleText(problemTrouble(problem, detail))}`;
}

/** Of a failure `cannot`, whose facts say why. */
export function cannotTrouble(failure: Failure): Trouble {
  const { problem, detail } = failure.details ?? {};
  return isProblem(problem)
    ? problemTrouble(problem, typeof detail === 'string' ? detail : '')
    : papersTrouble(failure);
}

/** Of a failure `nothing`: which, and why. */
export function problemsOf(failure: Failure): readonly Failed[] {
  const failed = failure.details?.['failed'];
  // the desk's own answer, as the contract describes it
  return Array.isArray(failed) ? (failed as Failed[]) : [];
}

/** Of a failure `bad-template`. */
export function templateProblemsOf(failure: Failure): readonly TemplateProblem[] {
  const problems = failure.details?.['problems'];
  return Array.isArray(problems) ? (problems as TemplateProblem[]) : [];
}

function isProblem(code: unknown): code is PaperProblem {
  return typeof code === 'string' && code in PROBLEMS;
}

export const SAVE_TROUBLES: Readonly<Record<SaveProblem, Trouble>> = {
  'no-room': {
    happened: '那个文件夹所在的磁盘已满。',
    meaning: '这个文件没有留下半份，先存好的都在。',
    advice: '请清出空间，再保存一次。',
  },
  refused: {
    happened: '那个文件夹不让写入，或已移走。',
    meaning: '这个文件没有留下半份，先存好的都在。',
    advice: '请换一个文件夹，再保存一次。',
  },
  gone: {
    happened: '程序已锁定，或这一批已经过期。',
    meaning: '没有存下，先存好的都在。',
    advice: '请解锁后重新生成。',
  },
  broken: {
    happened: '保存到一半断了。',
    meaning: '半份已经删掉，先存好的都在。',
    advice: '请再保存一次；还不行，请看这份材料的扫描件是否损坏。',
  },
};
