export { BatchScreen } from './batch-screen.tsx';
export { BatchBar } from './batch-bar.tsx';
export { BatchesTab } from './batches-tab.tsx';
export { createBatchStore, type BatchStore } from './batch-store.ts';
export type { BatchKind } from './types.ts';
