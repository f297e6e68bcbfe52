/** What was found on the page in hand, one line each, with what can be done about it. */
import type { DefectKind } from '#model/scan.ts';
import { troubleText } from '../../ui/trouble.ts';
import type { WarningLevel } from '../../ui/warning-line.tsx';
import { DEFECT_WORDS, defectSentence, overCapSentence } from './defect-words.ts';
import type { ScanDefect, ScanPage } from './types.ts';
import { FILE_TROUBLES } from './words.ts';

export type FindingAct =
  | Readonly<{ kind: 'mend'; defect: ScanDefect }>
  | Readonly<{ kind: 'remove' }>
  | Readonly<{ kind: 'dismiss'; what: DefectKind | 'over-cap' }>
  | Readonly<{ kind: 'rules' }>
  | Readonly<{ kind: 'show'; pageId: string }>;

export type FindingLine = Readonly<{
  key: string;
  level: WarningLevel;
  words: string;
  acts: readonly Readonly<{ word: string; act: FindingAct }>[];
}>;

/** The gravest first. */
export function findingLines(page: ScanPage, no: number): readonly FindingLine[] {
  const { state, problem, original, defects, lookalikes } = page;
  const lines: FindingLine[] = [];
  if (state === 'unreadable') {
    lines.push({
      key: 'unreadable',
      level: 'block',
      words: troubleText(FILE_TROUBLES[problem ?? 'damaged']),
      acts: [],
    });
  }
  if (original.isLost) {
    const words = '原图损坏，本机存的这一份用不了。请把原来的文件再拖一次。';
    lines.push({ key: 'lost', level: 'block', words, acts: [] });
  }
  lines.push(...defects.map((defect) => defectLine(no, defect)));
  const overCap = overCapSentence(page);
  if (overCap !== null) {
    const acts = [
      { word: '改目标', act: { kind: 'rules' } },
      { word: '保持', act: { kind: 'dismiss', what: 'over-cap' } },
    ] as const;
    lines.push({ key: 'over-cap', level: 'warn', words: overCap, acts });
  }
  const [lookalike] = lookalikes;
  if (lookalike !== undefined) {
    const acts = [{ word: '看那一页', act: { kind: 'show', pageId: lookalike } }] as const;
    lines.push({ key: 'lookalike', level: 'hint', words: '和另一页很像，可能扫了两次。', acts });
  }
  return lines;
}

function defectLine(no: number, defect: ScanDefect): FindingLine {
  const { kind } = defect;
  const { mend, keep } = DEFECT_WORDS[kind];
  const acts: FindingLine['acts'] = [
    ...(mend !== null && defect.mend !== null ? [{ word: mend, act: { kind: 'mend', defect } } as const] : []),
    ...(kind === 'blank' ? [{ word: '删除', act: { kind: 'remove' } } as const] : []),
    { word: keep, act: { kind: 'dismiss', what: kind } },
  ];
  return { key: kind, level: 'warn', words: defectSentence(no, defect), acts };
}

/** px: the lowest windows at 1366×768 and at 125 % and 150 % of Windows' own scaling */
const LOW = 620;
const USUAL = 800;

export function isLow(windowPx: number): boolean {
  return windowPx < LOW;
}

/** How many lines leave the scan at least half of the pane. */
export function linesShown(windowPx: number): number {
  if (isLow(windowPx)) return 1;
  return windowPx < USUAL ? 2 : 4;
}
