/** Puts the blocks of a section on pages, in order. */
import type { Block, ImageFacts, Section } from '#ports/paper-document.ts';
import { points } from '../units.ts';
import { openCursor, type Cursor, type Draft } from './cursor.ts';
import { drawEndorsement, ENDORSEMENT_HEIGHT } from './endorsement.ts';
import { drawLine, heightOfLines, setParagraph, type SetParagraph, type TextContext } from './paragraph.ts';
import { drawPicture, leastHeightOfPicture } from './picture.ts';
import { setTable, type SetTable } from './table.ts';
import { drawTable } from './table-pages.ts';

export type FlowContext = TextContext &
  Readonly<{
    images: ReadonlyMap<string, ImageFacts>;
    /** told where each mark came to stand */
    mark(mark: Readonly<{ id: string; page: number; y: number; bookmark?: Bookmark | undefined }>): void;
  }>;
export type Bookmark = Readonly<{ title: string; level: number }>;

/** A block whose lines are broken, before it has a place. */
type SetBlock =
  | Exclude<Block, { kind: 'paragraph' | 'table' }>
  | Readonly<{ kind: 'paragraph'; text: SetParagraph; keepsWithNext: boolean }>
  | Readonly<{ kind: 'table'; table: SetTable }>;

export function flowSection(draft: Draft, section: Section, index: number, context: FlowContext): void {
  const cursor = openCursor(draft, section, index);
  const blocks = section.blocks.map((block) => setBlock(block, cursor.frame.width, context));
  for (const [n, block] of blocks.entries()) placeBlock(cursor, blocks, block, n, context);
}

function setBlock(block: Block, width: number, context: FlowContext): SetBlock {
  if (block.kind === 'paragraph') {
    const { keepsWithNext = false } = block;
    return { kind: 'paragraph', text: setParagraph(block, width, context), keepsWithNext };
  }
  return block.kind === 'table' ? { kind: 'table', table: setTable(block, width, context) } : block;
}

function placeBlock(
  cursor: Cursor,
  blocks: readonly SetBlock[],
  block: SetBlock,
  at: number,
  context: FlowContext,
): void {
  switch (block.kind) {
    case 'paragraph':
      if (block.keepsWithNext && !cursor.isAtTop() && keptHeight(cursor, blocks, at, context) > cursor.room()) {
        cursor.breakPage();
      }
      return placeParagraph(cursor, block.text);
    case 'table':
      return drawTable(cursor, block.table);
    case 'picture':
      return drawPicture(cursor, block, context.images.get(block.imageId), keptAtFoot(blocks, at));
    case 'endorsement':
      return drawEndorsement(cursor, block, context);
    case 'space':
      if (!cursor.isCarriedOver()) cursor.moveBy(Math.min(points(block.height), Math.max(0, cursor.room())));
      return;
    case 'fill':
      return placeFill(cursor, blocks, at, context);
    case 'rule':
      return placeRule(cursor);
    case 'page-break':
      // a page that was only just begun by itself is the one that is meant
      if (!cursor.isCarriedOver()) cursor.breakPage();
      return;
    case 'mark': {
      const needed = leastHeight(cursor, blocks, at + 1, context);
      if (needed > cursor.room() + ROUNDING && !cursor.isAtTop()) cursor.breakPage();
      return context.mark({ id: block.id, page: cursor.pageNo(), y: cursor.y(), bookmark: block.bookmark });
    }
  }
}

function placeParagraph(cursor: Cursor, text: SetParagraph): void {
  if (!cursor.isCarriedOver()) cursor.moveBy(text.before);
  const { left } = cursor.frame;
  for (const [n, line] of text.lines.entries()) {
    if (!cursor.isAtTop() && neededAt(text, n) > cursor.room() + ROUNDING) cursor.breakPage();
    cursor.draw(drawLine(line, text.align, { x: left, y: cursor.y() }));
    cursor.moveBy(line.height);
  }
  cursor.moveBy(Math.min(text.after, Math.max(0, cursor.room())));
}

/** Sums of heights that should fit to the point may not for the last bit of a number. */
const ROUNDING = 0.01;

/** No single line of a paragraph at the foot of a page, and none at the head of the next. */
function neededAt({ lines }: SetParagraph, n: number): number {
  const height = lines[n]?.height ?? 0;
  const isSecondLast = n === lines.length - 2;
  const isFirst = n === 0;
  return isFirst || isSecondLast ? height + (lines[n + 1]?.height ?? 0) : height;
}

const RULE_SPACE = points(1.5);

function placeRule(cursor: Cursor): void {
  if (2 * RULE_SPACE > cursor.room()) cursor.breakPage();
  const [y, { left, width }] = [cursor.y() + RULE_SPACE, cursor.frame];
  cursor.draw({ kind: 'stroke', x1: left, y1: y, x2: left + width, y2: y });
  cursor.moveBy(2 * RULE_SPACE);
}

/** What follows stands at the foot of the page, where it fits at all. */
function placeFill(cursor: Cursor, blocks: readonly SetBlock[], at: number, context: FlowContext): void {
  let height = 0;
  for (const block of blocks.slice(at + 1)) {
    if (block.kind === 'page-break') break;
    height += wholeHeight(cursor, block, context);
  }
  if (height <= cursor.room()) cursor.moveTo(cursor.frame.bottom - height);
}

function wholeHeight(cursor: Cursor, block: SetBlock, context: FlowContext): number {
  switch (block.kind) {
    case 'paragraph':
      return block.text.before + heightOfLines(block.text.lines) + block.text.after;
    case 'table':
      return block.table.height;
    case 'space':
      return points(block.height);
    case 'rule':
      return 2 * RULE_SPACE;
    case 'endorsement':
      return block.at === null ? ENDORSEMENT_HEIGHT : 0;
    case 'picture':
      return leastHeightOfPicture(cursor, block, context.images.get(block.imageId), 0);
    case 'fill':
    case 'page-break':
    case 'mark':
      return 0;
  }
}

/** Of a block that stays with the next: both, as far as they must stand together. */
function keptHeight(cursor: Cursor, blocks: readonly SetBlock[], at: number, context: FlowContext): number {
  const block = blocks[at];
  if (block?.kind !== 'paragraph' || !block.keepsWithNext) return leastHeight(cursor, blocks, at, context);
  return wholeHeight(cursor, block, context) + keptHeight(cursor, blocks, at + 1, context);
}

/** What has to stand on one page from this block on. */
function leastHeight(cursor: Cursor, blocks: readonly SetBlock[], at: number, context: FlowContext): number {
  const block = blocks[at];
  switch (block?.kind) {
    case 'paragraph':
      return block.keepsWithNext
        ? keptHeight(cursor, blocks, at, context)
        : block.text.before + neededAt(block.text, 0);
    case 'table':
      return block.table.leastHeight;
    case 'mark':
      return leastHeight(cursor, blocks, at + 1, context);
    case 'picture':
      return leastHeightOfPicture(cursor, block, context.images.get(block.imageId), keptAtFoot(blocks, at));
    case undefined:
    case 'fill':
    case 'page-break':
      return 0;
    case 'space':
    case 'rule':
    case 'endorsement':
      return wholeHeight(cursor, block, context);
  }
}

/** Room for the endorsement of the same page, so that a picture does not reach down to it, wherever it is moved. */
function keptAtFoot(blocks: readonly SetBlock[], at: number): number {
  for (const block of blocks.slice(at + 1)) {
    if (block.kind === 'endorsement') return ENDORSEMENT_HEIGHT;
    if (block.kind === 'page-break' || block.kind === 'picture') return 0;
  }
  return 0;
}
