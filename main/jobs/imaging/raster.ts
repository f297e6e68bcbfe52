/** A page in memory, decoded once: what is compressed, checked and previewed. */
export type Raster = Readonly<{
  /** rows from the top, 8 bit sRGB (3 channels) or grey (1), no padding */
  data: Buffer;
  width: number;
  height: number;
  channels: 1 | 3;
  /** of the paper, at this size: as the file says, else as if the page were A4 */
  dpi: number;
  /** whether the file said so itself */
  isDpiKnown: boolean;
}>;

/** Pixels along the short and the long side of A4 at 200 dpi. */
export const WORKING_SIZE = { short: 1654, long: 2339 } as const;
