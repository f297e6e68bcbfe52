/** The viewer's bar: words, not icons; where it is narrow the rarer ones go into 「更多」. */
import { Popover } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useHotKeys } from '../use-hot-keys.ts';
import type { ScanView } from './use-scan-view.ts';
import { ZOOM_STEP } from './geometry.ts';

export type Tool = Readonly<{
  word: string;
  /** of something that is on or off */
  isOn?: boolean;
  onPress(): void;
}>;

type Props = Readonly<{
  name: string;
  second: string;
  view: ScanView;
  /** turn, seals, original, side by side: whatever this viewer has */
  rarer: readonly Tool[];
  isNarrow: boolean;
  children?: ReactNode;
}>;

export function ViewerBar({ name, second, view, rarer, isNarrow, children }: Props) {
  const { fit } = view.state;
  return (
    <div className="viewer-bar" role="toolbar" aria-label="看图">
      <span className="viewer-name cut" title={name}>
        {name}
      </span>
      <span className="viewer-second">{second}</span>
      {children}
      <span className="viewer-acts">
        <button type="button" aria-label="缩小" title="缩小 −" onClick={() => view.zoom(1 / ZOOM_STEP)}>
          −
        </button>
        <output aria-label="放大倍数">{`${Math.round(view.scale * 100)}%`}</output>
        <button type="button" aria-label="放大" title="放大 +" onClick={() => view.zoom(ZOOM_STEP)}>
          +
        </button>
        <button type="button" aria-pressed={fit === 'page'} onClick={() => view.fit('page')}>
          整页
        </button>
        <button type="button" aria-pressed={fit === 'width'} onClick={() => view.fit('width')}>
          适合宽度
        </button>
        {isNarrow ? <More tools={rarer} /> : rarer.map((tool) => <ToolButton key={tool.word} {...tool} />)}
      </span>
    </div>
  );
}

function ToolButton({ word, isOn, onPress }: Tool) {
  return (
    <button type="button" aria-pressed={isOn} onClick={onPress}>
      {word}
    </button>
  );
}

function More({ tools }: Readonly<{ tools: readonly Tool[] }>) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  useHotKeys({ esc: close }, { isOff: !isOpen });
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      open={isOpen}
      onOpenChange={setOpen}
      afterOpenChange={(isShown) => isShown && list.current?.querySelector('button')?.focus({ preventScroll: true })}
      content={
        <div ref={list} className="viewer-more" role="group" aria-label="更多">
          {tools.map(({ word, isOn, onPress }) => (
            <button
              key={word}
              type="button"
              aria-pressed={isOn}
              onClick={() => {
                close();
                onPress();
              }}
            >
              {word}
            </button>
          ))}
        </div>
      }
    >
      <button ref={opener} type="button" aria-haspopup="dialog" aria-expanded={isOpen}>
        更多
      </button>
    </Popover>
  );
}
