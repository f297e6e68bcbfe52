export { OpinionScreen } from './opinion-screen.tsx';
export type { Submitted } from './use-submit.ts';
