/** The finished text on the right, following every key; changed by hand if somebody wants to (ux 3.5). */
import { Button, Input } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { OpinionForm } from '#model/opinion-form.ts';
import { countCharacters, type OpinionParagraph } from '#model/opinion-text.ts';

type HeadProps = Readonly<{ text: string; note: string; children?: ReactNode }>;

export function TextHead({ text, note, children }: HeadProps) {
  return (
    <div className="opinion-pane-head">
      <h2>成文</h2>
      <span className="second">{`${note}，共${countCharacters(text)}字`}</span>
      <span className="opinion-head-acts">
        {children}
        <CopyButton text={text} />
      </span>
    </div>
  );
}

type PaperProps = Readonly<{ head: string; unitName: string; children: ReactNode }>;

export function TextPaper({ head, unitName, children }: PaperProps) {
  return (
    <article className="opinion-paper" aria-label="基层单位意见">
      <h3>基层单位意见</h3>
      {children}
      <footer>
        <span>{`负责人：${head}`}</span>
        <span>{`${unitName}（公章）`}</span>
        <span className="opinion-paper-date">年　月　日</span>
      </footer>
    </article>
  );
}

/** What is open or contradicts stands out where it will be read. */
export function Paragraphs({ paragraphs }: Readonly<{ paragraphs: readonly OpinionParagraph[] }>) {
  const runs = paragraphs.map((paragraph) => placed(paragraph, ({ text }) => text));
  return placed(runs, (paragraph) => paragraph.map(({ part }) => part.text).join('')).map(({ at, part }) => (
    <p key={at}>
      {part.map(({ at: start, part: { text, mark } }) =>
        mark === null ? (
          text
        ) : (
          <mark key={start} className={`is-${mark}`}>
            {text}
          </mark>
        ),
      )}
    </p>
  ));
}

/** A text as it was handed in. */
export function Lines({ text }: Readonly<{ text: string }>) {
  return placed(text.split('\n'), (line) => line).map(({ at, part }) => <p key={at}>{part}</p>);
}

/** Each part with where its text begins: the same words may stand twice. */
function placed<T>(parts: readonly T[], textOf: (part: T) => string): readonly Readonly<{ at: number; part: T }>[] {
  let next = 0;
  return parts.map((part) => {
    const at = next;
    next += textOf(part).length + 1;
    return { at, part };
  });
}

type OwnTextProps = Readonly<{ form: OpinionForm; onChange(part: Partial<OpinionForm>): void }>;

/** Written by hand from here on: the fields do not change it any more. */
export function OwnText({ form, onChange }: OwnTextProps) {
  return (
    <div data-field="ownText">
      <Input.TextArea
        aria-label="成文"
        autoSize={{ minRows: 8 }}
        value={form.ownText ?? ''}
        maxLength={10_000}
        onChange={(event) => onChange({ ownText: event.target.value })}
      />
    </div>
  );
}

const SHOWN_MS = 3000;
const COPY_WORDS = { none: '复制', copied: '已复制', refused: '没能复制，请选中后按Ctrl+C' } as const;

function CopyButton({ text }: Readonly<{ text: string }>) {
  const [answer, setAnswer] = useState<keyof typeof COPY_WORDS>('none');
  useEffect(() => {
    if (answer === 'none') return undefined;
    const timer = setTimeout(() => setAnswer('none'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [answer]);

  function copy(): void {
    navigator.clipboard.writeText(text).then(
      () => setAnswer('copied'),
      () => setAnswer('refused'),
    );
  }
  return (
    <Button color="default" variant="text" onClick={copy}>
      <span role="status">{COPY_WORDS[answer]}</span>
    </Button>
  );
}
