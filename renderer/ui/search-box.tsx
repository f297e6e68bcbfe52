import { useRef, type KeyboardEvent } from 'react';
import { isComposing } from './ime-guard.ts';
import { KeyHint } from './key-hint.tsx';
import { useHotKeys } from './use-hot-keys.ts';

type Props = Readonly<{
  label: string;
  placeholder: string;
  /** takes the focus when it appears */
  isFirst?: boolean;
  /** what is searched for already */
  initial?: string;
  onSearch(text: string): void;
}>;

/** Searches as one types; half-typed pinyin of an input method is not searched for. */
export function SearchBox({ label, placeholder, isFirst = false, initial = '', onSearch }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useHotKeys({ 'mod+f': () => input.current?.select() });
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event) || event.key !== 'Escape' || event.currentTarget.value === '') return;
    event.preventDefault();
    event.currentTarget.value = '';
    onSearch('');
  }
  return (
    <div className="search-box">
      <input
        ref={input}
        type="text"
        aria-label={label}
        aria-keyshortcuts="Control+F"
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        autoFocus={isFirst}
        defaultValue={initial}
        onChange={(event) => {
          if (!(event.nativeEvent as InputEvent).isComposing) onSearch(event.target.value.trim());
        }}
        onCompositionEnd={(event) => onSearch(event.currentTarget.value.trim())}
        onKeyDown={onKeyDown}
      />
      <KeyHint keys="Ctrl+F" />
    </div>
  );
}
