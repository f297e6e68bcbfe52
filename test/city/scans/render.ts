/** From a spec to a JPEG as a scanner would have made it: a little askew, a little grainy, 150–300 dpi. */
import { createRandom, type Random } from '../../support/people.ts';
import { drawIdBack, drawIdFront, drawBookCover, drawJournalCover } from './cards-and-covers.ts';
import { drawAward, drawDegree, drawDiploma, drawPatent, drawTitleCertificate } from './certificates.ts';
import { drawArticle, drawAssessment, drawCommitment, drawDegreeRecord, drawLetter, drawTraining } from './pages.ts';
import { loadSharp } from './sharp-with-fonts.ts';
import { specKey, type ScanKind, type ScanSpec } from './spec.ts';
import { rectangle, type Drawing } from './svg.ts';

type Draw = (values: ScanSpec['values'], random: Random) => Drawing;
const DRAW: Readonly<Record<ScanKind, Draw>> = {
  diploma: drawDiploma,
  degree: drawDegree,
  'degree-record': drawDegreeRecord,
  'title-certificate': drawTitleCertificate,
  letter: drawLetter,
  'id-front': drawIdFront,
  'id-back': drawIdBack,
  award: drawAward,
  paper: drawArticle,
  'journal-cover': drawJournalCover,
  assessment: drawAssessment,
  training: drawTraining,
  commitment: drawCommitment,
  patent: drawPatent,
  'book-cover': drawBookCover,
};

/** values of noise before they repeat; no multiple of any row, so that no pattern shows */
const GRAIN_LENGTH = 65_521;
const JPEG_QUALITY = 76;
const TINY_WIDTH = 400;

/** `widthPx`: scaled down to that width, or null as large as it is drawn. */
export async function renderScan(spec: ScanSpec, widthPx: number | null): Promise<Buffer> {
  const sharp = await loadSharp();
  const random = createRandom(specKey(spec));
  const drawing = DRAW[spec.kind](spec.values, random);
  const width = widthPx ?? (spec.flaw === 'tiny' ? TINY_WIDTH : Math.round(drawing.width * drawing.scale));
  let image = sharp(Buffer.from(toSvg(drawing, width, random, spec.flaw === 'blank')));
  // flattened first: blurred together with its alpha a picture loses its colours
  if (spec.flaw === 'blurred') image = image.flatten({ background: '#fff' }).blur(6);
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  addGrain(data);
  const scan = sharp(data, { raw: info }).withMetadata({ density: drawing.dpi });
  const upright = spec.flaw === 'turned' ? scan.rotate(90) : scan;
  // the best Huffman tables would save a few percent of the file and take as long again as the rest of it
  return upright.jpeg({ quality: JPEG_QUALITY, optimiseCoding: false }).toBuffer();
}

/** The sheet on the scanner's ground, up to 0.7° askew. A blank one shows what an empty feed does. */
function toSvg({ width, height, ground, body }: Drawing, widthPx: number, random: Random, isBlank: boolean): string {
  const angle = ((random() - 0.5) * 1.4).toFixed(2);
  const sheet = isBlank ? rectangle(width, height, '#fbfaf6') : body;
  const heightPx = Math.round((height * widthPx) / width);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${width} ${height}">` +
    `${rectangle(width, height, ground)}<g transform="rotate(${angle} ${width / 2} ${height / 2}) translate(${width * 0.008} ${height * 0.008}) scale(0.984)">${sheet}</g></svg>`
  );
}

const grain = makeGrain();

function makeGrain(): Uint8Array {
  const random = createRandom('grain');
  return Uint8Array.from({ length: GRAIN_LENGTH }, () => Math.floor((random() + random()) * 6));
}

/** Paper and sensor noise, in place: darkens each value a little, the same on every machine. */
function addGrain(pixels: Buffer): void {
  // a running index instead of a remainder: four million pixels a page
  let next = 0;
  for (let at = 0; at < pixels.length; at += 1) {
    const light = pixels[at] as number;
    const dark = grain[next] as number;
    pixels[at] = light > dark ? light - dark : 0;
    next = next + 1 === GRAIN_LENGTH ? 0 : next + 1;
  }
}
