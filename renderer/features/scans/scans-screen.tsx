/** 「扫描件」: drop, look at what is wrong, mend, file by keys, see what is missing (ux 3.7, mock 10). */
import { Button } from 'antd';
import { useState } from 'react';
import { EmptyBlock, LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { SaidBar } from '../../ui/said-bar.tsx';
import { widthClassOf } from '../../ui/text-scale.ts';
import { troubleOf } from '../../ui/trouble.ts';
import { useWindowWidth } from '../../ui/use-window-width.ts';
import { ChecklistPane } from './checklist-pane.tsx';
import { PageGrid } from './page-grid.tsx';
import { PagePane } from './page-pane.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { ScansBar } from './scans-bar.tsx';
import { ScansDialogs, type OpenDialog } from './scans-dialogs.tsx';
import { SelectionBar } from './selection-bar.tsx';
import type { ScansStore } from './scans-store.ts';
import { selectionActs } from './selection-acts.ts';
import { useDrop } from './use-drop.ts';
import { useNextPictures } from './use-next-pictures.ts';
import { allPages } from './use-pages.ts';
import { useScansDesk, type ScansDesk } from './use-scans-desk.ts';
import { EMPTY, ONLY_HERE } from './words.ts';
import '../../ui/scan/scan.css';
import '../../ui/selection.css';
import './scans.css';
import './scans-panes.css';

type Props = Readonly<{
  store: ScansStore;
  /** single letters and digits act */
  hasKeys: boolean;
  /** to where the size rules are */
  onRules(): void;
}>;

export function ScansScreen({ store, hasKeys, onRules }: Props) {
  const desk = useScansDesk(store, hasKeys);
  const width = widthClassOf(useWindowWidth());
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [chosenList, showList] = useState<boolean | null>(null);
  const drop = useDrop(desk.takeIn, desk.view.say);
  const { view, pages, page, checklist, acts } = desk;
  useNextPictures(pages, desk.here?.index ?? null);
  const isNarrow = width === 'narrow';
  const isListShown = chosenList ?? !isNarrow;
  // beside the scan where there is room, else in its place
  const hasChecklist = checklist !== null && isListShown && (pages.total ?? 0) > 0;
  const parts = `${hasChecklist ? ' has-checklist' : ''}${page ? ' has-page' : ''}`;
  return (
    <main className={`scans${parts}`} aria-label="扫描件" {...drop.handlers}>
      <ScansBar
        view={view.query.view}
        counts={pages.counts}
        isListShown={checklist === null ? null : isListShown}
        onList={() => showList(!isListShown)}
        onView={view.show}
        onFiles={desk.takeIn}
        onScanner={() => setDialog({ kind: 'scanner' })}
        onReports={() => setDialog({ kind: 'report', intakeId: null })}
      />
      <div className="scans-list">
        {view.query.applicationId !== null && (
          <p className="scans-only">
            {`只看${checklist?.person ?? '一个人'}的，拖进来的也归他。`}
            <button type="button" className="text-act" onClick={() => view.showPerson(null)}>
              看所有人的
            </button>
          </p>
        )}
        <ListBody desk={desk} />
        <SelectionBar
          count={view.selection.ids.size}
          dropped={view.selection.dropped}
          total={pages.total ?? 0}
          acts={selectionActs(desk, setDialog)}
          main={{ word: '自动整理', act: () => desk.withChosen(acts.tidy) }}
          isNarrow={isNarrow || hasChecklist}
          onAll={() => void allPages(view.query).then((all) => view.select(all.map(({ id }) => id)))}
          onNone={view.clearSelection}
        />
      </div>
      {hasChecklist && (
        <ChecklistPane
          checklist={checklist}
          currentId={(page?.filed ?? page?.suggestion)?.materialId ?? null}
          onFile={(material) => desk.fileToMaterial(material)}
          onDropPages={(ids, material) =>
            void allPages(view.query).then((all) =>
              desk.fileToMaterial(
                material,
                all.filter(({ id }) => ids.includes(id)),
              ),
            )
          }
        />
      )}
      {page && !(isNarrow && hasChecklist) && (
        <PagePane
          page={page}
          no={desk.no}
          acts={acts}
          hasKeys={hasKeys}
          isOriginalHeld={desk.isOriginalHeld}
          isNarrow={width !== 'wide'}
          onStep={desk.step}
          onShow={desk.show}
          onFile={desk.fileAsSuggested}
          onChange={() => setDialog({ kind: 'file', pages: [page] })}
          onRules={onRules}
        />
      )}
      <footer className="scans-foot">
        <SaidBar
          said={view.said}
          // each page's acts are taken back in turn
          onUndo={view.undoables.at(-1)?.words === view.said ? () => void acts.undo() : null}
          onRead={() => view.say(null)}
        />
      </footer>
      {drop.isOver && <div className="drop-invitation">{`松开鼠标就导入。${ONLY_HERE}`}</div>}
      {dialog && <ScansDialogs dialog={dialog} desk={desk} onRules={onRules} onClose={() => setDialog(null)} />}
      {view.reportId !== null && <ReportDialog intakeId={view.reportId} onClose={() => view.openReport(null)} />}
    </main>
  );
}

function ListBody({ desk: { pages, here, view, grid } }: Readonly<{ desk: ScansDesk }>) {
  if (pages.isFailed) {
    return <TroubleBlock trouble={troubleOf({ code: 'unreachable', message: '' })} onRetry={pages.refresh} />;
  }
  if (pages.total === null) return <LoadingBlock />;
  if (pages.total === 0) {
    const { text, second } = EMPTY[view.query.view];
    const all = pages.counts?.all ?? 0;
    const action =
      view.query.view === 'unfiled' && all > 0 ? (
        <Button onClick={() => view.show('all')}>{`看全部${all}页`}</Button>
      ) : undefined;
    return <EmptyBlock text={text} second={second} action={action} />;
  }
  return <PageGrid pages={pages} active={here} ticked={view.selection.ids} acts={grid} />;
}
