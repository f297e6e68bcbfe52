import { Modal } from 'antd';
import { useContext, useEffect, useRef, type ReactNode } from 'react';
import { HotKeyLayer, useHotKeys, useKeyLayer } from './use-hot-keys.ts';

type Props = Readonly<{
  title: string;
  /** Esc, and whatever closes it without doing anything; nothing typed is lost by it */
  onCancel(): void;
  /** buttons, named by verbs */
  footer: ReactNode;
  /** costs something that cannot be had back: a red edge */
  isGrave?: boolean;
  widthPx?: number;
  children: ReactNode;
}>;

/**
 * Focus starts on the text, so that Enter does nothing by accident, unless something inside asks for it
 * with `autoFocus`. Keys of the page under it are silent.
 */
export function Dialog({ title, onCancel, footer, isGrave = false, widthPx = 520, children }: Props) {
  const layer = useContext(HotKeyLayer) + 1;
  useKeyLayer(layer);
  return (
    <Modal
      open
      centered
      title={title}
      width={widthPx}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      classNames={{ body: 'dialog-body', container: isGrave ? 'dialog is-grave' : 'dialog' }}
      footer={<div className="dialog-foot">{footer}</div>}
    >
      <HotKeyLayer value={layer}>
        <EscapeKey onPress={onCancel} />
        <DialogText>{children}</DialogText>
      </HotKeyLayer>
    </Modal>
  );
}

function EscapeKey({ onPress }: Readonly<{ onPress(): void }>) {
  useHotKeys({ esc: onPress });
  return null;
}

function DialogText({ children }: Readonly<{ children: ReactNode }>) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // after the dialog's own focus, which goes to its frame
    const timer = setTimeout(() => {
      const frame = text.current?.closest('[role="dialog"]');
      const active = document.activeElement;
      const isTaken = frame?.contains(active) && active instanceof HTMLElement && active.matches('button, input, textarea');
      if (!isTaken) text.current?.focus();
    });
    return () => clearTimeout(timer);
  }, []);
  return (
    <div ref={text} tabIndex={-1} className="dialog-text">
      {children}
    </div>
  );
}
