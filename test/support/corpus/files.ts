/**
 * A folder of scans such as an office gets: every format, every kind of page, drawn from a seed. What stands in
 * the manifest is what is known of each file without looking at it.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asBmp, asJpeg, asPng, asTiff, asTurnedJpeg, TIFF_KINDS, type Orientation, type TiffKind } from './encode.ts';
import { FULL_KINDS, renderPhoto, renderScan, type PageKind, type RenderedPage } from './render.ts';

type Making =
  | Readonly<{ as: 'jpeg'; dpi: number; quality: number; isGrey?: true; isSubsampled?: true }>
  | Readonly<{ as: 'png'; dpi: number; isGrey?: true }>
  | Readonly<{ as: 'tiff'; dpi: number; tiff: TiffKind; pageCount?: number }>
  | Readonly<{ as: 'bmp'; dpi: number }>
  | Readonly<{ as: 'phone'; orientation: Orientation }>;

export type FileSpec = Readonly<{ name: string; kind: PageKind; seed: string; making: Making }>;

export type ManifestEntry = Readonly<{
  file: string;
  kind: PageKind;
  tag: string;
  /** null: the file does not say */
  dpi: number | null;
  tiltDegrees: number;
  pageCount: number;
  bytes: number;
  lines: readonly string[];
}>;

type Tagged = readonly [tag: string, making: Making];
const times = (count: number, ...tagged: Tagged): readonly Tagged[] => Array.from({ length: count }, () => tagged);

/** 60 files: what comes most often is there most often. */
const OFFICE: readonly Tagged[] = [
  ...times(24, 'scan300', { as: 'jpeg', dpi: 300, quality: 95 }),
  ...times(8, 'scan200', { as: 'jpeg', dpi: 200, quality: 90 }),
  ...times(4, 'grey300', { as: 'jpeg', dpi: 300, quality: 90, isGrey: true }),
  ...times(2, 'png300', { as: 'png', dpi: 300 }),
  ['png200', { as: 'png', dpi: 200 }],
  ['png200-grey', { as: 'png', dpi: 200, isGrey: true }],
  ...TIFF_KINDS.map((tiff): Tagged => [`tiff-${tiff}`, { as: 'tiff', dpi: 300, tiff }]),
  ['tiff-pages', { as: 'tiff', dpi: 200, tiff: 'lzw', pageCount: 3 }],
  ['tiff-g4-pages', { as: 'tiff', dpi: 200, tiff: 'g4', pageCount: 3 }],
  ['bmp300', { as: 'bmp', dpi: 300 }],
  ['bmp150', { as: 'bmp', dpi: 150 }],
  ...([6, 8, 3, 1, 6, 6] as const).map((orientation): Tagged => ['phone', { as: 'phone', orientation }]),
  ...times(6, 'small', { as: 'jpeg', dpi: 150, quality: 68, isSubsampled: true }),
];

/** The 60 of an office, or `count` of them taken evenly from the list. */
export function planFiles(seed: string, count = OFFICE.length): readonly FileSpec[] {
  const step = OFFICE.length / count;
  return Array.from({ length: Math.min(count, OFFICE.length) }, (_, index) => {
    const at = Math.floor(index * step);
    const [tag, making] = OFFICE[at] as Tagged;
    const kind = FULL_KINDS[index % FULL_KINDS.length] as PageKind;
    const extension = { jpeg: 'jpg', phone: 'jpg', png: 'png', tiff: 'tif', bmp: 'bmp' }[making.as];
    return { name: `${String(at).padStart(2, '0')}-${tag}-${kind}.${extension}`, kind, seed: `${seed}/${at}`, making };
  });
}

export async function makeFile(spec: FileSpec): Promise<Readonly<{ bytes: Buffer; entry: ManifestEntry }>> {
  const { making, kind, name } = spec;
  const pages = await renderPages(spec);
  const [{ raster, tiltDegrees }] = pages;
  const bytes = await encode(making, pages);
  const entry: ManifestEntry = {
    file: name,
    kind,
    tag: name.slice(3, name.lastIndexOf(`-${kind}`)),
    dpi: raster.isDpiKnown ? raster.dpi : null,
    tiltDegrees,
    pageCount: pages.length,
    bytes: bytes.length,
    lines: pages.flatMap((page) => page.lines),
  };
  return { bytes, entry };
}

type Pages = readonly [RenderedPage, ...RenderedPage[]];

async function renderPages({ making, kind, seed }: FileSpec): Promise<Pages> {
  if (making.as === 'phone') return [await renderPhoto(kind, { seed })];
  const isGrey = 'isGrey' in making;
  const first = await renderScan(kind, { seed, dpi: making.dpi, isGrey });
  const others: RenderedPage[] = [];
  const count = making.as === 'tiff' ? (making.pageCount ?? 1) : 1;
  for (let page = 2; page <= count; page += 1) {
    others.push(await renderScan(kind, { seed: `${seed}/page ${page}`, dpi: making.dpi }));
  }
  return [first, ...others];
}

async function encode(making: Making, [first, ...others]: Pages): Promise<Buffer> {
  switch (making.as) {
    case 'jpeg':
      return asJpeg(first.raster, { quality: making.quality, isSubsampled: making.isSubsampled ?? false });
    case 'png':
      return asPng(first.raster);
    case 'tiff':
      return asTiff([first.raster, ...others.map(({ raster }) => raster)], making.tiff);
    case 'bmp':
      return asBmp(first.raster);
    case 'phone':
      return asTurnedJpeg(first.raster, making.orientation);
  }
}

/** Writes the files and manifest.json; what the manifest says is returned. */
export async function writeCorpus(folder: string, specs: readonly FileSpec[]): Promise<readonly ManifestEntry[]> {
  await mkdir(folder, { recursive: true });
  const entries: ManifestEntry[] = [];
  for (const spec of specs) {
    const { bytes, entry } = await makeFile(spec);
    await writeFile(path.join(folder, entry.file), bytes);
    entries.push(entry);
  }
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(entries, null, 1));
  return entries;
}
