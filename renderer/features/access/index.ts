export { FirstRun } from './first-run.tsx';
export { RenewRecoveryDialog } from './renew-recovery.tsx';
export { UnlockScreen } from './unlock-screen.tsx';
export { ROLE_WORDS, type AccessStatus } from './words.ts';
