/** A file of scans, opened. */
import { fail, type Result } from '#model/result.ts';
import type { Mend, ScanFormat, Unreadable } from '#model/scan.ts';
import type { PageSize } from './fit.ts';
import type { Raster } from './raster.ts';

type Read<T> = Promise<Result<T, Unreadable>>;

/** Pages count from 1. */
export type Source = Readonly<{
  format: ScanFormat;
  pageCount: number;
  /** As the file has it, upright. */
  size(pageNo: number): Read<PageSize>;
  /** Upright, mended, at most maxDpi and never larger than it is. */
  page(pageNo: number, how: Readonly<{ mend: Mend; maxDpi: number }>): Read<Raster>;
  /** The file's own picture, byte for byte, where it is one upright JPEG that every program shows alike. */
  plainJpeg(): Uint8Array | null;
  close(): void;
}>;

/** Asked for a page that is not there: what was told of the file before does not hold. */
export const NO_SUCH_PAGE = fail('damaged', 'no such page');
