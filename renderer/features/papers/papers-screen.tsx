/** 「纸质材料」: choose people and papers, see each page as it is printed, make, print, mark (ux 3.8, mock 08). */
import { useState } from 'react';
import { beijingDateOf, plainDate, type PlainDate } from '#model/beijing-time.ts';
import { api, useQuery } from '../../client/index.ts';
import { EmptyBlock, LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { SaidBar } from '../../ui/said-bar.tsx';
import { widthClassOf } from '../../ui/text-scale.ts';
import { troubleOf } from '../../ui/trouble.ts';
import { useWindowWidth } from '../../ui/use-window-width.ts';
import { ActBar } from './act-bar.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { beginRun, PapersDialogs, type OpenDialog } from './papers-dialogs.tsx';
import { PapersHead } from './papers-head.tsx';
import type { PapersStore } from './papers-store.ts';
import { PreviewPane } from './preview-pane.tsx';
import { makeable, markable } from './rows.ts';
import { usePapersDesk, type PapersDesk } from './use-papers-desk.ts';
import { WarningPart } from './warning-part.tsx';
import { warningsOf, type WayOut } from './warnings.ts';
import { chosenWords, emptyPreview } from './words.ts';
import '../../ui/scan/scan.css';
import '../../ui/selection.css';
import './papers.css';
import './papers-dialogs.css';

type Props = Readonly<{ store: PapersStore; onPublicity(): void; onScans(): void }>;

const ROW_PX = { narrow: 36, normal: 36, wide: 40 } as const;

export function PapersScreen({ store, onPublicity, onScans }: Props) {
  const desk = usePapersDesk(store);
  const width = widthClassOf(useWindowWidth());
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const today = useToday();
  const { view, chosen, acts } = desk;
  const { shown } = view;
  const isOfPeople = view.view === 'people';
  const onWay = (way: WayOut) => {
    if (way === 'templates') setDialog('templates');
    else (way === 'publicity' ? onPublicity : onScans)();
  };
  return (
    <main className="papers" aria-label="纸质材料">
      <PapersHead
        view={view.view}
        search={view.search}
        only={view.only}
        isNarrow={width === 'narrow'}
        onView={view.show}
        onSearch={view.find}
        onOnly={view.showOnly}
        onTemplates={() => setDialog('templates')}
        onCalibration={() => setDialog('calibration')}
      />
      <div className="papers-list">
        <ListBody desk={desk} rowHeight={ROW_PX[width]} />
        <WarningPart warnings={warningsOf(chosen.rows, chosen.papers, isOfPeople)} onWay={onWay} />
        <ChosenBar desk={desk} isNarrow={width === 'narrow'} onDialog={setDialog} />
      </div>
      <PreviewPane
        paper={shown}
        empty={emptyPreview(view.view, view.selection.ids.size)}
        name={desk.shownName}
        page={view.page}
        onPage={view.turnTo}
        onPlace={(pageId, before, to) => shown && void acts.place(shown, pageId, before, to)}
      />
      <footer className="papers-foot">
        <SaidBar
          said={view.said}
          onUndo={view.undoable ? () => void view.undo() : null}
          onRead={() => view.say(null)}
        />
      </footer>
      {dialog && (
        <PapersDialogs dialog={dialog} desk={desk} today={today} onOpen={setDialog} onClose={() => setDialog(null)} />
      )}
    </main>
  );
}

/** The desk's day: its clock is the one that the papers are dated by. */
function useToday(): PlainDate {
  const today = useQuery('today', () => api.applications.list({ view: 'all', limit: 1 })).value?.today;
  return today === undefined ? beijingDateOf(Date.now()) : plainDate(today);
}

function ListBody({ desk, rowHeight }: Readonly<{ desk: PapersDesk; rowHeight: number }>) {
  const { matrix, view } = desk;
  if (matrix.isFailed) {
    return <TroubleBlock trouble={troubleOf({ code: 'unreachable', message: '' })} onRetry={matrix.refresh} />;
  }
  if (matrix.total === null) return <LoadingBlock />;
  if (matrix.total === 0) {
    if (view.search !== '') return <EmptyBlock text={`没有找到“${view.search}”。`} />;
    return view.view === 'people' ? (
      <EmptyBlock text="还没有申报。" second="收到申报后，每个人的纸质材料会列在这里。" />
    ) : (
      <EmptyBlock text="还没有单位材料。" second="生成公示后，公示通知和证明会列在这里。" />
    );
  }
  return <MatrixGrid desk={desk} rowHeight={rowHeight} />;
}

type BarProps = Readonly<{ desk: PapersDesk; isNarrow: boolean; onDialog(dialog: OpenDialog): void }>;

function ChosenBar({ desk, isNarrow, onDialog }: BarProps) {
  const { view, chosen, acts, selectAll } = desk;
  const refs = makeable(chosen.papers).map(({ ref }) => ref);
  const ticked = view.selection.ids.size;
  const isOfPeople = view.view === 'people';
  const handIn = () => {
    // nobody is asked for the day of nothing
    if (markable(chosen.papers, 'handed-in').refs.length === 0) void acts.mark(chosen.papers, 'handed-in', null);
    else onDialog('hand-in');
  };
  return (
    <ActBar
      words={chosenWords(view.view, { people: ticked, papers: refs.length, inHand: chosen.inHand })}
      second={chosen.outOfSight > 0 ? `${chosen.outOfSight}${isOfPeople ? '人' : '份'}不在当前名单` : ''}
      isIdle={chosen.papers.length === 0}
      isStuck={refs.length === 0}
      ticked={ticked}
      isNarrow={isNarrow}
      marks={[
        { word: '标记已盖章', act: () => void acts.mark(chosen.papers, 'sealed', null) },
        { word: '标记已报送', act: handIn },
      ]}
      onMake={() => void beginRun({ kind: 'make', refs, arrangement: 'each', password: null }, view.say)}
      onExport={() => onDialog('export')}
      onArchive={isOfPeople && ticked > 0 ? () => onDialog('archive') : null}
      onPrint={() => onDialog('print')}
      onAll={selectAll}
      onNone={view.clearSelection}
    />
  );
}
