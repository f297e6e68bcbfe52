/** 复印件审核签章: what an office signs and seals on each copy (guide 2022, Q17). */
import { SHEETS, type Endorsement, type Run } from '#ports/paper-document.ts';
import { points } from '../units.ts';
import type { Cursor } from './cursor.ts';
import type { Drawing } from './drawing.ts';
import { drawLine, setParagraph, type SetParagraph, type TextContext } from './paragraph.ts';

/** mm; a unit's seal is 42 mm wide */
const SEAL = 42;
const GAP = 6;
/** mm; of the lines to be signed, where the block was moved to a place of its own */
const MOVED_WIDTH = 132;

export const ENDORSEMENT_HEIGHT = points(SEAL);

const LINES: readonly Readonly<{ runs: readonly Run[]; size: number }>[] = [
  { runs: [{ text: '经审核，与原件一致。', face: 'song-bold' }], size: 14 },
  { runs: [{ text: '审核人（签名） ' }, { blank: 42 }], size: 12 },
  { runs: [{ text: '审核意见 ' }, { blank: 54 }], size: 12 },
  {
    runs: [
      { text: '审核日期 ' },
      { blank: 18 },
      { text: ' 年 ' },
      { blank: 11 },
      { text: ' 月 ' },
      { blank: 11 },
      { text: ' 日' },
    ],
    size: 12,
  },
];
/** mm; so that the four lines are as high as the seal */
const LINE_PITCH = SEAL / LINES.length;

export function drawEndorsement(cursor: Cursor, endorsement: Endorsement, context: TextContext): void {
  const { frame } = cursor;
  const sheet = SHEETS[cursor.sheet];
  const { at } = endorsement;
  if (at === null && cursor.room() < ENDORSEMENT_HEIGHT && !cursor.isAtTop()) cursor.breakPage();
  const width = at === null ? frame.width : Math.min(frame.width, points(MOVED_WIDTH));
  const x = at === null ? frame.left : within(points(at.x), points(sheet.width) - width);
  const y =
    at === null ? frame.bottom - ENDORSEMENT_HEIGHT : within(points(at.y), points(sheet.height) - ENDORSEMENT_HEIGHT);
  cursor.endorse(x, y);
  noteWhatItCovers(cursor, { x, y, width, height: ENDORSEMENT_HEIGHT });
  drawLines(cursor, x, y, width, context);
  drawSeal(cursor, endorsement.sealedBy, x + width - points(SEAL), y, context);
  if (at === null) cursor.moveTo(frame.bottom);
}

function within(place: number, most: number): number {
  return Math.min(Math.max(0, place), most);
}

function drawLines(cursor: Cursor, x: number, y: number, width: number, context: TextContext): void {
  const room = width - points(SEAL + GAP);
  for (const [n, { runs, size }] of LINES.entries()) {
    const text = setParagraph({ kind: 'paragraph', runs, size, align: 'left', lineHeight: 1 }, room, context);
    drawText(cursor, text, { x, y: y + points(LINE_PITCH * (n + 0.5)) - size / 2 });
  }
}

function drawSeal(cursor: Cursor, sealedBy: string, x: number, y: number, context: TextContext): void {
  const radius = points(SEAL) / 2;
  cursor.draw({ kind: 'circle', x: x + radius, y: y + radius, radius });
  // a chord of the circle somewhat below its middle
  const width = points(SEAL * 0.78);
  const left = x + (points(SEAL) - width) / 2;
  const set = (text: string, size: number) =>
    setParagraph({ kind: 'paragraph', runs: [{ text }], size, align: 'centre', lineHeight: 1.2 }, width, context);
  drawText(cursor, set('（单位公章）', 10.5), { x: left, y: y + radius - points(3) });
  if (sealedBy !== '') drawText(cursor, set(sealedBy, 7.5), { x: left, y: y + radius + points(2.5) });
}

function drawText(cursor: Cursor, text: SetParagraph, { x, y }: Readonly<{ x: number; y: number }>): void {
  let top = y;
  for (const line of text.lines) {
    cursor.draw(drawLine(line, text.align, { x, y: top }));
    top += line.height;
  }
}

type Rectangle = Readonly<{ x: number; y: number; width: number; height: number }>;

function noteWhatItCovers(cursor: Cursor, block: Rectangle): void {
  const covered = new Set<string | null>();
  for (const drawing of cursor.drawings()) {
    const box = boxOf(drawing);
    if (box && overlap(box, block)) covered.add(drawing.kind === 'picture' ? drawing.imageId : null);
  }
  for (const imageId of covered) cursor.note({ kind: 'over-content', imageId, page: cursor.pageNo() });
}

function boxOf(drawing: Drawing): Rectangle | null {
  if (drawing.kind === 'picture') return drawing;
  if (drawing.kind !== 'line' || drawing.line.chars.length === 0) return null;
  const { size } = drawing.line;
  return { x: drawing.x, y: drawing.y - size * 0.88, width: drawing.line.width, height: size };
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
