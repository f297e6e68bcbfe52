/** The page in hand: as scanned and as mended, what was found, where it goes, how small it became (mock 10). */
import { useEffect, useState, type ReactNode } from 'react';
import { Segmented } from 'antd';
import { ZOOM_STEP } from '../../ui/scan/geometry.ts';
import { ScanFrame, type Picture } from '../../ui/scan/scan-frame.tsx';
import { ViewerBar, type Tool } from '../../ui/scan/toolbar.tsx';
import { useScanView, type ScanView } from '../../ui/scan/use-scan-view.ts';
import type { ViewerAct } from '../../ui/scan/viewer-keys.ts';
import { useWindowHeight } from '../../ui/use-window-height.ts';
import { isLow, linesShown } from './finding-lines.ts';
import { pixelsAcross, shownFirst, type Facing } from './page-facing.ts';
import { PageFacts } from './page-facts.tsx';
import { PageFindings } from './page-findings.tsx';
import type { PageActs } from './use-page-acts.ts';
import type { ScanPage } from './types.ts';
import { originalFacts } from './words.ts';

type Props = Readonly<{
  page: ScanPage;
  /** of its group, 1-based */
  no: number;
  acts: PageActs;
  hasKeys: boolean;
  isOriginalHeld: boolean;
  isNarrow: boolean;
  onStep(by: 1 | -1): void;
  onShow(pageId: string): void;
  onFile(): void;
  onChange(): void;
  onRules(): void;
}>;

export function PagePane(props: Props) {
  const { page, no, acts, hasKeys, isOriginalHeld, isNarrow, onStep } = props;
  const [chosen, setMode] = useState<Facing | null>(null);
  const [isPair, setPair] = useState(false);
  const [isSealView, setSealView] = useState(false);
  useEffect(() => setMode(null), [page.id]);
  const mode = isOriginalHeld ? 'original' : (chosen ?? shownFirst(page));
  const left = useScanView(page.id, 'page');
  const right = useScanView(page.id, 'page');
  const height = useWindowHeight();
  const views = isPair ? [left, right] : [left];

  const act = (what: ViewerAct) => {
    if (what === 'next' || what === 'previous') onStep(what === 'next' ? 1 : -1);
    else if (what === 'seal') setSealView((isOn) => !isOn);
    else if (what === 'pair') setPair((isOn) => !isOn);
    else if (what === 'original') setMode(mode === 'original' ? 'copy' : 'original');
    else for (const view of views) actOn(view, what);
  };
  const tools: readonly Tool[] = [
    { word: '看印章', isOn: isSealView, onPress: () => act('seal') },
    { word: '并排', isOn: isPair, onPress: () => act('pair') },
  ];
  const frame = (view: ScanView, which: Facing) => (
    <ScanFrame
      picture={pictureOf(page, which)}
      view={view}
      label={`第${no}页 ${WORDS[which]}`}
      hasLetters={hasKeys}
      isSealView={isSealView}
      broken="图片打不开。请重新扫描，或把原来的文件再拖一次。"
      onAct={act}
    >
      {which === 'original' && <Spots page={page} />}
    </ScanFrame>
  );
  return (
    <section className={isLow(height) ? 'page-pane is-low' : 'page-pane'} aria-label={`第${no}页`}>
      <header className="page-head">
        <strong>{`第${no}页`}</strong>
        {originalFacts(page).map((fact) => (
          <span key={fact} className="second">
            {fact}
          </span>
        ))}
        <Segmented<Facing>
          className="page-modes"
          aria-label="看哪一种"
          value={mode}
          options={[
            { value: 'original', label: '原图' },
            { value: 'copy', label: '整理后' },
          ]}
          onChange={setMode}
        />
      </header>
      <div className="viewer">
        <ViewerBar name={page.fileName} second={sheetWords(page)} view={left} rarer={tools} isNarrow={isNarrow} />
        <div className="viewer-halves">
          {isPair ? frame(left, 'original') : frame(left, mode)}
          {isPair && frame(right, 'copy')}
        </div>
      </div>
      <PageFindings
        page={page}
        no={no}
        mostShown={linesShown(height)}
        acts={acts}
        onShow={props.onShow}
        onRules={props.onRules}
      />
      <PageFacts
        page={page}
        isLow={isLow(height)}
        onFile={props.onFile}
        onChange={props.onChange}
        onTakeOut={() => void acts.unfile([page])}
      />
    </section>
  );
}

const WORDS: Readonly<Record<Facing, string>> = { original: '原图', copy: '整理后' };

function sheetWords({ pageNo, pageCount }: ScanPage): string {
  return pageCount > 1 ? `第${pageNo}页，共${pageCount}页` : '';
}

function actOn(view: ScanView, act: Exclude<ViewerAct, 'next' | 'previous' | 'seal' | 'pair' | 'original'>): void {
  if (act === 'turn') view.turn();
  else if (act === 'in') view.zoom(ZOOM_STEP);
  else if (act === 'out') view.zoom(1 / ZOOM_STEP);
  else view.fit(act);
}

function pictureOf(page: ScanPage, which: Facing): Picture {
  const { id, fileName, state, pictures } = page;
  const missing = state === 'unreadable' ? '这一页打不开，没有图可看。' : '正在整理，马上就好。';
  const across = pixelsAcross(page, which);
  return { id, name: `${fileName} ${WORDS[which]}`, address: pictures[which], across, missing };
}

/** Where each finding shows best, on the page as it was checked. */
function Spots({ page }: Readonly<{ page: ScanPage }>): ReactNode {
  return page.defects.map(({ kind, spot }) =>
    spot === null ? null : (
      <span
        key={kind}
        className="page-spot"
        style={{
          left: `${spot.left * 100}%`,
          top: `${spot.top * 100}%`,
          width: `${spot.width * 100}%`,
          height: `${spot.height * 100}%`,
        }}
      />
    ),
  );
}
