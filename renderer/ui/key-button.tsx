import { Button, type ButtonProps } from 'antd';
import { ariaKeys, isMacPlatform } from './keys.ts';
import { KeyHint } from './key-hint.tsx';

type Props = Readonly<{ keys: string }> & Omit<ButtonProps, 'aria-keyshortcuts'>;

/** A button with its key printed on it. */
export function KeyButton({ keys, children, ...button }: Props) {
  return (
    <Button {...button} aria-keyshortcuts={ariaKeys(keys, isMacPlatform())}>
      {children}
      <KeyHint keys={keys} />
    </Button>
  );
}
