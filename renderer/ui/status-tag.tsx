import { Glyph, type GlyphName } from './glyph.tsx';

/** quiet grey · info blue · good green · warn amber · bad red */
export type Tone = 'quiet' | 'info' | 'good' | 'warn' | 'bad';

type Props = Readonly<{
  /** null: a word alone */
  glyph: GlyphName | null;
  tone: Tone;
  text: string;
  /** the one fact of a top bar stands on a light ground */
  isBoxed?: boolean;
}>;

/** A state: mark and word, so that it can be read without colour. */
export function StatusTag({ glyph, tone, text, isBoxed = false }: Props) {
  return (
    <span className={`status-tag tone-${tone}${isBoxed ? ' is-boxed' : ''}`}>
      {glyph && <Glyph name={glyph} />}
      {text}
    </span>
  );
}
