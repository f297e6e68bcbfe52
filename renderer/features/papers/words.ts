/** The texts of 「纸质材料」 (ux 3.8): papers, how far each has come, what has to be known of it. */
import { formatMonthDay } from '#model/beijing-time.ts';
import { TEMPLATE_NAMES, type PaperKind, type PaperProblem, type PaperState } from '#model/paper.ts';
import type { GlyphName } from '../../ui/glyph.tsx';
import { durationWords, formatMoment, formatSize } from '../../ui/format.ts';
import type { Tone } from '../../ui/status-tag.tsx';
import type { PapersView } from './papers-store.ts';
import type { Batch, Note, Standing } from './types.ts';

export const PAPER_WORDS: Readonly<Record<PaperKind, string>> = {
  'evaluation-form': '评审表',
  'material-list': '材料目录',
  'bag-cover': '袋封面',
  'endorsed-copies': '复印件签章',
  'publicity-proof': '公示证明',
  'return-letter': '告知书',
  'publicity-notice': TEMPLATE_NAMES['publicity-notice'],
  'objection-record': TEMPLATE_NAMES['objection-record'],
  'notice-proof': TEMPLATE_NAMES['notice-proof'],
  roster: '推荐人员一览表',
  summary: '申报情况汇总表',
  'unit-report': TEMPLATE_NAMES['unit-report'],
  'bag-labels': '档案袋标签',
  'situation-statement': TEMPLATE_NAMES['situation-statement'],
};

const EMPTY_WORDS = '先在左边选人，再选材料。';
const EMPTY_UNIT_WORDS = '先在左边选材料。';
export const SHEET_WORDS = '纸张A4 · 实际大小（不缩放） · 双面';
export const NOT_PASSED = '电子材料还没审核通过，现在打印的评审表不能用于报送。';

export type State = Readonly<{ glyph: GlyphName; tone: Tone; text: string }>;

const STATES: Readonly<Record<PaperState, State>> = {
  none: { glyph: 'box', tone: 'quiet', text: '未生成' },
  made: { glyph: 'dot', tone: 'info', text: '已生成' },
  printed: { glyph: 'tick', tone: 'good', text: '已打印' },
  sealed: { glyph: 'tick', tone: 'good', text: '已盖章' },
  'handed-in': { glyph: 'tick', tone: 'good', text: '已报送' },
};

export const STATE_WORDS: Readonly<Record<PaperState, string>> = {
  none: STATES.none.text,
  made: STATES.made.text,
  printed: STATES.printed.text,
  sealed: STATES.sealed.text,
  'handed-in': STATES['handed-in'].text,
};

type Problem = Readonly<{ state: State; /** in a sentence, after the number of people */ word: string }>;

const bad = (text: string): State => ({ glyph: 'square', tone: 'bad', text });

export const PROBLEMS: Readonly<Record<PaperProblem, Problem>> = {
  'no-conclusion': { state: bad('缺结论'), word: '缺公示结论' },
  'no-copies': { state: bad('无扫描件'), word: '没有扫描件' },
  'not-ready': { state: { glyph: 'half', tone: 'info', text: '正在压缩' }, word: '的扫描件正在压缩' },
  'scan-damaged': { state: bad('扫描损坏'), word: '有扫描件损坏或还没取到' },
  nobody: { state: { glyph: 'box', tone: 'quiet', text: '无人通过' }, word: '还没有人通过单位审核' },
  'missing-glyph': { state: bad('缺字'), word: '有字体里没有的字' },
  'bad-template': { state: bad('模板有误'), word: '用的模板不能用' },
  'not-set': { state: bad('没排出'), word: '没有排出来' },
  'too-many-files': { state: bad('太多'), word: '的文件太多，一次存不下' },
  'too-large-to-encrypt': { state: bad('太大'), word: '的文件太大，不能加密码' },
};

