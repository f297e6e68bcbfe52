/** A page's two pictures: which is shown before anybody chose, and how large each is drawn. */
import { turned } from '../../ui/scan/geometry.ts';
import type { ScanPage } from './types.ts';

export type Facing = 'original' | 'copy';

/** What is asked about is seen as it was scanned. */
export function shownFirst({ defects }: Pick<ScanPage, 'defects'>): Facing {
  return defects.length > 0 ? 'original' : 'copy';
}

/**
 * Pixels of the original across either picture: both are drawn equally large, and 100% is the original's. The copy
 * shows what mending left: turned, then straightened on a sheet that grew, then cropped. Null: not known.
 */
export function pixelsAcross({ original, mend }: Pick<ScanPage, 'original' | 'mend'>, which: Facing): number | null {
  const { width, height } = original;
  if (width === null || height === null) return null;
  if (which === 'original') return width;
  const page = turned({ width, height }, mend.turn);
  const radians = (Math.abs(mend.straightenDegrees) * Math.PI) / 180;
  return (page.width * Math.cos(radians) + page.height * Math.sin(radians)) * (mend.crop?.width ?? 1);
}
