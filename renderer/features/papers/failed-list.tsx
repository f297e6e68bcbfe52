/** Papers that were not made: whose, which, and why, with what to do. */
import { Glyph } from '../../ui/glyph.tsx';
import { failedWords } from './trouble-words.ts';
import type { Failed } from './types.ts';

/** a list that nobody reads to its end */
const MOST = 200;

export function FailedList({ failed }: Readonly<{ failed: readonly Failed[] }>) {
  const more = failed.length - MOST;
  return (
    <section className="failed-list" aria-label="没有生成的">
      <h3>{`${failed.length}份没有生成`}</h3>
      <ul>
        {failed.slice(0, MOST).map((one) => (
          <li key={failedWords(one)}>
            <Glyph name="square" />
            {failedWords(one)}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="second">{`还有${more}份。`}</p>}
    </section>
  );
}
