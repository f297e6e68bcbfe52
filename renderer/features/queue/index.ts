export { shortCommittee } from './cells.tsx';
export { QueueScreen } from './queue-screen.tsx';
export { createQueueStore, type QueueStore } from './queue-store.ts';
