import type * as z from 'zod';
import type { AppContract } from '#contract/index.ts';

export type Settings = z.output<AppContract['settings']['get']['output']>;

/** What is in force where nobody chose (the core has the same), for 「恢复默认」. */
export const DEFAULTS: Settings = {
  undoHoldMinutes: 10,
  idleLockMinutes: 10,
  textSize: 'standard',
  opensNext: true,
  viewerKeys: true,
};
