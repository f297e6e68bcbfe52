/** What reading any part of a document needs beside the part: styles, numbers, and where to tell of what is lost. */
import type { TemplateProblem, TemplateReason } from '#model/paper.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

/** twips between the lines of the page's grid; null: it has none */
export type Grid = Readonly<{ linePitch: number | null }>;

export type Context = Readonly<{
  styles: Styles;
  numbering: Numbering;
  grid: Grid;
  /** twips between the stops of a line that names none */
  tabWidth: number;
  /** the style of the table around */
  tableStyle: string | undefined;
  /** In header and footer a page number can be drawn, elsewhere not. */
  isInStrip: boolean;
  warn: Warn;
}>;
export type Warn = (reason: TemplateReason, text: string) => void;

const MAX_WARNINGS = 50;

export function createWarnings(): Readonly<{ warn: Warn; warnings: readonly TemplateProblem[] }> {
  const warnings: TemplateProblem[] = [];
  const told = new Set<string>();
  return {
    warnings,
    warn(reason, words) {
      const text = words.replaceAll(/\s+/gu, ' ').trim().slice(0, 200);
      const key = `${reason} ${text}`;
      if (told.has(key) || warnings.length >= MAX_WARNINGS) return;
      told.add(key);
      warnings.push({ code: 'not-drawn', reason, text });
    },
  };
}
