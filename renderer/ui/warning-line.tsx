import type { ReactNode } from 'react';
import { Glyph, type GlyphName } from './glyph.tsx';

/** block: must be solved · warn: to be checked by a person · hint · good */
export type WarningLevel = 'block' | 'warn' | 'hint' | 'good';

const GLYPHS: Readonly<Record<WarningLevel, GlyphName>> = {
  block: 'square',
  warn: 'triangle',
  hint: 'dot',
  good: 'tick',
};

type Props = Readonly<{
  level: WarningLevel;
  /** it appeared as an answer to an act: a screen reader says it at once */
  isAnswer?: boolean;
  children: ReactNode;
}>;

/** One sentence beside the thing it speaks of; never a banner over the page. */
export function WarningLine({ level, isAnswer = false, children }: Props) {
  return (
    <div className={`warning-line is-${level}`} role={isAnswer ? 'alert' : undefined}>
      <Glyph name={GLYPHS[level]} />
      <div>{children}</div>
    </div>
  );
}
