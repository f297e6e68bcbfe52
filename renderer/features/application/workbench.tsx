/** 「审核」: every module beside its scan and its findings, then one of three decisions (ux 3.3). */
import { useCallback, useMemo, useState } from 'react';
import { MODULE_IDS } from '#model/modules.ts';
import { api } from '../../client/index.ts';
import { feeds, ONLY_HERE, useDrop } from '../scans/index.ts';
import { Button } from 'antd';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorBlock, LoadingBlock } from '../../ui/blocks.tsx';
import { widthClassOf } from '../../ui/text-scale.ts';
import { troubleOf } from '../../ui/trouble.ts';
import { useIsDrawn } from '../../ui/use-is-drawn.ts';
import { useWindowWidth } from '../../ui/use-window-width.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { BenchFoot } from './bench-foot.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { FormPane } from './form-pane.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import { ModulePicker, ModuleTree } from './module-tree.tsx';
import { ScanViewer } from './scan-viewer.tsx';
import { sheetsOf } from './sheets.ts';
import { useBench, useBenchKeys, type BenchLinks } from './use-bench.ts';
import type { Decided } from './use-decide.ts';
import { useAhead } from './use-ahead.ts';
import { useDetail } from './use-detail.ts';
import { createBenchKeeper, createWorkbenchStore, startOf } from './workbench-store.ts';
import { WorkbenchTop, type Place } from './workbench-top.tsx';
import { OPEN_TROUBLES, type Detail } from './words.ts';
import './decision.css';
import './findings.css';
import './return.css';
import './workbench.css';

type Props = Readonly<{
  id: string;
  place: Place;
  links: BenchLinks;
  viewerKeys: boolean;
  onDecided(decided: Decided): void;
}>;

const keeper = createBenchKeeper();

/** Keyed by the application: nothing of one person is ever left on screen for the next. */
export function Workbench(props: Props) {
  const { value: detail, error, refetch } = useDetail(props.id);
  if (error && !detail) {
    const trouble = troubleOf(error, OPEN_TROUBLES);
    return error.code === 'not-found' ? (
      <ErrorBlock
        text={trouble.happened}
        second={trouble.meaning + trouble.advice}
        onRetry={props.place.onClose}
        retryWord="回到申报审核"
      />
    ) : (
      <ErrorBlock
        text={trouble.happened}
        second={trouble.meaning + trouble.advice}
        onRetry={refetch}
        retryWord="再试一次"
      />
    );
  }
  if (!detail) return <LoadingBlock />;
  return <Bench key={props.id} {...props} detail={detail} />;
}

function Bench({ detail, place, links, viewerKeys, onDecided }: Props & Readonly<{ detail: Detail }>) {
  const { application, findings, changedModules, seenModules, seenAttachments } = detail;
  const width = widthClassOf(useWindowWidth());
  const isWide = width === 'wide';
  const [store] = useState(() =>
    keeper.storeOf(application.id, () => createWorkbenchStore(startOf(findings, changedModules, seenModules))),
  );
  const bench = useBench({
    detail,
    store,
    links,
    onDecided(decided) {
      keeper.forget();
      onDecided(decided);
    },
  });
  const { view, decide, draft, blocked } = bench;
  const { moduleId, layer } = view;
  const [refused, setRefused] = useState<string | null>(null);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const desk = {
    ...place,
    onClose() {
      keeper.forget();
      place.onClose();
    },
  };
  useBenchKeys(bench, desk, isHistoryOpen);

  const sheets = useMemo(() => sheetsOf(detail, moduleId), [detail, moduleId]);
  const current = sheets.find(({ id }) => id === view.sheetId) ?? sheets[0] ?? null;
  const drop = useDrop((files) => feeds.getState().feed(files, application.id), setRefused);
  useAhead({ detail, moduleId, sheets, current, nextId: place.nextId, previousId: place.previousId });
  const unseen = MODULE_IDS.filter((m) => !seenModules.includes(m));
  const isDeciding = layer === 'decision';
  const Modules = width === 'narrow' ? ModulePicker : ModuleTree;
  // the scan comes first: form and foot take as long again
  const isDrawn = useIsDrawn();
  const seeScan = useCallback(
    (id: string) => {
      if (!seenAttachments.includes(id)) void api.applications.markSeen({ id: application.id, attachments: [id] });
    },
    [application.id, seenAttachments],
  );

  return (
    <main className={`workbench is-${layer}`} aria-label="审核" {...drop.handlers}>
      <WorkbenchTop detail={detail} place={desk} onHistory={() => setHistoryOpen(true)} />
      <Modules detail={detail} current={moduleId} onOpen={view.openModule} />
      {isDrawn && (
        <FormPane
          detail={detail}
          moduleId={moduleId}
          attachmentId={current?.id ?? null}
          acts={bench.acts}
          stop={view.stop}
          isNextAct={unseen.length > 0 && !isDeciding}
          onScan={(id) => view.openSheet(id, moduleId)}
          onSeen={bench.seeModule}
          onWrite={blocked === null ? bench.write : null}
        />
      )}
      <ScanViewer
        detail={detail}
        sheets={sheets}
        current={current}
        hasKeys={viewerKeys}
        startFit={isDeciding && !isWide ? 'width' : view.fit}
        isNarrow={width === 'narrow'}
        onOpen={(id) => view.openSheet(id, moduleId)}
        onSeen={seeScan}
      />
      {isDrawn && <BenchFoot detail={detail} bench={bench} unseen={unseen} isWide={isWide} />}
      <AnswerDialog answers={bench.answers} />
      {decide.isAsking && draft.decision && (
        <DecideDialog
          detail={detail}
          decision={draft.decision}
          text={bench.text}
          unseen={unseen}
          isWritten={bench.letter.isWritten}
          isRush={decide.isRush}
          isBusy={decide.isBusy}
          onConfirm={(isLastChance) => void decide.confirm(isLastChance)}
          onModule={bench.goToModule}
          onCancel={decide.cancel}
        />
      )}
      {drop.isOver && (
        <div className="drop-invitation">{`松开鼠标，归到${application.applicant.name}名下。${ONLY_HERE}`}</div>
      )}
      {refused !== null && (
        <Dialog
          title="没有导入"
          onCancel={() => setRefused(null)}
          footer={<Button onClick={() => setRefused(null)}>知道了</Button>}
        >
          <p>{refused}</p>
        </Dialog>
      )}
      <HistoryDrawer detail={detail} isOpen={isHistoryOpen} onClose={() => setHistoryOpen(false)} />
    </main>
  );
}
