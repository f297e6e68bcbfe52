import { piecesOf, rangesAt, type Ranges } from './marks.ts';
import type { Hit } from './types.ts';

/** A text with its finds marked. */
export function Marked({ text, ranges }: Readonly<{ text: string; ranges: Ranges }>) {
  if (ranges.length === 0) return <>{text}</>;
  return (
    <>
      {piecesOf(text, ranges).map((piece) => (piece.isFound ? <mark key={piece.at}>{piece.text}</mark> : piece.text))}
    </>
  );
}

/** One field of an entry, as its search found it. */
export function Field({ hit, path, text }: Readonly<{ hit: Hit; path: string; text: string }>) {
  return <Marked text={text} ranges={rangesAt(hit, path)} />;
}
