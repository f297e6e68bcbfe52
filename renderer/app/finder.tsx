/** Ctrl+K: a person, an application or a place, in a few letters. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { api, useQuery } from '../client/index.ts';
import { isComposing } from '../ui/ime-guard.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { useHotKeys } from '../ui/use-hot-keys.ts';
import { hitsOf, type Hit } from './finder-hits.ts';
import type { PlaceId } from './places.ts';

type Props = Readonly<{ onOpen(applicationId: string): void; onGo(place: PlaceId): void }>;

export function Finder({ onOpen, onGo }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { value } = useQuery(
    isOpen && asked !== '' ? `find ${asked}` : null,
    () => api.applications.list({ view: 'all', search: asked, limit: 8 }),
    { keepsPrevious: true },
  );
  const hits = asked === '' ? [] : hitsOf(asked, value?.rows ?? []);
  useEffect(() => setAt(0), [asked]);
  useHotKeys({ 'mod+k': () => input.current?.select() });

  function take(hit: Hit | undefined): void {
    if (!hit) return;
    close();
    if (hit.kind === 'place') onGo(hit.id);
    else onOpen(hit.id);
  }
  function close(): void {
    setOpen(false);
    setText('');
    setAsked('');
    input.current?.blur();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((at + step + hits.length) % Math.max(1, hits.length));
    else if (event.key === 'Enter') take(hits[at]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  }
  const isListed = isOpen && asked !== '';
  return (
    <div className="finder">
      <div className="finder-box">
        <input
          ref={input}
          role="combobox"
          aria-label="找人、申报、功能"
          aria-expanded={isListed}
          aria-controls="finder-list"
          aria-activedescendant={isListed && hits.length > 0 ? `finder-${at}` : undefined}
          aria-keyshortcuts="Control+K"
          placeholder="找人、申报、功能"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={text}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={(event) => {
            setText(event.target.value);
            // half-typed pinyin of an input method is no question yet
            if (!(event.nativeEvent as InputEvent).isComposing) setAsked(event.target.value.trim());
          }}
          onCompositionEnd={(event) => setAsked(event.currentTarget.value.trim())}
          onKeyDown={onKeyDown}
        />
        <KeyHint keys="Ctrl+K" />
      </div>
      {isListed && (
        <ul id="finder-list" role="listbox" aria-label="找到的" className="finder-list">
          {hits.map((hit, index) => (
            <li
              key={hit.id}
              id={`finder-${index}`}
              role="option"
              aria-selected={index === at}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(hit)}
              onPointerMove={() => setAt(index)}
            >
              <span className="finder-name">{hit.name}</span>
              <span className="second cut">{hit.second}</span>
            </li>
          ))}
          {hits.length === 0 && value && (
            <li role="option" aria-selected="false" className="finder-none">
              {`没有找到“${asked}”。可以换拼音首字母，或身份证后4位。`}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
