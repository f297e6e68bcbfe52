/** Opens a file of scans by what is in it. */
import { fail, type Result } from '#model/result.ts';
import type { Unreadable } from '#model/scan.ts';
import { openBmp } from './bmp.ts';
import { formatOf } from './format.ts';
import { MAX_SOURCE_BYTES } from './limits.ts';
import { openHeic } from './read-heic.ts';
import { openPdf } from './read-pdf.ts';
import { isPicture, openPicture } from './read-pictures.ts';
import type { Source } from './source.ts';

export async function openSource(bytes: Uint8Array): Promise<Result<Source, Unreadable>> {
  if (bytes.byteLength === 0) return fail('empty');
  if (bytes.byteLength > MAX_SOURCE_BYTES) return fail('too-many-pixels', 'larger than any scan');
  const format = formatOf(bytes);
  if (format === null) return fail('unknown-format');
  if (isPicture(format)) return openPicture(bytes, format);
  switch (format) {
    case 'bmp':
      return openBmp(bytes);
    case 'heic':
      return openHeic(bytes);
    case 'pdf':
      return openPdf(bytes);
  }
}