/** Where no page is shown. `ticked`: rows that are chosen. */
export function emptyPreview(view: PapersView, ticked: number): string {
  if (ticked > 0) return '点一格，看这份材料打出来的样子。';
  return view === 'people' ? EMPTY_WORDS : EMPTY_UNIT_WORDS;
}

/** What stands in the cell: what has to be done comes before what was done. */
export function cellState({ state, isStale, problem }: Pick<Standing, 'state' | 'isStale' | 'problem'>): State {
  const isUnprinted = state === 'none' || state === 'made';
  if (problem !== null && (isUnprinted || isStale)) return PROBLEMS[problem].state;
  if (isStale) return { glyph: 'triangle', tone: 'warn', text: '请重打' };
  return STATES[state];
}

/** 「已打印 09-18 14:03，共4页」: what the cell has no room for. */
export function cellTitle(paper: Standing): string {
  const { state, isStale, problem, pages, at, handedInOn } = paper;
  const facts = [
    ...(problem === null ? [] : [`${PROBLEMS[problem].word.replace(/^的/, '')}，暂不能生成`]),
    ...(isStale ? ['内容在打印后改过，请重打'] : []),
    ...(state === 'handed-in' && handedInOn !== null ? [`${formatMonthDay(handedInOn)}报送`] : []),
    ...(at === null ? [] : [`${STATE_WORDS[state]} ${formatMoment(at)}`]),
    ...(pages === null ? [] : [`共${pages}页`]),
  ];
  return facts.join('，');
}

/** The same character on the same page is told once. */
export function distinct<Line extends Readonly<{ text: string }>>(lines: readonly Line[]): readonly Line[] {
  return [...new Map(lines.map((line) => [line.text, line])).values()];
}

type NoteWords = Readonly<{ level: 'warn' | 'hint'; text: string }>;

const quoted = (text: string) => (text === '' ? '有的字' : `“${text}”`);
const pageWords = (page: number | null) => (page === null ? '' : `第${page}页`);

export function noteWords({ kind, text, page }: Note): NoteWords {
  const where = pageWords(page);
  switch (kind) {
    case 'fallback':
      return { level: 'hint', text: `${where}${quoted(text)}已用替代字体。` };
    case 'missing-glyph':
      return { level: 'warn', text: `${where}${quoted(text)}没有字体可用，不能打印。` };
    case 'over-content':
      return { level: 'warn', text: `${where}签章压住了内容，可以拖开。` };
    case 'overflow':
      return { level: 'warn', text: `${where}文字超出，已另起一页。` };
    case 'not-passed':
      return { level: 'warn', text: NOT_PASSED };
  }
}

/** 「已选4人，16份」; of the unit's papers 「已选3份」; nobody ticked: the paper in hand */
export function chosenWords(
  view: 'people' | 'unit',
  { people, papers, inHand }: Readonly<{ people: number; papers: number; inHand: string | null }>,
): string {
  if (people > 0) return view === 'people' ? `已选${people}人，${papers}份` : `已选${papers}份`;
  return inHand ?? (view === 'people' ? EMPTY_WORDS : EMPTY_UNIT_WORDS);
}

/** 「已生成198份，2份没有生成，用时1分12秒」 */
export function madeWords(batch: Pick<Batch, 'files' | 'failed' | 'tookMs' | 'isCancelled'>): string {
  const { files, failed, tookMs, isCancelled } = batch;
  const papers = files.reduce((sum, { refs }) => sum + refs.length, 0);
  const made = papers > 0 ? `已生成${papers}份` : files.length > 0 ? `已备好${files.length}个文件` : '没有生成';
  const left = failed.length > 0 ? `，${failed.length}份没有生成` : '';
  return `${isCancelled ? '已停下：' : ''}${made}${left}，用时${durationWords(tookMs)}`;
}

export function sizeOf(files: readonly Readonly<{ sizeBytes: number }>[]): string {
  return formatSize(files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
}
