/** One page of the grid: small picture, number, one word of state, size (mock 10). */
import type { DragEvent, MouseEvent } from 'react';
import { StatusTag } from '../../ui/status-tag.tsx';
import { Tick } from '../../ui/tick.tsx';
import type { ScanPage } from './types.ts';
import { tileSize, tileState } from './words.ts';

type Props = Readonly<{
  /** null: still on its way */
  page: ScanPage | null;
  /** of its group, 1-based */
  no: number;
  isActive: boolean;
  isTicked: boolean;
  onPress(event: MouseEvent): void;
  onTick(isReaching: boolean): void;
  onDrag(event: DragEvent): void;
  onDropPages(event: DragEvent): void;
}>;

export function tileId(pageId: string): string {
  return `scan-${pageId}`;
}

export function PageTile({ page, no, isActive, isTicked, onPress, onTick, onDrag, onDropPages }: Props) {
  if (!page) return <div role="gridcell" className="tile" aria-label={`第${no}页 正在打开`} tabIndex={-1} />;
  const { glyph, tone, text } = tileState(page);
  return (
    <div
      id={tileId(page.id)}
      role="gridcell"
      tabIndex={-1}
      aria-selected={isTicked}
      aria-label={`第${no}页 ${page.fileName} ${text}`}
      className={`tile${isActive ? ' is-active' : ''}${isTicked ? ' is-ticked' : ''}`}
      draggable
      onClick={onPress}
      onDragStart={onDrag}
      onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED_PAGES) && event.preventDefault()}
      onDrop={onDropPages}
    >
      <Tick label={`选第${no}页`} isTicked={isTicked} onTick={onTick} />
      <span className="tile-picture">
        {page.pictures.thumbnail !== null && (
          <img src={page.pictures.thumbnail} alt="" loading="lazy" decoding="async" draggable={false} />
        )}
      </span>
      <span className="tile-foot">
        <b>{no}</b>
        <StatusTag glyph={glyph} tone={tone} text={text} />
        <span className="tile-size">{tileSize(page)}</span>
      </span>
    </div>
  );
}

/** What is dragged inside this window, apart from files dragged into it. */
export const DRAGGED_PAGES = 'application/x-scan-pages';
