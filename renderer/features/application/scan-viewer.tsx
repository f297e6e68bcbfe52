/** The scan beside the form: whole page, width, zoom, turn, next page; dark, so that the paper stands out. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Attachment } from '#model/application.ts';
import { formatSize } from '../../ui/format.ts';
import { useElementSize } from '../../ui/use-element-size.ts';
import type { Detail } from './words.ts';
import { scaleOf, START, turned, turnedOn, zoomed, type Fit, type Size, type ViewerState } from './viewer-geometry.ts';

type Props = Readonly<{
  detail: Detail;
  /** the scans of the module on screen, in order */
  scans: readonly Attachment[];
  current: Attachment | null;
  hasKeys: boolean;
  /** little height is left beside the decision panel, and a whole page in it could not be read */
  startFit: Fit;
  onOpen(id: string): void;
  onSeen(id: string): void;
}>;

const MARGIN = 24;

export function ScanViewer({ detail, scans, current, hasKeys, startFit, onOpen, onSeen }: Props) {
  const [state, setState] = useState<ViewerState>(START);
  const [page, setPage] = useState<Size>({ width: 0, height: 0 });
  const [frameRef, outer] = useElementSize();
  const frame = { width: Math.max(0, outer.width - MARGIN), height: Math.max(0, outer.height - MARGIN) };
  const currentId = current?.id ?? null;
  useEffect(() => setState(START), [currentId]);
  useEffect(() => setState((s) => ({ ...s, fit: startFit })), [currentId, startFit]);

  const index = scans.findIndex((scan) => scan.id === currentId);
  const step = (by: number) => {
    const next = scans[index + by];
    if (next) onOpen(next.id);
  };
  const acts = {
    in: () => setState((s) => zoomed(s, page, frame, 'in')),
    out: () => setState((s) => zoomed(s, page, frame, 'out')),
    page: () => setState((s) => ({ ...s, fit: 'page' as const })),
    width: () => setState((s) => ({ ...s, fit: 'width' as const })),
    turn: () => setState(turnedOn),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = viewerAct(event, hasKeys);
    if (!act) return;
    event.preventDefault();
    if (act === 'next') step(1);
    else if (act === 'previous') step(-1);
    else acts[act]();
  };

  if (!current)
    return (
      <section className="viewer" aria-label="扫描件">
        <p className="viewer-note">这一项没有扫描件。</p>
      </section>
    );
  const scale = scaleOf(state, page, frame);
  return (
    <section className="viewer" aria-label="扫描件">
      <div className="viewer-bar" role="toolbar" aria-label="看图">
        <span className="viewer-name cut" title={current.name}>
          {current.name}
        </span>
        <span className="viewer-second">{`第${index + 1}页，共${scans.length}页`}</span>
        <span className="viewer-acts">
          <button type="button" aria-label="缩小" onClick={acts.out}>
            −
          </button>
          <output aria-label="放大倍数">{`${Math.round(scale * 100)}%`}</output>
          <button type="button" aria-label="放大" onClick={acts.in}>
            +
          </button>
          <button type="button" aria-pressed={state.fit === 'page'} onClick={acts.page}>
            整页
          </button>
          <button type="button" aria-pressed={state.fit === 'width'} onClick={acts.width}>
            适合宽度
          </button>
          <button type="button" onClick={acts.turn}>
            转向
          </button>
        </span>
      </div>
      <div
        ref={frameRef}
        className="viewer-frame"
        tabIndex={0}
        role="group"
        aria-label={`${current.name} 第${index + 1}页，共${scans.length}页`}
        onKeyDown={onKeyDown}
      >
        <ScanPage
          key={current.id}
          scan={current}
          address={detail.scans[current.id] ?? null}
          state={state}
          scale={scale}
          page={page}
          onSize={setPage}
          onSeen={onSeen}
        />
      </div>
      <Thumbnails detail={detail} scans={scans} currentId={currentId} onOpen={onOpen} />
    </section>
  );
}

type Act = 'in' | 'out' | 'page' | 'width' | 'turn' | 'next' | 'previous';

/** Letters by their place on the keyboard, so that Chinese mode does not matter (ux 4). */
function viewerAct(event: KeyboardEvent, hasKeys: boolean): Act | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return null;
  if (event.key === 'PageDown') return 'next';
  if (event.key === 'PageUp') return 'previous';
  if (!hasKeys) return null;
  return VIEWER_KEYS[event.code] ?? null;
}

const VIEWER_KEYS: Readonly<Record<string, Act>> = {
  Equal: 'in',
  NumpadAdd: 'in',
  Minus: 'out',
  NumpadSubtract: 'out',
  Digit0: 'page',
  Numpad0: 'page',
  KeyR: 'turn',
};

/** Long enough on screen to have been looked at. */
const SEEN_AFTER_MS = 600;

type PageProps = Readonly<{
  scan: Attachment;
  address: string | null;
  state: ViewerState;
  scale: number;
  page: Size;
  onSize(size: Size): void;
  onSeen(id: string): void;
}>;

function ScanPage({ scan, address, state, scale, page, onSize, onSeen }: PageProps) {
  const [standing, setStanding] = useState<'loading' | 'shown' | 'broken'>('loading');
  useEffect(() => {
    if (standing !== 'shown') return undefined;
    const timer = setTimeout(() => onSeen(scan.id), SEEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [standing, scan.id, onSeen]);

  if (address === null) {
    return <p className="viewer-note">{`这张扫描件还没取回（${formatSize(scan.sizeBytes)}）。联网后优先取。`}</p>;
  }
  if (standing === 'broken') return <p className="viewer-note">图片损坏，打不开。请申报人重新上传。</p>;
  const outer = turned(page, state.turn);
  return (
    <div className="page-box" style={{ width: outer.width * scale, height: outer.height * scale }}>
      <img
        src={address}
        alt={scan.name}
        className="page"
        style={{
          width: page.width * scale || undefined,
          height: page.height * scale || undefined,
          transform: `translate(-50%, -50%) rotate(${state.turn}deg)`,
          visibility: standing === 'shown' ? 'visible' : 'hidden',
        }}
        onLoad={(event) => {
          onSize({ width: event.currentTarget.naturalWidth, height: event.currentTarget.naturalHeight });
          setStanding('shown');
        }}
        onError={() => setStanding('broken')}
      />
    </div>
  );
}

type ThumbnailProps = Readonly<{
  detail: Detail;
  scans: readonly Attachment[];
  currentId: string | null;
  onOpen(id: string): void;
}>;

function Thumbnails({ detail, scans, currentId, onOpen }: ThumbnailProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [currentId]);
  return (
    <ul ref={list} className="thumbnails" aria-label="扫描件缩略图">
      {scans.map((scan, i) => {
        const isSeen = detail.seenAttachments.includes(scan.id);
        const address = detail.scans[scan.id];
        return (
          <li key={scan.id}>
            <button
              type="button"
              className={scan.id === currentId ? 'thumbnail is-current' : 'thumbnail'}
              aria-current={scan.id === currentId ? 'true' : undefined}
              onClick={() => onOpen(scan.id)}
            >
              {address ? (
                <img src={address} alt="" loading="lazy" decoding="async" />
              ) : (
                <span className="thumbnail-none" />
              )}
              <span>
                <span className="cut">{scan.name.replace(/\.\w+$/, '')}</span>
                <span className="viewer-second">{`第${i + 1}页 ${isSeen ? '已看' : '未看'}`}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
