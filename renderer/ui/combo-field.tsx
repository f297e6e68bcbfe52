import { Input } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Field } from './field.tsx';
import { isComposing } from './ime-guard.ts';

type Props = Readonly<{
  label: string;
  isRequired?: boolean;
  /** what is wrong with the value, in place of the note */
  problem?: string | null;
  note?: string;
  value: string;
  /** words in use; any others are as good */
  suggestions: readonly string[];
  maxLength: number;
  placeholder?: string;
  onChange(value: string): void;
}>;

/**
 * Free words with those in use at hand: a click or ↓ shows them all, typing puts them away. They are never
 * narrowed by what is typed, so half-typed pinyin hides nothing.
 */
export function ComboField({ label, isRequired = false, note = '', value, suggestions, ...props }: Props) {
  const { problem = null, maxLength, placeholder = '', onChange } = props;
  const listId = useId();
  /** the suggestion the keyboard is on; -1: none yet; null: put away */
  const [at, setAt] = useState<number | null>(null);
  const isOpen = at !== null && suggestions.length > 0;

  function take(word: string | undefined): void {
    setAt(null);
    if (word !== undefined) onChange(word);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.metaKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt(moved(at ?? -1, step, suggestions.length));
    else if (event.key === 'Enter' && isOpen) take(suggestions[at]);
    else if (event.key === 'Escape' && isOpen) setAt(null);
    else return;
    event.preventDefault();
  }
  return (
    <Field label={label} isRequired={isRequired} problem={problem} note={note}>
      {(ids) => (
        <div className="combo" style={{ anchorName: `--${anchorOf(listId)}` }}>
          <Input
            {...ids}
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-activedescendant={isOpen && at >= 0 ? `${listId}-${at}` : undefined}
            autoComplete="off"
            maxLength={maxLength}
            placeholder={placeholder}
            suffix={suggestions.length > 0 ? <Chevron /> : <span />}
            value={value}
            onClick={() => setAt(isOpen ? null : -1)}
            onBlur={() => setAt(null)}
            onChange={(event) => {
              setAt(null);
              onChange(event.target.value);
            }}
            onKeyDown={onKeyDown}
          />
          {isOpen && (
            <Suggestions
              id={listId}
              label={label}
              words={suggestions}
              at={at}
              value={value}
              onTake={take}
              onAt={setAt}
            />
          )}
        </div>
      )}
    </Field>
  );
}

type SuggestionsProps = Readonly<{
  id: string;
  label: string;
  words: readonly string[];
  at: number;
  value: string;
  onTake(word: string): void;
  onAt(at: number): void;
}>;

/** In the top layer, below the field or above it where there is more room: no pane cuts it off. */
function Suggestions({ id, label, words, at, value, onTake, onAt }: SuggestionsProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.showPopover(), []);
  return (
    <ul
      ref={list}
      id={id}
      popover="manual"
      role="listbox"
      aria-label={label}
      className="combo-list"
      style={{ positionAnchor: `--${anchorOf(id)}` }}
    >
      {words.map((word, index) => (
        <li
          key={word}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={word === value ? 'is-current' : undefined}
          // the field keeps the focus
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => onAt(index)}
          onClick={() => onTake(word)}
        >
          {word}
        </li>
      ))}
    </ul>
  );
}

function Chevron() {
  return (
    <svg className="combo-chevron" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d="M2 4.2 6 8.2l4-4" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </svg>
  );
}

/** Round, through nothing chosen at the ends. */
function moved(at: number, step: number, count: number): number {
  const next = at + step;
  if (next < -1) return count - 1;
  return next >= count ? -1 : next;
}

/** React's ids hold characters that no CSS name may have. */
function anchorOf(id: string): string {
  return `combo-${id.replaceAll(/\W/g, '')}`;
}
