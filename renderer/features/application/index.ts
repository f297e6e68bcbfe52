export { Workbench } from './workbench.tsx';
export { useDetail } from './use-detail.ts';
export { gapWords } from './words.ts';
export type { Detail } from './words.ts';
