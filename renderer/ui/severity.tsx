/** How weighty a finding is: shape and word, so that it can be read without colour (ux 2). */
import type { FindingCounts, Severity } from '#model/finding.ts';
import { Glyph, type GlyphName } from './glyph.tsx';
import type { Tone } from './status-tag.tsx';

type Mark = Readonly<{ word: string; glyph: GlyphName; tone: Tone }>;

const MARKS: Readonly<Record<Severity, Mark>> = {
  blocking: { word: '必须解决', glyph: 'square', tone: 'bad' },
  look: { word: '需核对', glyph: 'triangle', tone: 'warn' },
  hint: { word: '提示', glyph: 'dot', tone: 'info' },
};

/** The weightiest first. */
const ORDER: readonly Severity[] = ['blocking', 'look', 'hint'];

export function severityWord(severity: Severity): string {
  return MARKS[severity].word;
}

/** The shape alone: a word stands beside it or is given by `label`. */
export function SeverityGlyph({ severity, label }: Readonly<{ severity: Severity; label?: string }>) {
  const { glyph, tone } = MARKS[severity];
  return (
    <span className={`severity-glyph tone-${tone}`}>
      <Glyph name={glyph} />
      {label !== undefined && <span className="visually-hidden">{label}</span>}
    </span>
  );
}

/** 「■1 ▲2 ●1」, with `isWorded` 「■必须解决1 …」; 「✓无问题」 when nothing was found. */
export function FindingCountsLine({
  counts,
  isWorded = false,
}: Readonly<{ counts: FindingCounts; isWorded?: boolean }>) {
  const found = ORDER.filter((severity) => counts[severity] > 0);
  if (found.length === 0) {
    return (
      <span className="status-tag tone-good">
        <Glyph name="tick" />
        无问题
      </span>
    );
  }
  return (
    <span className="finding-counts">
      {found.map((severity) => {
        const { word, glyph, tone } = MARKS[severity];
        return (
          <span key={severity} className={`status-tag tone-${tone}`} title={word}>
            <Glyph name={glyph} />
            {isWorded ? (
              `${word}${counts[severity]}`
            ) : (
              <>
                <span className="visually-hidden">{word}</span>
                {counts[severity]}
              </>
            )}
          </span>
        );
      })}
    </span>
  );
}
