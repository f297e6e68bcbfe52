/** 「审核」: every module beside its scan, then one of three decisions (ux 3.3). */
import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Attachment, Decision } from '#model/application.ts';
import { MODULE_IDS, type ModuleId } from '#model/modules.ts';
import { api } from '../../client/index.ts';
import { ErrorBlock, LoadingBlock } from '../../ui/blocks.tsx';
import { troubleOf } from '../../ui/trouble.ts';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import { useWindowWidth } from '../../ui/use-window-width.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { FormPane } from './form-pane.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import { ModulePicker, ModuleTree } from './module-tree.tsx';
import { ScanViewer } from './scan-viewer.tsx';
import { useDecide, type Decided } from './use-decide.ts';
import { useDetail } from './use-detail.ts';
import { useDraft } from './use-draft.ts';
import { createWorkbenchStore, nextUnseen, startModule } from './workbench-store.ts';
import { WorkbenchTop, type Place } from './workbench-top.tsx';
import { APPROVAL_TEXT, notActionableWords, OPEN_TROUBLES, type Detail } from './words.ts';
import './decision.css';
import './scan-viewer.css';
import './workbench.css';

type Props = Readonly<{
  id: string;
  place: Place;
  viewerKeys: boolean;
  onDecided(decided: Decided): void;
}>;

const PANEL_ALWAYS_FROM = 1600;
const TREE_FROM = 1200;

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

function Bench({ detail, place, viewerKeys, onDecided }: Props & Readonly<{ detail: Detail }>) {
  const { application } = detail;
  const width = useWindowWidth();
  const isWide = width >= PANEL_ALWAYS_FROM;
  const [store] = useState(() => createWorkbenchStore(startModule(detail.changedModules, detail.seenModules), false));
  const { moduleId, attachmentId, isPanelOpen, openModule, openScan, openPanel } = useStore(store);
  const draft = useDraft(application.id);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const scans = useMemo(() => application.attachments.filter((a) => a.moduleId === moduleId), [application, moduleId]);
  const current: Attachment | null = scans.find((a) => a.id === attachmentId) ?? scans[0] ?? null;
  const unseen = MODULE_IDS.filter((m) => !detail.seenModules.includes(m));
  const decide = useDecide({ detail, draft, onDecided });
  const blocked = notActionableWords(detail);
  const isPanelShown = blocked === null && (isWide || isPanelOpen);

  const seeScan = useCallback(
    (id: string) => {
      if (!detail.seenAttachments.includes(id))
        void api.applications.markSeen({ id: application.id, attachments: [id] });
    },
    [application.id, detail.seenAttachments],
  );
  const seeModule = useCallback(() => {
    void api.applications.markSeen({ id: application.id, modules: [moduleId] });
    const next = nextUnseen(moduleId, new Set(detail.seenModules));
    if (next) openModule(next);
    else openPanel(true);
  }, [application.id, moduleId, detail.seenModules, openModule, openPanel]);
  const choose = (decision: Decision) => {
    openPanel(true);
    // Both prepared texts are only ever put into an empty box, and only ours is ever taken out again.
    const isOurs = draft.text === '' || draft.text === APPROVAL_TEXT;
    const text = isOurs ? (decision === 'approve' ? APPROVAL_TEXT : '') : draft.text;
    draft.change({ decision, text });
  };
  const goTo = (module: ModuleId) => {
    decide.cancel();
    openModule(module);
  };

  useHotKeys(
    {
      f4: seeModule,
      'mod+j': seeModule,
      f7: place.onPrevious,
      f8: place.onNext,
      f9: () => openPanel(!isPanelOpen),
      'mod+d': () => openPanel(!isPanelOpen),
      'mod+enter': decide.askByKey,
      esc: () => (isPanelShown && !isWide ? openPanel(false) : place.onClose()),
    },
    { isOff: decide.isAsking || isHistoryOpen },
  );

  return (
    <main className={isPanelShown ? 'workbench is-deciding' : 'workbench'} aria-label="审核">
      <WorkbenchTop detail={detail} place={place} onHistory={() => setHistoryOpen(true)} />
      {width >= TREE_FROM ? (
        <ModuleTree detail={detail} current={moduleId} onOpen={openModule} />
      ) : (
        <ModulePicker detail={detail} current={moduleId} onOpen={openModule} />
      )}
      <FormPane
        detail={detail}
        moduleId={moduleId}
        attachmentId={current?.id ?? null}
        isNextAct={unseen.length > 0 && !isPanelOpen && !(isWide && draft.decision !== null)}
        onScan={(id) => openScan(id, moduleId)}
        onSeen={seeModule}
      />
      <ScanViewer
        detail={detail}
        scans={scans}
        current={current}
        hasKeys={viewerKeys}
        startFit={isPanelShown && !isWide ? 'width' : 'page'}
        onOpen={(id) => openScan(id, moduleId)}
        onSeen={seeScan}
      />
      {isPanelShown && (
        <DecisionPanel
          detail={detail}
          draft={draft}
          unseen={unseen}
          refusal={decide.refusal}
          canFold={!isWide}
          onChoose={choose}
          onText={(text) => draft.change({ decision: draft.decision, text })}
          onCheck={decide.ask}
          onModule={goTo}
          onFold={() => openPanel(false)}
        />
      )}
      {!isPanelShown && (
        <DecisionBar detail={detail} blocked={blocked} isPrimary={unseen.length === 0} onOpen={() => openPanel(true)} />
      )}
      {decide.isAsking && draft.decision && (
        <DecideDialog
          detail={detail}
          decision={draft.decision}
          text={draft.text}
          unseen={unseen}
          isRush={decide.isRush}
          isBusy={decide.isBusy}
          onConfirm={(isLastChance) => void decide.confirm(isLastChance)}
          onModule={goTo}
          onCancel={decide.cancel}
        />
      )}
      <HistoryDrawer detail={detail} isOpen={isHistoryOpen} onClose={() => setHistoryOpen(false)} />
    </main>
  );
}
