/** What a file is, by its first bytes and never by its name. */
import type { ScanFormat } from '#model/scan.ts';

/** '?' stands for any byte. Written as Latin-1. */
const MAGIC: readonly (readonly [ScanFormat, string])[] = [
  ['jpeg', '\xff\xd8\xff'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  // BigTIFF
  ['tiff', 'II+\0'],
  ['tiff', 'MM\0+'],
  ['webp', 'RIFF????WEBP'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['bmp', 'BM'],
];
/** ISO/IEC 23008-12: pictures coded by HEVC, alone or in sequences; 'mif1' says only that it is a picture. */
const HEIC_BRANDS: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);
/** Readers look for a PDF's header in so many bytes; scanners' software writes some before it. */
const PDF_HEADER_WITHIN = 1024;

export function formatOf(bytes: Uint8Array): ScanFormat | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PDF_HEADER_WITHIN));
  const text = start.toString('latin1');
  const found = MAGIC.find(([, magic]) => matches(text, magic));
  if (found) return found[0];
  if (text.slice(4, 8) === 'ftyp') return HEIC_BRANDS.has(text.slice(8, 12)) ? 'heic' : null;
  return text.includes('%PDF-') ? 'pdf' : null;
}

function matches(text: string, magic: string): boolean {
  return [...magic].every((char, at) => char === '?' || text[at] === char);
}
