/**
 * Two pages of a module side by side, or a page filed here and how it was scanned; one of them is in hand, and that is
 * the module's current sheet.
 */
import { useState } from 'react';
import { besideOf, otherFace, type Sheet } from './sheets.ts';

export type Side = 'left' | 'right';
export type Pair = Readonly<{
  left: Sheet | null;
  /** null: one page alone */
  right: Sheet | null;
  /** the one in hand */
  side: Side;
  /** Puts a page into the half in hand. */
  open(id: string): void;
  choose(side: Side): void;
  toggle(): void;
}>;

type Other = Readonly<{ id: string; side: Side }>;

export function usePair(sheets: readonly Sheet[], current: Sheet | null, onOpen: (id: string) => void): Pair {
  /** the page that is not in hand, and the side it lies on */
  const [held, setOther] = useState<Other | null>(null);
  const other = held && sheets.find((sheet) => sheet.id === held.id);
  const side: Side = held?.side === 'left' && other ? 'right' : 'left';
  const isPair = current !== null && other !== undefined && other !== null;
  return {
    left: isPair && side === 'right' ? other : current,
    right: isPair ? (side === 'right' ? current : other) : null,
    side,
    open(id) {
      if (current && held) setOther(heldWith(sheets, { held, current, openedId: id }));
      onOpen(id);
    },
    choose(chosen) {
      if (!isPair || chosen === side) return;
      setOther({ id: current.id, side });
      onOpen(other.id);
    },
    toggle() {
      const beside = current && besideOf(sheets, current);
      setOther(isPair || !beside ? null : { id: beside.id, side: 'right' });
    },
  };
}

type Opening = Readonly<{ held: Other; current: Sheet; openedId: string }>;

/** What lies in the other half once a sheet is opened in the half in hand. */
export function heldWith(sheets: readonly Sheet[], { held, current, openedId }: Opening): Other | null {
  // the same page twice says nothing: what was in hand goes over to the other half
  if (openedId === held.id) return { ...held, id: current.id };
  if (otherFace(sheets, current)?.id !== held.id) return held;
  // two faces of one page: of the next one too, where it has them
  const opened = sheets.find(({ id }) => id === openedId);
  const face = opened && otherFace(sheets, opened);
  return face ? { ...held, id: face.id } : null;
}
