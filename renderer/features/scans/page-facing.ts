/** Which of a page's two pictures is shown before anybody chose. */
import type { ScanPage } from './types.ts';

export type Facing = 'original' | 'copy';

/** What is asked about is seen as it was scanned. */
export function shownFirst({ defects }: Pick<ScanPage, 'defects'>): Facing {
  return defects.length > 0 ? 'original' : 'copy';
}
