/** Pages with almost nothing or nothing on them: what a feeder brings along, and what only looks like it. */
import { between, pick, type Random } from '../people.ts';
import { paper } from './full-pages.ts';
import { createSheet, invent, sentence, SHEET, type Sheet, type SheetWriter } from './sheet.ts';

const PAPER = '#f6f4ee';

/** One line and a page number, a signature, a seal alone: valid all the same. */
export function sparse(random: Random): Sheet {
  const sheet = createSheet(PAPER);
  const write = pick(random, [lastLine, nothingFurther, signatureOnly, sealOnly]);
  write(sheet, random);
  if (random() < 0.7) {
    const number = `— ${between(random, 2, 60)} —`;
    sheet.write(SHEET.width / 2, 3330, 38, number, { anchor: 'middle', fill: pick(random, ['#1b1b1d', '#555']) });
  }
  return sheet.done();
}

function lastLine(sheet: SheetWriter, random: Random): void {
  const length = between(random, 8, 28);
  sheet.write(300, between(random, 320, 500), between(random, 36, 52), sentence(random).slice(0, length));
}

function nothingFurther(sheet: SheetWriter, random: Random): void {
  sheet.write(300, between(random, 400, 1800), 48, '（此页无正文）');
}

function signatureOnly(sheet: SheetWriter, random: Random): void {
  const y = between(random, 500, 2600);
  sheet.write(1200, y, 46, '申报人签名：');
  sheet.draw(signature(random, 1500, y));
  sheet.write(
    1200,
    y + 110,
    46,
    `${between(random, 2022, 2026)}年${between(random, 1, 12)}月${between(random, 1, 28)}日`,
  );
}

function sealOnly(sheet: SheetWriter, random: Random): void {
  sheet.stamp(between(random, 700, 1900), between(random, 900, 2800), 240, '样本单位人事部门公章', random);
  sheet.write(1300, 3000, 44, invent(random).name);
}

function signature(random: Random, x: number, y: number): string {
  const strokes = Array.from({ length: between(random, 3, 5) }, (_, index) => {
    const from = x + index * 110;
    const at = (reach: number) => between(random, -reach, reach);
    return `M${from} ${y + at(40)} q ${40 + at(20)} ${at(110)} ${70 + at(25)} ${at(40)} t ${60 + at(30)} ${at(60)}`;
  });
  return `<path d="${strokes.join('')}" fill="none" stroke="#23263a" stroke-width="${between(random, 5, 9)}" stroke-linecap="round"/>`;
}

export function blank(random: Random): Sheet {
  return createSheet(pick(random, [PAPER, '#fbfbfa', '#f1efe6'])).done();
}

/** Empty, and yet full of traces: punch holes, specks, a fold, the shadow of an edge, a staple. */
export function dirtyBlank(random: Random): Sheet {
  const sheet = createSheet(pick(random, [PAPER, '#fbfbfa', '#f1efe6']));
  if (random() < 0.7) {
    const x = between(random, 90, 150);
    for (const y of [1270, 2210]) {
      sheet.draw(`<circle cx="${x}" cy="${y + between(random, -20, 20)}" r="36" fill="#6f6d69"/>`);
    }
  }
  const specks = between(random, 30, 220);
  for (let speck = 0; speck < specks; speck += 1) {
    const grey = between(random, 60, 190);
    sheet.draw(
      `<ellipse cx="${between(random, 0, SHEET.width)}" cy="${between(random, 0, SHEET.height)}" rx="${(0.8 + random() * 5).toFixed(1)}" ry="${(0.8 + random() * 4).toFixed(1)}" fill="rgb(${grey},${grey},${grey - 6})"/>`,
    );
  }
  if (random() < 0.6) sheet.draw(edgeShadow(random));
  if (random() < 0.4) {
    const y = SHEET.height / 2 + between(random, -60, 60);
    sheet.draw(`<path d="M0 ${y} L${SHEET.width} ${y + between(random, -14, 14)}" stroke="#cfccc2" stroke-width="7"/>`);
  }
  if (random() < 0.4) {
    const [x, y] = [between(random, 80, 320), between(random, 80, 320)];
    sheet.draw(`<path d="M${x} ${y} l 110 -70" stroke="#77746e" stroke-width="9" stroke-linecap="round"/>`);
  }
  return sheet.done();
}

function edgeShadow(random: Random): string {
  const width = between(random, 30, 120);
  const isLeft = random() < 0.5;
  const x = isLeft ? 0 : SHEET.width - width;
  const [from, to] = isLeft ? ['0.6', '0'] : ['0', '0.6'];
  return (
    `<defs><linearGradient id="edge"><stop offset="0" stop-color="#333" stop-opacity="${from}"/><stop offset="1" stop-color="#333" stop-opacity="${to}"/></linearGradient></defs>` +
    `<rect x="${x}" y="0" width="${width}" height="${SHEET.height}" fill="url(#edge)"/>`
  );
}

/** The empty back of a printed sheet, its front showing through mirrored. */
export function bleedThrough(random: Random): Sheet {
  const front = paper(random);
  const strength = (0.06 + random() * 0.09).toFixed(3);
  const sheet = createSheet(PAPER);
  sheet.draw(`<g opacity="${strength}" transform="translate(${SHEET.width} 0) scale(-1 1)">${front.body}</g>`);
  return sheet.done();
}
