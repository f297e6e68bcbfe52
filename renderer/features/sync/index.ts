export { SyncScreen } from './sync-screen.tsx';
export { useNow, useSyncStatus } from './use-sync-status.ts';
export { EnrolForm } from './enrol-form.tsx';
export { clockWords, contactWords, pendingWords, scansWords, stateShown } from './status-words.ts';
export { DONE_WORDS, UNDO_TROUBLES } from './words.ts';
export type { SyncStatus, SyncTab } from './types.ts';
