/** Every text of the scans page that is not about one page's faults (ux 3.7). */
import { isAsScanned, type Unreadable } from '#model/scan.ts';
import type { Failure } from '#model/result.ts';
import { durationWords, formatSize } from '../../ui/format.ts';
import type { GlyphName } from '../../ui/glyph.tsx';
import type { Tone } from '../../ui/status-tag.tsx';
import { troubleOf, troubleText, type Trouble } from '../../ui/trouble.ts';
import { DEFECT_WORDS, overCapSentence } from './defect-words.ts';
import type { Intake, PageGroup, ReportFile, ScanPage, ScanView } from './types.ts';

export const KEPT_HERE = '原图保留在本机，可随时还原。';
export const ONLY_HERE = '图片只在本机处理，不上传到别处。';

export const VIEWS: readonly Readonly<{ id: ScanView; word: string; unit: string }>[] = [
  { id: 'unfiled', word: '待归位', unit: '页' },
  { id: 'all', word: '全部', unit: '' },
  { id: 'trouble', word: '有问题', unit: '' },
  { id: 'removed', word: '已删除', unit: '' },
];

type Empty = Readonly<{ text: string; second: string }>;
export const EMPTY: Readonly<Record<ScanView, Empty>> = {
  unfiled: { text: '把扫描件文件夹拖到这里。', second: ONLY_HERE },
  all: { text: '还没有扫描件。把扫描件文件夹拖到这里。', second: ONLY_HERE },
  trouble: { text: '没有发现问题。', second: '模糊、空白、倾斜、偏暗、缺边的页会列在这里。' },
  removed: { text: '没有删除过。', second: '删除的页会留在这里，原图不丢，随时可以恢复。' },
};

/** 「文件夹“段雪梅”」; pages beside all folders: the day they came in. */
export function groupTitle({ group }: Pick<PageGroup, 'group'>, cameIn: string): string {
  return group === '' ? `${cameIn}拖进来的` : `文件夹“${group}”`;
}

export type TileState = Readonly<{ glyph: GlyphName | null; tone: Tone; text: string }>;

/** The one word below a small picture: what has to be done, else what has become of the page. */
export function tileState(page: ScanPage): TileState {
  if (page.state === 'unreadable') return { glyph: 'square', tone: 'bad', text: '打不开' };
  if (page.original.isLost) return { glyph: 'square', tone: 'bad', text: '原图损坏' };
  if (page.state === 'waiting') return { glyph: 'half', tone: 'info', text: '整理中' };
  const [defect, ...others] = page.defects;
  const more = others.length > 0 ? '等' : '';
  if (defect) return { glyph: 'triangle', tone: 'warn', text: DEFECT_WORDS[defect.kind].tile(defect) + more };
  if (overCapSentence(page) !== null) return { glyph: 'triangle', tone: 'warn', text: '偏大' };
  if (page.filed) return { glyph: 'tick', tone: 'good', text: '已归位' };
  if (page.lookalikes.length > 0) return { glyph: 'dot', tone: 'info', text: '重复？' };
  return { glyph: 'tick', tone: 'good', text: isAsScanned(page.mend) ? '已压缩' : '已整理' };
}

/** Size on the tile: what the city would get; before there is one, what came in. */
export function tileSize({ copy, original }: ScanPage): string {
  return formatSize(copy?.sizeBytes ?? original.sizeBytes);
}

/** 「2480×3508 300dpi 4.1MB」 */
export function originalFacts({ original }: ScanPage): readonly string[] {
  const { width, height, dpi, sizeBytes } = original;
  return [
    ...(width !== null && height !== null ? [`${width}×${height}`] : []),
    ...(dpi === null ? [] : [`${Math.round(dpi)}dpi`]),
    formatSize(sizeBytes),
  ];
}

/** 「目标每张≤600KB，≥150dpi」 */
export function ruleWords({ maxBytes, minDpi }: ScanPage['rule']): string {
  return `目标每张≤${formatSize(maxBytes)}，≥${minDpi}dpi`;
}

/** Bytes of the original for one of its pages: a file of several is counted once. */
export function pageBytes({ original, pageCount }: Pick<ScanPage, 'original' | 'pageCount'>): number {
  return original.sizeBytes / Math.max(1, pageCount);
}

/** 「4.1MB → 580KB，约200dpi」 */
export function sizeWords(page: Pick<ScanPage, 'original' | 'pageCount' | 'copy' | 'state'>): string {
  const { copy, state } = page;
  const before = formatSize(pageBytes(page));
  if (!copy) return `${before}，${state === 'unreadable' ? '打不开，没有压缩' : '还没有压缩'}`;
  if (copy.quality === null) return `${before}，够小够清楚，原样使用`;
  return `${before} → ${formatSize(copy.sizeBytes)}，约${Math.round(copy.dpi)}dpi`;
}

