/** Where the next thing goes: a page that fills from its top, and the pages before it. */
import { SHEETS, type PaperNote, type Section, type SetPaper, type Sheet } from '#ports/paper-document.ts';
import { millimetres, points } from '../units.ts';
import type { Drawing, SetPage } from './drawing.ts';

/** Points. What the margins of a page leave. */
export type Frame = Readonly<{ left: number; top: number; width: number; bottom: number }>;

export type Cursor = Readonly<{
  frame: Frame;
  sheet: Sheet;
  /** points from the sheet's top */
  y(): number;
  /** points down to the foot of the page, without what is kept for an endorsement */
  room(): number;
  isAtTop(): boolean;
  /** the page before it was full: what separates paragraphs is not needed at its top */
  isCarriedOver(): boolean;
  moveBy(height: number): void;
  moveTo(y: number): void;
  breakPage(): void;
  draw(drawing: Drawing): void;
  drawings(): readonly Drawing[];
  /** from 1, of the whole document */
  pageNo(): number;
  note(note: PaperNote): void;
  /** points: where one has its top left corner */
  endorse(x: number, y: number): void;
}>;

export type Draft = Readonly<{
  pages: SetPage[];
  notes: PaperNote[];
  endorsements: SetPaper['endorsements'][number][];
}>;

export function frameOf({ sheet, margins }: Section): Frame {
  const { width, height } = SHEETS[sheet];
  return {
    left: points(margins.left),
    top: points(margins.top),
    width: points(width - margins.left - margins.right),
    bottom: points(height - margins.bottom),
  };
}

/** Opens the first page of a section. */
export function openCursor(draft: Draft, section: Section, index: number): Cursor {
  const frame = frameOf(section);
  let y = frame.top;
  let isCarriedOver = false;
  let drawings: Drawing[] = [];
  const open = () => {
    drawings = [];
    draft.pages.push({ sheet: section.sheet, section: index, drawings });
    y = frame.top;
  };
  open();
  return {
    frame,
    sheet: section.sheet,
    y: () => y,
    room: () => frame.bottom - y,
    isAtTop: () => y <= frame.top,
    isCarriedOver: () => isCarriedOver && y <= frame.top,
    moveBy(height) {
      y += height;
    },
    moveTo(place) {
      y = place;
    },
    breakPage() {
      open();
      isCarriedOver = true;
    },
    draw: (drawing) => void drawings.push(drawing),
    drawings: () => drawings,
    pageNo: () => draft.pages.length,
    note: (note) => void draft.notes.push(note),
    endorse(left, top) {
      const picture = drawings.findLast(({ kind }) => kind === 'picture');
      if (picture?.kind !== 'picture') return;
      const place = { page: draft.pages.length, x: millimetres(left), y: millimetres(top) };
      draft.endorsements.push({ imageId: picture.imageId, ...place });
    },
  };
}
