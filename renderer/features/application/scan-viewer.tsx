/** The scans of a module beside its form: one page or two, fitted, zoomed, turned, the next by a key (ux 3.3). */
import { useCallback, useEffect, useState } from 'react';
import type { Attachment } from '#model/application.ts';
import { formatSize } from '../../ui/format.ts';
import { ZOOM_STEP, type Fit } from '../../ui/scan/geometry.ts';
import { ScanFrame, type Picture } from '../../ui/scan/scan-frame.tsx';
import { Thumbnails } from '../../ui/scan/thumbnails.tsx';
import { ViewerBar, type Tool } from '../../ui/scan/toolbar.tsx';
import { useScanView, type ScanView } from '../../ui/scan/use-scan-view.ts';
import type { ViewerAct } from '../../ui/scan/viewer-keys.ts';
import { usePair } from './use-pair.ts';
import type { Detail } from './words.ts';
import '../../ui/scan/scan.css';

type Props = Readonly<{
  detail: Detail;
  /** the scans of the module on screen, in order */
  scans: readonly Attachment[];
  current: Attachment | null;
  hasKeys: boolean;
  /** little height is left beside the decision panel, and a whole page in it could not be read */
  startFit: Fit;
  /** the rarer acts of the bar lie under 「更多」 */
  isNarrow: boolean;
  onOpen(id: string): void;
  onSeen(id: string): void;
}>;

const BROKEN = '图片损坏，打不开。请申报人重新上传。';

export function ScanViewer({ detail, scans, current, hasKeys, startFit, isNarrow, onOpen, onSeen }: Props) {
  const [isSealView, setSealView] = useState(false);
  const pair = usePair(scans, current, onOpen);
  const left = useScanView(pair.left?.id ?? null, startFit);
  const right = useScanView(pair.right?.id ?? null, startFit);
  const active = pair.side === 'right' ? right : left;
  const both = pair.right === null ? [left] : [left, right];
  const seen = useSeen(onSeen);

  if (!current)
    return (
      <section className="viewer" aria-label="扫描件">
        <p className="viewer-note">这一项没有扫描件。</p>
      </section>
    );
  const index = scans.indexOf(current);
  const step = (by: number) => {
    const next = scans[index + by];
    if (next) pair.open(next.id);
  };
  const seals = () => setSealView((isOn) => !isOn);
  const act = (what: ViewerAct) => {
    if (what === 'next' || what === 'previous') step(what === 'next' ? 1 : -1);
    else if (what === 'seal') seals();
    else if (what === 'pair') pair.toggle();
    else actOnView(what, active, both);
  };
  const rarer: readonly Tool[] = [
    { word: '转向', onPress: active.turn },
    { word: '看印章', isOn: isSealView, onPress: seals },
    ...(scans.length > 1 ? [{ word: '并排', isOn: pair.right !== null, onPress: pair.toggle }] : []),
  ];
  const half = (scan: Attachment, view: ScanView, side: 'left' | 'right') => (
    <ScanFrame
      picture={pictureOf(detail, scan)}
      view={view}
      label={`${scan.name} 第${scans.indexOf(scan) + 1}页，共${scans.length}页`}
      hasLetters={hasKeys}
      isSealView={isSealView}
      isActive={pair.side === side}
      broken={BROKEN}
      onAct={act}
      onFocus={() => pair.choose(side)}
      onShown={seen}
    />
  );
  return (
    <section className="viewer" aria-label="扫描件">
      <ViewerBar
        name={current.name}
        second={`第${index + 1}页，共${scans.length}页`}
        view={active}
        rarer={rarer}
        isNarrow={isNarrow}
      />
      <div className="viewer-halves">
        {pair.left && half(pair.left, left, 'left')}
        {pair.right && half(pair.right, right, 'right')}
      </div>
      <Thumbnails
        items={scans.map((scan, i) => ({
          id: scan.id,
          name: scan.name.replace(/\.\w+$/, ''),
          second: `第${i + 1}页 ${detail.seenAttachments.includes(scan.id) ? '已看' : '未看'}`,
          address: detail.scans[scan.id] ?? null,
        }))}
        currentId={current.id}
        onOpen={pair.open}
      />
    </section>
  );
}

function pictureOf(detail: Detail, scan: Attachment): Picture {
  return {
    id: scan.id,
    name: scan.name,
    address: detail.scans[scan.id] ?? null,
    missing: `这张扫描件还没取回（${formatSize(scan.sizeBytes)}）。联网后优先取。`,
  };
}

/** Both pages side by side grow and shrink together; only the one in hand is turned. */
function actOnView(
  act: Exclude<ViewerAct, 'next' | 'previous' | 'seal' | 'pair'>,
  active: ScanView,
  both: readonly ScanView[],
): void {
  if (act === 'turn') active.turn();
  else if (act === 'page' || act === 'width') for (const view of both) view.fit(act);
  else if (act === 'in' || act === 'out') for (const view of both) view.zoom(act === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP);
}

/** Long enough on screen to have been looked at. */
const SEEN_AFTER_MS = 600;

/** A page only leafed past was not looked at. */
function useSeen(onSeen: (id: string) => void): (id: string) => void {
  const [shown, setShown] = useState<readonly string[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => shown.forEach(onSeen), SEEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [shown, onSeen]);
  return useCallback((id: string) => setShown((before) => [...before.slice(-1), id]), []);
}