const OTHERS_FINE = '其他文件不受影响。';
export const FILE_TROUBLES: Readonly<Record<Unreadable | 'too-large' | 'gone', Trouble>> = {
  empty: { happened: '文件是空的（0字节）。', meaning: OTHERS_FINE, advice: '请重新扫描或重新复制后再拖进来。' },
  'unknown-format': {
    happened: '不是JPG、PNG、TIFF、BMP这样的图片，也不是PDF，没有导入。',
    meaning: OTHERS_FINE,
    advice: '请扫描成JPG，或另存为PDF后再拖进来。',
  },
  damaged: {
    happened: '图片损坏，打不开。',
    meaning: `原文件已存下，但用不了；${OTHERS_FINE}`,
    advice: '请重新扫描，或找原来的文件再拖一次。',
  },
  'too-many-pixels': {
    happened: '图片大得不像一张纸，没有打开。',
    meaning: OTHERS_FINE,
    advice: '请用300dpi重新扫描。',
  },
  'too-many-pages': {
    happened: '页数太多，没有打开。',
    meaning: OTHERS_FINE,
    advice: '请拆成几个文件，每个不超过300页。',
  },
  encrypted: {
    happened: 'PDF设了密码，打不开。',
    meaning: OTHERS_FINE,
    advice: '请去掉密码另存一份，再拖进来。',
  },
  'timed-out': {
    happened: '打开用的时间太长，已停下。',
    meaning: OTHERS_FINE,
    advice: '请另存为JPG，或用300dpi重新扫描。',
  },
  crashed: {
    happened: '打开时出了错，已停下。',
    meaning: `没有丢东西，${OTHERS_FINE}`,
    advice: '请另存为JPG后再拖一次。',
  },
  'too-large': {
    happened: '文件超过32MB，没有导入。',
    meaning: OTHERS_FINE,
    advice: '请用300dpi重新扫描，或拆成几个文件。',
  },
  gone: {
    happened: '没有读到这个文件。',
    meaning: `可能已移走，或U盘已拔出；${OTHERS_FINE}`,
    advice: '请接好U盘，再拖一次。',
  },
};

/** HEIC of a kind that could not be opened: phones have a switch for it (ux 3.7). */
const HEIC_ADVICE = '可在手机上改为“兼容性最佳”后重拍。';

/** What happened to one file of the report: null when all of it was taken. */
export function fileTrouble({ name, state, problem, unreadablePages, pages }: ReportFile): Trouble | null {
  if (state === 'had-already') {
    return { happened: '和以前拖进来的一样。', meaning: '没有再存一份。', advice: '不用再办。' };
  }
  if (state === 'left-out') {
    return { happened: '停下时还没有整理。', meaning: '原文件已存下。', advice: '要用的话，请再拖一次。' };
  }
  if (state === 'lost') {
    return { happened: '原图损坏。', meaning: '本机存的这一份用不了。', advice: '请把原来的文件再拖一次。' };
  }
  if (problem === 'unknown-format' && /\.(heic|heif)$/i.test(name)) {
    return { ...FILE_TROUBLES[problem], happened: '不是JPG或PNG，没有导入。', advice: HEIC_ADVICE };
  }
  if (problem !== null) return FILE_TROUBLES[problem];
  if (unreadablePages === 0) return null;
  if (pages === 1) return FILE_TROUBLES.damaged;
  return {
    happened: `${pages}页里有${unreadablePages}页打不开。`,
    meaning: '其他页已整理好。',
    advice: '请重新扫描打不开的页。',
  };
}

export const SCANS_TROUBLES: Readonly<Record<string, Trouble>> = {
  'disk-full': {
    happened: '没能保存：磁盘已满。',
    meaning: '已拖进来的都在，没有丢。',
    advice: '请清出200MB，再点“继续”。',
  },
  'not-found': {
    happened: '这一页或这个人已经不在了。',
    meaning: '别处刚刚办过，没有丢东西。',
    advice: '请看最新的列表。',
  },
  'file-gone': FILE_TROUBLES.gone,
  stopped: {
    happened: '这一批已经停下。',
    meaning: '停下以前整理好的都在。',
    advice: '还要的话，请把文件再拖一次。',
  },
  unreadable: {
    happened: '其中有打不开的页，没有归位。',
    meaning: '其他页也没有动。',
    advice: '请先取消选择打不开的页。',
  },
  twice: {
    happened: '有两条规则写的是同一种材料。',
    meaning: '规则没有改，原来的仍然有效。',
    advice: '请去掉其中一条。',
  },
};

export function scansTrouble(failure: Failure): string {
  return troubleText(troubleOf(failure, SCANS_TROUBLES));
}

/** 「正在整理 12/60页」 and what else is known of a batch under way. */
export function intakeWords(intake: Intake, handed: number | null): string {
  const { files, pages, state } = intake;
  const behind = pages.ready + pages.unreadable;
  if (intake.isStuck) return `磁盘已满，停在${behind}/${pages.total}页，没有丢东西。请清出200MB，会自动接着整理。`;
  if (state === 'paused') return `已暂停，整理好${behind}页`;
  if (handed !== null && handed < files.total) return `正在收进 ${handed}/${files.total}个文件，已整理${behind}页`;
  return `正在整理 ${behind}/${pages.total}页`;
}

/** 「58页已整理，86MB → 31MB，用时1分12秒」 */
export function intakeResult({ pages, bytesBefore, bytesAfter, tookMs }: Intake): string {
  const sizes = pages.ready === 0 ? '' : `，${formatSize(bytesBefore)} → ${formatSize(bytesAfter)}`;
  return `${pages.ready}页已整理${sizes}，用时${durationWords(tookMs)}`;
}

/** How many files could not be used at all or not whole. */
export function failedCount(files: readonly ReportFile[]): number {
  return files.filter((file) => fileTrouble(file) !== null && file.state !== 'had-already').length;
}
