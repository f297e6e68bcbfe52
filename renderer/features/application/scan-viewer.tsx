/** The scans of a module beside its form: one page or two, fitted, zoomed, turned, the next by a key (ux 3.3). */
import { useCallback, useEffect, useState } from 'react';
import { ZOOM_STEP, type Fit } from '../../ui/scan/geometry.ts';
import { ScanFrame } from '../../ui/scan/scan-frame.tsx';
import { Thumbnails } from '../../ui/scan/thumbnails.tsx';
import { ViewerBar, type Tool } from '../../ui/scan/toolbar.tsx';
import { useScanView, type ScanView } from '../../ui/scan/use-scan-view.ts';
import type { ViewerAct } from '../../ui/scan/viewer-keys.ts';
import { besideOf, otherFace, pagesOf, type Sheet } from './sheets.ts';
import { usePair } from './use-pair.ts';
import type { Detail } from './words.ts';
import '../../ui/scan/scan.css';

type Props = Readonly<{
  detail: Detail;
  /** of the module on screen, in order */
  sheets: readonly Sheet[];
  current: Sheet | null;
  hasKeys: boolean;
  /** little height is left beside the decision panel, and a whole page in it could not be read */
  startFit: Fit;
  /** the rarer acts of the bar lie under 「更多」 */
  isNarrow: boolean;
  onOpen(id: string): void;
  onSeen(id: string): void;
}>;

const BROKEN = '图片损坏，打不开。请申报人重新上传。';
const BROKEN_HERE = '图片打不开。请重新扫描，或把原来的文件再拖一次。';

export function ScanViewer({ detail, sheets, current, hasKeys, startFit, isNarrow, onOpen, onSeen }: Props) {
  const [isSealView, setSealView] = useState(false);
  const pair = usePair(sheets, current, onOpen);
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
  const pages = pagesOf(sheets);
  const step = (by: number) => {
    const next = pages[current.no - 1 + by];
    if (next) pair.open(next.id);
  };
  const other = otherFace(sheets, current);
  const turnOver = () => {
    if (other) pair.open(other.id);
  };
  const seals = () => setSealView((isOn) => !isOn);
  const act = (what: ViewerAct) => {
    if (what === 'next' || what === 'previous') step(what === 'next' ? 1 : -1);
    else if (what === 'seal') seals();
    else if (what === 'pair') pair.toggle();
    else if (what === 'original') turnOver();
    else actOnView(what, active, both);
  };
  const rarer: readonly Tool[] = [
    { word: '转向', onPress: active.turn },
    { word: '看印章', isOn: isSealView, onPress: seals },
    ...(other ? [{ word: '原图', isOn: current.kind === 'original', onPress: turnOver }] : []),
    ...(besideOf(sheets, current) ? [{ word: '并排', isOn: pair.right !== null, onPress: pair.toggle }] : []),
  ];
  const half = (sheet: Sheet, view: ScanView, side: 'left' | 'right') => (
    <ScanFrame
      picture={sheet}
      view={view}
      label={`${sheet.name} ${placeWords(sheet, pages.length)}`}
      hasLetters={hasKeys}
      isSealView={isSealView}
      isActive={pair.side === side}
      broken={sheet.kind === 'scan' ? BROKEN : BROKEN_HERE}
      onAct={act}
      onFocus={() => pair.choose(side)}
      onShown={sheet.kind === 'scan' ? seen : undefined}
    />
  );
  return (
    <section className="viewer" aria-label="扫描件">
      <ViewerBar
        name={current.name}
        second={placeWords(current, pages.length)}
        view={active}
        rarer={rarer}
        isNarrow={isNarrow}
      />
      <div className="viewer-halves">
        {pair.left && half(pair.left, left, 'left')}
        {pair.right && half(pair.right, right, 'right')}
      </div>
      <Thumbnails
        items={pages.map(({ id, name, kind, no, thumbnail }) => ({
          id,
          name: name.replace(/\.\w+$/, ''),
          second: `第${no}页 ${kind === 'scan' ? (detail.seenAttachments.includes(id) ? '已看' : '未看') : '本机'}`,
          address: thumbnail,
        }))}
        currentId={pages[current.no - 1]?.id ?? null}
        onOpen={pair.open}
      />
    </section>
  );
}

function placeWords({ no, kind }: Sheet, total: number): string {
  return `第${no}页，共${total}页${kind === 'original' ? '，原图' : ''}`;
}

/** Both pages side by side grow and shrink together; only the one in hand is turned. */
function actOnView(
  act: Exclude<ViewerAct, 'next' | 'previous' | 'seal' | 'pair' | 'original'>,
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
