/** Pages that no threshold was set on: the corpus of another seed, the city's drawn scans, or a folder of files. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { drawn, imageOf } from '#jobs/imaging/mend.ts';
import type { Raster } from '#jobs/imaging/raster.ts';
import { openSource } from '#jobs/imaging/read.ts';
import { sharp } from '#jobs/imaging/sharp.ts';
import { AS_SCANNED } from '#model/scan.ts';
import { renderScan as renderCityScan } from '../../city/scans/render.ts';
import type { ScanSpec } from '../../city/scans/spec.ts';
import { eachSampleApplication } from '../../city/seed/seed.ts';
import { FULL_KINDS, renderPhoto, renderScan } from '../../support/corpus/render.ts';

export type TestPage = Readonly<{
  name: string;
  kind: string;
  raster: Raster;
  /** clockwise; null: not known, or lines and sheet lean differently (perspective) */
  tiltDegrees: number | null;
}>;

const CHECKED_DPI = 200;
const SCANS_A_KIND = 4;
const CITY_APPLICATIONS = 60;

export async function* drawnPages(seed: string): AsyncGenerator<TestPage> {
  for (const kind of FULL_KINDS) {
    for (let no = 0; no < SCANS_A_KIND; no += 1) {
      const { raster, tiltDegrees } = await renderScan(kind, { seed: `${seed}/${no}`, dpi: no === 3 ? 150 : 200 });
      yield { name: `${kind} ${no}`, kind, raster: await compressed(raster, no % 2 === 0 ? 60 : 85), tiltDegrees };
    }
    const { raster } = await renderPhoto(kind, { seed });
    const scale = CHECKED_DPI / raster.dpi;
    const width = Math.round(raster.width * scale);
    const fitted = { ...(await drawn(raster, (image) => image.resize({ width }))), dpi: CHECKED_DPI };
    yield { name: `${kind} by phone`, kind: `phone ${kind}`, raster: fitted, tiltDegrees: null };
  }
  for (const spec of citySpecs(seed)) {
    const bytes = await renderCityScan(spec, null);
    const page = await readPage(bytes);
    if (page) yield { name: `city ${spec.kind}`, kind: `city ${spec.kind}`, raster: page, tiltDegrees: null };
  }
}

/** One flawless drawing a kind, another one for another seed. */
function citySpecs(seed: string): readonly ScanSpec[] {
  const found = new Map<string, ScanSpec[]>();
  let left = CITY_APPLICATIONS;
  for (const _ of eachSampleApplication('small', '2026-09-18', (spec) => {
    if (spec.flaw === null) found.set(spec.kind, [...(found.get(spec.kind) ?? []), spec]);
    return { sha256: '', sizeBytes: 0 };
  })) {
    left -= 1;
    if (left === 0) break;
  }
  const chosen = [...seed].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return [...found.values()].flatMap((specs) => specs.slice(chosen % specs.length, (chosen % specs.length) + 1));
}

/** A folder with manifest.json: file, kind and, where it is known, how far it leans. */
export async function* filedPages(folder: string): AsyncGenerator<TestPage> {
  const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as readonly Entry[];
  for (const { file, kind, tag, tiltDegrees, rot } of manifest) {
    const raster = await readPage(await readFile(path.join(folder, file)));
    if (!raster) continue;
    const isPhone = /phone|heic/.test(`${tag}`);
    yield { name: file, kind, raster, tiltDegrees: isPhone ? null : (tiltDegrees ?? rot ?? null) };
  }
}

type Entry = Readonly<{ file: string; kind: string; tag?: string; tiltDegrees?: number; rot?: number }>;

async function readPage(bytes: Uint8Array): Promise<Raster | null> {
  const opened = await openSource(bytes);
  if (!opened.ok) return null;
  const page = await opened.value.page(1, { mend: AS_SCANNED, maxDpi: CHECKED_DPI });
  opened.value.close();
  return page.ok ? page.value : null;
}

/** Through JPEG, as nearly every page has been. */
export async function compressed(raster: Raster, quality: number): Promise<Raster> {
  const bytes = await imageOf(raster).jpeg({ quality }).toBuffer();
  return { ...raster, data: await sharp(bytes).raw().toBuffer() };
}
