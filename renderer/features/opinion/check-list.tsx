/** What keeps the opinion from being handed in, and what is worth a second look; each leads to its field. */
import type { OpinionCheck } from '#model/opinion-checks.ts';
import type { OpinionField } from '#model/opinion-text.ts';
import { Glyph, type GlyphName } from '../../ui/glyph.tsx';
import type { Tone } from '../../ui/status-tag.tsx';
import { focusField } from './opinion-fields.tsx';
import { checkLines, fieldWord, type CheckLine } from './words.ts';

export function CheckList({ checks }: Readonly<{ checks: readonly OpinionCheck[] }>) {
  return (
    <ul className="opinion-checks" aria-label="核对">
      {checkLines(checks).map((line) => {
        const { glyph, tone } = markOf(line);
        return (
          <li key={line.kind === 'one' ? line.check.code + line.check.title : line.kind}>
            <span className={`tone-${tone}`}>
              <Glyph name={glyph} />
            </span>
            <Line line={line} />
          </li>
        );
      })}
    </ul>
  );
}

function Line({ line }: Readonly<{ line: CheckLine }>) {
  switch (line.kind) {
    case 'missing':
      return <Missing fields={line.fields} />;
    case 'unsaid':
      return (
        <span>
          <FieldLink field="ownText" word="成文与表中不一致" />
          <span className="check-text">{`没有写：${line.facts.join('、')}。`}</span>
        </span>
      );
    case 'one':
      return <Check check={line.check} />;
  }
}

function Missing({ fields }: Readonly<{ fields: readonly OpinionField[] }>) {
  return (
    <span className="opinion-missing">
      还没有填
      {fields.map((field) => (
        <FieldLink key={field} field={field} word={fieldWord(field)} />
      ))}
    </span>
  );
}

function Check({ check }: Readonly<{ check: OpinionCheck }>) {
  return (
    <span>
      <FieldLink field={check.field} word={check.title} />
      <span className="check-text">{check.text}</span>
    </span>
  );
}

function FieldLink({ field, word }: Readonly<{ field: OpinionField; word: string }>) {
  return (
    <button type="button" className="text-act" onClick={() => focusField(field)}>
      {word}
    </button>
  );
}

/** To be filled in · contradicts · to be looked at. */
function markOf(line: CheckLine): Readonly<{ glyph: GlyphName; tone: Tone }> {
  const isToFill = line.kind === 'missing' || (line.kind === 'one' && line.check.code === 'open-point');
  if (isToFill) return { glyph: 'ring', tone: 'info' };
  return line.kind === 'one' && line.check.severity === 'blocking'
    ? { glyph: 'square', tone: 'bad' }
    : { glyph: 'triangle', tone: 'warn' };
}
