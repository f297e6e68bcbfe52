import { Glyph } from '../../ui/glyph.tsx';
import { Marked } from './marked.tsx';
import { rangesAt } from './marks.ts';
import { copyablesOf } from './shelves.ts';
import type { Hit } from './types.ts';
import type { Copy } from './use-copy.ts';
import { nameOf } from './words.ts';

type Props = Readonly<{ hit: Hit; copying: Copy }>;

/** Telephone numbers, each a button that copies it. The list has the tab stop; its keyboard way is Ctrl+C. */
export function Copyables({ hit, copying }: Props) {
  const { text: name } = nameOf(hit);
  return (
    <span className="copyables">
      {copyablesOf(hit).map((text, index) => {
        const isCopied = copying.copied === text;
        return (
          <button
            key={text}
            type="button"
            className={isCopied ? 'copyable is-copied' : 'copyable'}
            tabIndex={-1}
            aria-label={`复制${name} ${text}`}
            onClick={() => copying.copy(text)}
          >
            <span className="copyable-text">
              <Marked text={text} ranges={rangesAt(hit, hit.kind === 'contact' ? 'value' : `phones.${index}`)} />
            </span>
            <span className="copyable-word">
              {isCopied && <Glyph name="tick" />}
              {isCopied ? '已复制' : '复制'}
            </span>
          </button>
        );
      })}
    </span>
  );
}
