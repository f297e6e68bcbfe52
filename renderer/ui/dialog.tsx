import { Modal } from 'antd';
import { useContext, type ReactNode } from 'react';
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
        {/* the first thing that can take focus, and so the one that does */}
        <div tabIndex={0} role="group" aria-label={title} className="dialog-text">
          {children}
        </div>
      </HotKeyLayer>
    </Modal>
  );
}

function EscapeKey({ onPress }: Readonly<{ onPress(): void }>) {
  useHotKeys({ esc: onPress });
  return null;
}
