/** 「申报人将看到」: the letter, word for word, its numbers hanging (mock 03). */
import { LETTER_LIMIT } from '#model/return-letter.ts';

export function Letter({ text }: Readonly<{ text: string }>) {
  const isTooLong = text.length > LETTER_LIMIT;
  return (
    <section className="letter-pane" aria-label="申报人将看到">
      <header className="panel-head">
        <h2>申报人将看到</h2>
        <span className={isTooLong ? 'letter-too-long' : 'second'}>
          {isTooLong ? `${text.length}字，超过${LETTER_LIMIT}字` : `${text.length}字`}
        </span>
      </header>
      <div className="letter" tabIndex={0} role="group" aria-label="将送达的原文">
        {text === '' ? <p className="second">还没有写要改什么。</p> : <LetterText text={text} />}
      </div>
    </section>
  );
}

/** Line by line as it is sent; what is numbered hangs by its number. */
export function LetterText({ text }: Readonly<{ text: string }>) {
  return text.split('\n').map((line) => (
    <p key={line} className={NUMBERED.test(line) ? 'letter-item' : undefined}>
      {line}
    </p>
  ));
}

const NUMBERED = /^\d+\. /;
