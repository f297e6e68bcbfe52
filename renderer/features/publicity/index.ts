export { useDeadlines } from './use-deadlines.ts';
export { PublicityScreen } from './publicity-screen.tsx';
export type { PublicityPlace } from './types.ts';
