/** Draws what is wanted, once: finished files lie in the blob folder, an index says which drawing became which. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { blobPath } from '../routes/blobs.ts';
import { type BlobRow } from '../store.ts';
import { renderScan } from './render.ts';
import { SCAN_KINDS, specKey, type ScanSource, type ScanSpec, type StoredScan } from './spec.ts';

/**
 * 'few': one small picture a kind, for tests that do not look at scans.
 * 'heavy': as large as A4 at 300 dpi; a dozen files a kind with the same picture in them, so that drawing takes seconds.
 */
export type ScanSet = 'full' | 'few' | 'heavy';
export type DrawnScans = Readonly<{ source: ScanSource; blobs: readonly BlobRow[] }>;

const AT_ONCE = 3;
/** 'few' scans are drawn at this width */
const FEW_WIDTH = 320;
/** A4 at 300 dpi is 2480 × 3508 */
const HEAVY_WIDTH = 2480;
const HEAVY_FILES_A_KIND = 12;

export async function drawScans(
  wanted: readonly ScanSpec[],
  { blobDir, set }: Readonly<{ blobDir: string; set: ScanSet }>,
): Promise<DrawnScans> {
  await mkdir(blobDir, { recursive: true });
  const unique = new Map(wanted.map((spec) => [specKey(spec), spec]));
  const specs = set === 'full' ? unique : set === 'few' ? firstOfEachKind(unique) : severalOfEachKind(unique);
  const drawing = new Map<string, Promise<Buffer>>();
  const indexFile = path.join(blobDir, `index-${set}.json`);
  const index = await readIndex(indexFile);
  const missing = [...specs].filter(
    ([key]) => !index.has(key) || !existsSync(blobPath(blobDir, index.get(key)?.sha256 ?? '')),
  );
  async function drawn(spec: ScanSpec): Promise<Buffer> {
    if (set !== 'heavy') return renderScan(spec, set === 'few' ? FEW_WIDTH : null);
    const picture = drawing.get(spec.kind) ?? renderScan(spec, HEAVY_WIDTH);
    drawing.set(spec.kind, picture);
    return withComment(await picture, specKey(spec));
  }
  await inParallel(missing, async ([key, spec]) => {
    const bytes = await drawn(spec);
    index.set(key, await storeBlob(blobDir, bytes));
  });
  if (missing.length > 0) await writeWhole(indexFile, JSON.stringify(Object.fromEntries(index)));
  return { source: createSource(specs, index), blobs: blobsOf(specs, index) };
}

/** A spec that was not drawn borrows a drawing of its kind, always the same one. */
function createSource(specs: ReadonlyMap<string, ScanSpec>, index: ReadonlyMap<string, StoredScan>): ScanSource {
  const pools = new Map<string, StoredScan[]>(SCAN_KINDS.map((kind) => [kind, []]));
  for (const [key, { kind, flaw }] of specs) {
    const stored = index.get(key);
    if (stored && flaw === null) pools.get(kind)?.push(stored);
  }
  return (spec) => {
    const key = specKey(spec);
    const pool = pools.get(spec.kind) ?? [];
    const stored = specs.has(key) ? index.get(key) : pool[Number.parseInt(key.slice(0, 8), 16) % pool.length];
    if (!stored) throw new Error(`nothing drawn of kind ${spec.kind}`);
    return stored;
  };
}

function blobsOf(specs: ReadonlyMap<string, ScanSpec>, index: ReadonlyMap<string, StoredScan>): readonly BlobRow[] {
  return [...specs.keys()].flatMap((key) => {
    const stored = index.get(key);
    return stored ? [{ sha256: stored.sha256, size: stored.sizeBytes, mime: 'image/jpeg' }] : [];
  });
}

function firstOfEachKind(specs: ReadonlyMap<string, ScanSpec>): ReadonlyMap<string, ScanSpec> {
  const found = new Map<string, readonly [string, ScanSpec]>();
  for (const [key, spec] of specs) {
    if (spec.flaw === null && !found.has(spec.kind)) found.set(spec.kind, [key, spec]);
  }
  return new Map(found.values());
}

function severalOfEachKind(unique: ReadonlyMap<string, ScanSpec>): ReadonlyMap<string, ScanSpec> {
  const plain = [...unique].filter(([, { flaw }]) => flaw === null);
  const kinds = Map.groupBy(plain, ([, { kind }]) => kind);
  return new Map([...kinds.values()].flatMap((ofKind) => ofKind.slice(0, HEAVY_FILES_A_KIND)));
}

/** The same picture as another file: a comment of JPEG after its first mark. */
function withComment(jpeg: Buffer, text: string): Buffer {
  const segment = Buffer.alloc(4);
  segment.writeUInt16BE(0xff_fe, 0);
  segment.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, Buffer.from(text, 'latin1'), jpeg.subarray(2)]);
}

async function readIndex(file: string): Promise<Map<string, StoredScan>> {
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, StoredScan>));
}

async function storeBlob(blobDir: string, bytes: Buffer): Promise<StoredScan> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = blobPath(blobDir, sha256);
  await mkdir(path.dirname(file), { recursive: true });
  await writeWhole(file, bytes);
  return { sha256, sizeBytes: bytes.length };
}

async function writeWhole(file: string, content: string | Buffer): Promise<void> {
  const partial = `${file}.${randomUUID()}`;
  await writeFile(partial, content);
  await rename(partial, file);
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  async function worker(): Promise<void> {
    for (const item of queue) await work(item);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
