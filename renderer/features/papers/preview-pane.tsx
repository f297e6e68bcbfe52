/** The paper in hand as it is printed, page by page; on a copy its endorsement can be moved. */
import { Button, Segmented } from 'antd';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { saveDownload } from '../../client/save-download.ts';
import { EmptyBlock, TroubleBlock, useIsSlow } from '../../ui/blocks.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { isComposing } from '../../ui/ime-guard.ts';
import { useElementSize } from '../../ui/use-element-size.ts';
import { EndorsementFrame } from './endorsement-frame.tsx';
import { percentOf, shownWidth, type Zoom } from './measures.ts';
import { cannotTrouble } from './trouble-words.ts';
import type { Note, Placement, Preview, Ref } from './types.ts';
import { usePreview } from './use-preview.ts';
import { distinct, noteWords } from './words.ts';

type Props = Readonly<{
  paper: Ref | null;
  /** said where nothing is chosen */
  empty: string;
  /** 「段雪梅 · 复印件签章」 */
  name: string | null;
  page: number;
  onPage(page: number): void;
  onPlace(pageId: string, before: Placement | null, to: Placement | null): void;
}>;

export function PreviewPane({ paper, empty, name, page, onPage, onPlace }: Props) {
  const preview = usePreview(paper, page);
  const [zoom, setZoom] = useState<Zoom>('width');
  const { value, error } = preview;
  const pages = value?.pages ?? 0;
  const at = value?.page ?? page;
  const turn = (to: number) => {
    if (to >= 1 && to <= pages) onPage(to);
  };
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
    turn(at + (event.key === 'PageDown' ? 1 : -1));
    event.preventDefault();
  }
  return (
    <section className="papers-pane" aria-label="预览" onKeyDown={onKeyDown}>
      <header className="papers-page-head">
        <strong className="cut">{name ?? '预览'}</strong>
        {value && <span className="second">{`第${at}/${pages}页`}</span>}
        {value && (
          <span className="papers-page-turn">
            <TurnButton word="上一页" mark="‹" isOff={at <= 1} onPress={() => turn(at - 1)} />
            <TurnButton word="下一页" mark="›" isOff={at >= pages} onPress={() => turn(at + 1)} />
          </span>
        )}
        {value && (
          <Segmented<Zoom>
            className="papers-page-zoom"
            size="small"
            aria-label="放多大"
            value={zoom}
            options={[
              { value: 'width', label: '适合宽度' },
              { value: 'full', label: '100%' },
            ]}
            onChange={setZoom}
          />
        )}
      </header>
      {paper === null && <EmptyBlock text={empty} />}
      {paper !== null && !value && error && (
        <TroubleBlock
          trouble={cannotTrouble(error)}
          {...(error.code === 'cannot' ? {} : { onRetry: preview.refetch })}
        />
      )}
      {paper !== null && !value && !error && <Coming />}
      {value && <Sheet preview={value} name={name ?? ''} zoom={zoom} onPlace={onPlace} />}
    </section>
  );
}

type TurnProps = Readonly<{ word: string; mark: string; isOff: boolean; onPress(): void }>;

function TurnButton({ word, mark, isOff, onPress }: TurnProps) {
  return (
    <Button color="default" variant="text" aria-label={word} title={word} disabled={isOff} onClick={onPress}>
      {mark}
    </Button>
  );
}

/** An empty sheet, and words once it takes longer than one notices. */
function Coming() {
  const isSlow = useIsSlow(true);
  return (
    <div className="papers-page-scroll">
      <div className="sheet is-coming" role="status">
        {isSlow && '正在排版…'}
      </div>
    </div>
  );
}

type SheetProps = Readonly<{ preview: Preview; name: string; zoom: Zoom; onPlace: Props['onPlace'] }>;

function Sheet({ preview, name, zoom, onPlace }: SheetProps) {
  const { address, sheet, page, copy, docx, notes } = preview;
  const [measure, room] = useElementSize();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => setBroken(false), [address]);
  const width = shownWidth(zoom, sheet, room.width);
  return (
    <>
      <div className="papers-page-scroll" tabIndex={0} role="group" aria-label="纸面">
        <div ref={measure} className="papers-page-room" />
        {room.width > 0 && (
          <div className="sheet" style={{ width, aspectRatio: `${sheet.width} / ${sheet.height}` }}>
            {isBroken ? (
              <p className="second sheet-broken">这一页没有画出来。请点别的页再回来看。</p>
            ) : (
              <img src={address} alt={`${name} 第${page}页`} draggable={false} onError={() => setBroken(true)} />
            )}
            {copy && (
              <EndorsementFrame
                key={copy.pageId}
                at={copy.at}
                isMoved={copy.isMoved}
                sheet={sheet}
                pxPerMm={width / sheet.width}
                onPlace={(to) => onPlace(copy.pageId, copy.isMoved ? copy.at : null, to)}
              />
            )}
          </div>
        )}
      </div>
      <footer className="papers-page-foot">
        <Notes notes={notes} page={page} />
        <span className="second papers-page-size">{`预览${percentOf(width, sheet)}%，打印为${sheetName(sheet)}双面实际大小`}</span>
        <span className="papers-page-acts">
          {copy?.isMoved === true && (
            <Button size="small" onClick={() => onPlace(copy.pageId, copy.at, null)}>
              放回页脚
            </Button>
          )}
          {docx && (
            <Button size="small" onClick={() => saveDownload(docx.address, docx.fileName)}>
              另存为Word
            </Button>
          )}
        </span>
      </footer>
    </>
  );
}

/** mm; the long side of A3 */
const A3 = 420;

function sheetName({ width, height }: Preview['sheet']): string {
  return Math.max(width, height) >= A3 ? 'A3' : 'A4';
}

const MOST = 3;

/** Of this page first; quiet, one line each. */
function Notes({ notes, page }: Readonly<{ notes: readonly Note[]; page: number }>) {
  if (notes.length === 0) return null;
  const nearest = notes.toSorted((a, b) => Number(b.page === page) - Number(a.page === page));
  const lines = distinct(nearest.map(noteWords));
  const more = lines.length - MOST;
  return (
    <ul className="papers-page-notes" aria-label="要知道的">
      {lines.slice(0, MOST).map(({ level, text }, at) => (
        <li key={text} className={`is-${level}`}>
          <Glyph name={level === 'warn' ? 'triangle' : 'dot'} />
          {text}
          {at === MOST - 1 && more > 0 && <span className="second">{` 还有${more}条`}</span>}
        </li>
      ))}
    </ul>
  );
}
