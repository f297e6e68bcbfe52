import { Input, type InputRef } from 'antd';
import { useState, type KeyboardEvent, type Ref } from 'react';
import { Glyph } from './glyph.tsx';

type Props = Readonly<{
  id: string;
  value: string;
  onChange(value: string): void;
  ref?: Ref<InputRef>;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}>;

/** A passphrase: any characters, pasting allowed, readable for as long as 「按住显示」 is held. Says when caps lock is on. */
export function SecretInput({ value, onChange, ...input }: Props) {
  const [isShown, setShown] = useState(false);
  const [hasCapsLock, setCapsLock] = useState(false);
  const notice = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const hide = () => setShown(false);
  return (
    <>
      <Input
        {...input}
        type={isShown ? 'text' : 'password'}
        value={value}
        maxLength={256}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={notice}
        onKeyUp={notice}
        suffix={
          <button
            type="button"
            className="hold-to-show"
            aria-pressed={isShown}
            onPointerDown={() => setShown(true)}
            onPointerUp={hide}
            onPointerLeave={hide}
            onPointerCancel={hide}
            onBlur={hide}
            onKeyDown={(event) => {
              if (event.key === ' ' || event.key === 'Enter') {
                event.preventDefault();
                setShown(true);
              }
            }}
            onKeyUp={hide}
          >
            按住显示
          </button>
        }
      />
      {hasCapsLock && (
        <p className="caps-lock" role="status">
          <Glyph name="triangle" /> 大写锁定已打开
        </p>
      )}
    </>
  );
}
