import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPage } from '#jobs/imaging/check.ts';
import { drawn, mendRaster } from '#jobs/imaging/mend.ts';
import type { Raster } from '#jobs/imaging/raster.ts';
import { sharp } from '#jobs/imaging/sharp.ts';
import { proposedMend } from '#core/scans/defects.rules.ts';
import { AS_SCANNED, type DefectKind, type Mend } from '#model/scan.ts';
import { SPOILINGS } from '../../../bench/quality/spoil.ts';
import { renderScan, type PageKind } from '../../../support/corpus/render.ts';

const KINDS = ['form', 'diploma', 'id-card'] as const satisfies readonly PageKind[];
const pages = new Map<PageKind, Raster>();

beforeAll(async () => {
  // the program itself draws nothing, and its image library is told so
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] });
  for (const kind of [...KINDS, 'sparse', 'dirty-blank', 'bleed-through', 'blank'] as const) {
    pages.set(kind, (await renderScan(kind, { seed: 'checks', dpi: 200, tiltDegrees: 0.4 })).raster);
  }
}, 60_000);

function page(kind: PageKind): Raster {
  const raster = pages.get(kind);
  if (!raster) throw new Error(kind);
  return raster;
}

async function kindsOn(raster: Raster): Promise<readonly DefectKind[]> {
  return (await checkPage(raster)).defects.map(({ kind }) => kind);
}

describe.each(KINDS)('a page of kind %s', (kind) => {
  it('has nothing wrong with it as it was scanned', async () => {
    expect(await kindsOn(page(kind))).toEqual([]);
  });

  it.each(SPOILINGS.map(({ name, kind: expected, spoil }) => ({ name, expected, spoil })))(
    '$name is found as $expected',
    async ({ expected, spoil }) => {
      expect(await kindsOn(await spoil(page(kind)))).toContain(expected);
    },
  );

  it.each(['dark × 0.6', 'half of the contrast', 'turned 90°', 'turned 270°', 'turned 180°', 'askew by 3°'])(
    '%s is gone once the proposed mend is done',
    async (name) => {
      const spoiled = await SPOILINGS.find((spoiling) => spoiling.name === name)?.spoil(page(kind));
      if (!spoiled) throw new Error(name);
      const { defects } = await checkPage(spoiled);
      const mend = proposedMend(defects, AS_SCANNED, []);
      expect(mend).not.toEqual(AS_SCANNED);
      expect(await kindsOn(await mendRaster(spoiled, mend))).toEqual([]);
    },
  );
});

it('tells blank pages, dirty or shone through, from one that bears a line', async () => {
  const blanks = ['blank', 'dirty-blank', 'bleed-through', 'sparse'] as const;
  const told = await Promise.all(blanks.map(async (kind) => (await checkPage(page(kind))).isBlank));
  expect(told).toEqual([true, true, true, false]);
});

it('finds print that was cut off at the right, and shows where', async () => {
  const { width, height } = page('form');
  const cut = await drawn(page('form'), (image) =>
    image.extract({ left: 0, top: 0, width: Math.round(width * 0.7), height }),
  );
  const found = (await checkPage(cut)).defects.find(({ kind }) => kind === 'cropped');
  expect(found?.spot?.left).toBeGreaterThan(0.8);
  expect(found?.mend).toBeNull();
});

it('trims the dark lid around a sheet that lies askew on it, and sets the sheet straight', async () => {
  const around = { top: 70, bottom: 90, left: 60, right: 80, background: '#1c1c1c' } as const;
  const onLid = await drawn(page('form'), (image) => image.extend(around));
  const askew = await drawn(onLid, (image) => image.rotate(2, { background: '#1c1c1c' }));
  const { defects } = await checkPage(askew);
  expect(defects.map(({ kind }) => kind)).toEqual(['skewed', 'bordered']);
  const mended = await mendRaster(askew, proposedMend(defects, AS_SCANNED, []));
  expect(await kindsOn(mended)).toEqual([]);
  expect(mended.width).toBeGreaterThan(0.95 * page('form').width);
});

it('says the size of a small picture against the paper it would fill', async () => {
  const small = await drawn(page('form'), (image) => image.resize({ width: 400 }));
  const { defects } = await checkPage({ ...small, dpi: small.height / (297 / 25.4), isDpiKnown: false });
  expect(defects.find(({ kind }) => kind === 'low-resolution')?.value).toBeCloseTo(48.4, 0);
});

it('answers for any picture at all: finite numbers, spots and crops on the page', async () => {
  await fc.assert(
    fc.asyncProperty(anyRaster(), async (raster) => {
      const { defects, fingerprint } = await checkPage(raster);
      expect(fingerprint).toMatch(/^[0-9a-f]{128}$/);
      for (const { value, limit, spot, mend } of defects) {
        expect(Number.isFinite(value) && Number.isFinite(limit)).toBe(true);
        expectOnPage(spot);
        expectPossible(mend);
      }
    }),
    { numRuns: 60 },
  );
});

function anyRaster(): fc.Arbitrary<Raster> {
  const side = fc.oneof(fc.constantFrom(1, 2, 3, 15, 17), fc.integer({ min: 1, max: 400 }));
  const look = fc.constantFrom('flat', 'noise', 'stripes', 'bars');
  return fc
    .record({
      width: side,
      height: side,
      channels: fc.constantFrom(1 as const, 3 as const),
      dpi: fc.integer({ min: 1, max: 300 }),
      look,
      level: fc.integer({ min: 0, max: 255 }),
    })
    .map(({ width, height, channels, dpi, look: kind, level }) => {
      const data = Buffer.alloc(width * height * channels);
      for (let at = 0; at < data.length; at += 1) {
        const x = Math.floor(at / channels) % width;
        data[at] =
          kind === 'flat'
            ? level
            : kind === 'noise'
              ? (Math.imul(at + level, 2654435761) >>> 13) & 255
              : (kind === 'stripes' ? x : Math.floor(at / channels / width)) % 7 < 3
                ? level
                : 255 - level;
      }
      return { data, width, height, channels, dpi, isDpiKnown: true };
    });
}

function expectOnPage(box: Readonly<{ left: number; top: number; width: number; height: number }> | null): void {
  if (!box) return;
  expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
  expect(Math.min(box.width, box.height)).toBeGreaterThan(0);
  expect(Math.max(box.left + box.width, box.top + box.height)).toBeLessThanOrEqual(1 + 1e-9);
}

function expectPossible(mend: Partial<Mend> | null): void {
  if (!mend) return;
  expectOnPage(mend.crop ?? null);
  if (mend.levels) expect(mend.levels.white).toBeGreaterThan(mend.levels.black);
}
