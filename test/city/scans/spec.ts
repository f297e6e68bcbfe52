/** What a scan shows. The same spec is drawn to the same bytes, so specs are what scans are shared by. */
import { createHash } from 'node:crypto';

export const SCAN_KINDS = [
  'diploma',
  'degree',
  'degree-record',
  'title-certificate',
  'letter',
  'id-front',
  'id-back',
  'award',
  'paper',
  'journal-cover',
  'assessment',
  'training',
  'commitment',
  'patent',
  'book-cover',
] as const;
export type ScanKind = (typeof SCAN_KINDS)[number];

/** Blurred, turned by 90°, an empty page, or 400 px wide: what careless people upload. */
export const FLAWS = ['blurred', 'turned', 'blank', 'tiny'] as const;
export type Flaw = (typeof FLAWS)[number];

export type ScanSpec = Readonly<{ kind: ScanKind; values: Readonly<Record<string, string>>; flaw: Flaw | null }>;

export type StoredScan = Readonly<{ sha256: string; sizeBytes: number }>;
export type ScanSource = (spec: ScanSpec) => StoredScan;

/** Changes when the drawings do, so that cached ones are drawn anew. */
const DRAWING = 6;

/** hex SHA-256 naming the drawing, not its bytes */
export function specKey(spec: ScanSpec): string {
  return createHash('sha256')
    .update(JSON.stringify([DRAWING, spec]))
    .digest('hex');
}
