/** 预览 → 办理 → 报告 for many at once (ux 2.1). */
import { useStore } from 'zustand';
import type { BatchStore } from './batch-store.ts';
import { PreviewPage } from './preview-page.tsx';
import { RunPage } from './run-page.tsx';
import './batch.css';

type Props = Readonly<{
  store: BatchStore;
  /** one that was begun; null: what is planned */
  batchId: string | null;
  onStarted(batchId: string): void;
  onOpen(applicationId: string): void;
  /** to the opinions of all of them, at this one */
  onOpinion(applicationId: string, among: readonly string[]): void;
  onClose(): void;
}>;

export function BatchScreen({ store, batchId, onStarted, onOpen, onOpinion, onClose }: Props) {
  const { plan, tick, write, end } = useStore(store);
  if (batchId !== null) return <RunPage key={batchId} batchId={batchId} onOpen={onOpen} onClose={onClose} />;
  if (!plan) return null;
  return (
    <PreviewPage
      plan={plan}
      onTick={tick}
      onOpinion={write}
      onStarted={(id) => {
        end();
        onStarted(id);
      }}
      onOpen={(id) => (plan.kind === 'opinion' ? onOpinion(id, plan.applicationIds) : onOpen(id))}
      onClose={onClose}
    />
  );
}
