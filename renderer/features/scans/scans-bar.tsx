/** The head of the page: views with counts, and the three ways in. */
import { Button } from 'antd';
import { useRef } from 'react';
import { MenuItem, MenuPopover } from '../../ui/menu-popover.tsx';
import { filesOfList, type DroppedFile } from './dropped-files.ts';
import type { PageList, ScanView } from './types.ts';
import { VIEWS } from './words.ts';

type Props = Readonly<{
  view: ScanView;
  counts: PageList['counts'] | null;
  /** null: nobody is in hand */
  isListShown: boolean | null;
  onList(): void;
  onView(view: ScanView): void;
  onFiles(files: readonly DroppedFile[]): void;
  onScanner(): void;
  onReports(): void;
}>;

export function ScansBar({ view, counts, isListShown, onList, onView, onFiles, onScanner, onReports }: Props) {
  const shown = VIEWS.filter(({ id }) => id !== 'removed' || view === 'removed' || (counts?.removed ?? 0) > 0);
  return (
    <header className="scans-bar">
      <h1 className="page-title">扫描件</h1>
      <nav className="scans-views" aria-label="视图">
        {shown.map(({ id, word, unit }) => (
          <button
            key={id}
            type="button"
            className="scans-view"
            aria-current={id === view ? 'page' : undefined}
            onClick={() => onView(id)}
          >
            {word}
            <span>{counts ? ` ${counts[id]}${unit}` : ''}</span>
          </button>
        ))}
      </nav>
      <span className="scans-ways">
        {isListShown !== null && (
          <Button color="default" variant="text" aria-pressed={isListShown} onClick={onList}>
            {isListShown ? '收起清单' : '材料清单'}
          </Button>
        )}
        <Button color="default" variant="text" onClick={onReports}>
          导入记录
        </Button>
        <Button color="default" variant="filled" onClick={onScanner}>
          从扫描仪
        </Button>
        <FromFile onFiles={onFiles} />
      </span>
    </header>
  );
}

/** Several files, or a folder with all that is in it: the browser asks for either in its own dialog. */
function FromFile({ onFiles }: Readonly<{ onFiles(files: readonly DroppedFile[]): void }>) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    onFiles(filesOfList(input.files ?? []));
    input.value = '';
  };
  const opener = (
    <Button color="default" variant="filled">
      从文件
    </Button>
  );
  const hidden = { type: 'file', hidden: true, multiple: true, tabIndex: -1 } as const;
  return (
    <>
      <MenuPopover label="从文件" className="viewer-more" placement="bottomRight" opener={opener}>
        <MenuItem onChoose={() => files.current?.click()}>选文件（可多选）</MenuItem>
        <MenuItem onChoose={() => folder.current?.click()}>选文件夹</MenuItem>
        <p className="second from-note">也可以直接拖进来，或按Ctrl+V粘贴图片。</p>
      </MenuPopover>
      <input {...hidden} ref={files} aria-label="选文件" onChange={(event) => take(event.currentTarget)} />
      <input
        {...hidden}
        ref={folder}
        aria-label="选文件夹"
        {...{ webkitdirectory: '' }}
        onChange={(event) => take(event.currentTarget)}
      />
    </>
  );
}
