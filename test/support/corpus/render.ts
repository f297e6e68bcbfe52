/** Pages of a corpus, drawn as a scanner or a telephone would have seen them. The same seed gives the same pixels. */
import type { Raster } from '#jobs/imaging/raster.ts';
import { loadSharp } from '../../city/scans/sharp-with-fonts.ts';
import { createRandom, pick, type Random } from '../people.ts';
import { bleedThrough, blank, dirtyBlank, sparse } from './empty-pages.ts';
import { award, diploma, form, idCard, paper, transcript } from './full-pages.ts';
import { makePhoto, wearDown, type Light } from './paper-and-light.ts';
import { SHEET, type Sheet } from './sheet.ts';

export const FULL_KINDS = ['diploma', 'paper', 'form', 'id-card', 'transcript', 'award'] as const;
export const EMPTY_KINDS = ['sparse', 'blank', 'dirty-blank', 'bleed-through'] as const;
export type PageKind = (typeof FULL_KINDS)[number] | (typeof EMPTY_KINDS)[number];

const DRAW: Readonly<Record<PageKind, (random: Random) => Sheet>> = {
  diploma,
  paper,
  form,
  'id-card': idCard,
  transcript,
  award,
  sparse,
  blank,
  'dirty-blank': dirtyBlank,
  'bleed-through': bleedThrough,
};

export type RenderedPage = Readonly<{
  raster: Raster;
  /** clockwise, as it lies on the glass */
  tiltDegrees: number;
  /** the text on it, from top to bottom as it was written */
  lines: readonly string[];
}>;

/** A scanner's page. `tiltDegrees`: as given instead of up to 1.2° by chance. */
export type ScanLook = Readonly<{ seed: string; dpi: number; isGrey?: boolean; tiltDegrees?: number }>;

export async function renderScan(kind: PageKind, look: ScanLook): Promise<RenderedPage> {
  const random = createRandom(`${look.seed} ${kind}`);
  const sheet = DRAW[kind](random);
  const byChance = (random() - 0.5) * 2.4;
  const tiltDegrees = look.tiltDegrees ?? byChance;
  const scale = look.dpi / SHEET.dpi;
  const [width, height] = [Math.round(SHEET.width * scale), Math.round(SHEET.height * scale)];
  const glass = random() < 0.3 ? '#d8d8d6' : sheet.paper;
  const turn = `scale(${scale}) rotate(${tiltDegrees} ${SHEET.width / 2} ${SHEET.height / 2})`;
  const svg = await toSvg(sheet, { width, height, ground: glass, transform: turn }, random);
  const raster = await rasterize(svg, { blur: Math.max(0.5, 0.85 * scale), isGrey: look.isGrey ?? false });
  const light: Light = {
    noise: 2.5 + random() * 3.5,
    chroma: 3,
    slope: 0.05 + random() * 0.12,
    vignette: 0,
    isNoiseInPatches: random() < 0.5,
  };
  wearDown(raster, light, random);
  return { raster: { ...raster, dpi: look.dpi, isDpiKnown: true }, tiltDegrees, lines: sheet.lines };
}

const PHONE = { width: 3024, height: 4032 } as const;
/** of the picture's width that the sheet takes */
const PHONE_FILL = 0.88;

/** A telephone's picture of a page on a table, upright, 12 megapixels: shear, vignette, more noise. */
export async function renderPhoto(kind: PageKind, { seed }: Readonly<{ seed: string }>): Promise<RenderedPage> {
  const random = createRandom(`${seed} ${kind} photo`);
  const sheet = DRAW[kind](random);
  const tiltDegrees = (random() - 0.5) * 5;
  const scale = (PHONE_FILL * PHONE.width) / SHEET.width;
  const top = (PHONE.height - SHEET.height * scale) / 2;
  const lean = () => ((random() - 0.5) * 2.2).toFixed(2);
  const transform = `translate(${PHONE.width * 0.06} ${top}) skewX(${lean()}) skewY(${lean()}) rotate(${tiltDegrees}) scale(${scale})`;
  const ground = pick(random, ['#6b4f3a', '#56616b', '#8a7f70']);
  const svg = await toSvg(sheet, { ...PHONE, ground, transform }, random);
  const raster = await rasterize(svg, { blur: 1, isGrey: false });
  wearDown(raster, { noise: 7, chroma: 8, slope: 0.34, vignette: 0.3, isNoiseInPatches: random() < 0.5 }, random);
  // as if the sheet filled the picture
  const dpi = (PHONE.width / SHEET.width) * SHEET.dpi;
  return { raster: { ...raster, dpi, isDpiKnown: false }, tiltDegrees, lines: sheet.lines };
}

type Canvas = Readonly<{ width: number; height: number; ground: string; transform: string }>;

async function toSvg(sheet: Sheet, { width, height, ground, transform }: Canvas, random: Random): Promise<string> {
  const sharp = await loadSharp();
  let photos = '';
  for (const { x, y, width: across, height: down, look } of sheet.photos) {
    const size = { width: Math.round(across / 2), height: Math.round(down / 2) };
    const pixels = makePhoto({ ...size, look }, random);
    const jpeg = await sharp(pixels, { raw: { ...size, channels: 3 } })
      .jpeg({ quality: 92 })
      .toBuffer();
    photos += `<image x="${x}" y="${y}" width="${across}" height="${down}" preserveAspectRatio="none" href="data:image/jpeg;base64,${jpeg.toString('base64')}"/>`;
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${ground}"/>` +
    `<g transform="${transform}"><rect width="${SHEET.width}" height="${SHEET.height}" fill="${sheet.paper}"/>${sheet.body}${photos}</g></svg>`
  );
}

async function rasterize(
  svg: string,
  { blur, isGrey }: Readonly<{ blur: number; isGrey: boolean }>,
): Promise<Pick<Raster, 'data' | 'width' | 'height' | 'channels'>> {
  const sharp = await loadSharp();
  // flattened first: blurred together with its alpha a picture loses its colours
  let image = sharp(Buffer.from(svg), { unlimited: true }).flatten({ background: '#fff' }).blur(blur).removeAlpha();
  if (isGrey) image = image.greyscale().toColourspace('b-w');
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: isGrey ? 1 : 3 };
}
