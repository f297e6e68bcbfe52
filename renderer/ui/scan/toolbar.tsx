/** The viewer's bar: words, not icons; where it is narrow the rarer ones go into 「更多」. */
import type { ReactNode } from 'react';
import { MenuItem, MenuPopover } from '../menu-popover.tsx';
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
  return (
    <MenuPopover
      label="更多"
      className="viewer-more"
      placement="bottomRight"
      opener={<button type="button">更多</button>}
    >
      {tools.map(({ word, isOn, onPress }) => (
        <MenuItem key={word} aria-pressed={isOn} isStaying onChoose={onPress}>
          {word}
        </MenuItem>
      ))}
    </MenuPopover>
  );
}
