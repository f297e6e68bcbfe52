/** Two pages of a module side by side; one of them is in hand, and that is the module's current scan. */
import { useState } from 'react';
import type { Attachment } from '#model/application.ts';

export type Side = 'left' | 'right';
export type Pair = Readonly<{
  left: Attachment | null;
  /** null: one page alone */
  right: Attachment | null;
  /** the one in hand */
  side: Side;
  /** Puts a page into the half in hand. */
  open(id: string): void;
  choose(side: Side): void;
  toggle(): void;
}>;

type Other = Readonly<{ id: string; side: Side }>;

export function usePair(scans: readonly Attachment[], current: Attachment | null, onOpen: (id: string) => void): Pair {
  /** the page that is not in hand, and the side it lies on */
  const [held, setOther] = useState<Other | null>(null);
  const other = held && scans.find((scan) => scan.id === held.id);
  const side: Side = held?.side === 'left' && other ? 'right' : 'left';
  const isPair = current !== null && other !== undefined && other !== null;
  return {
    left: isPair && side === 'right' ? other : current,
    right: isPair ? (side === 'right' ? current : other) : null,
    side,
    open(id) {
      // the same page twice says nothing: what was in hand goes over to the other half
      if (id === held?.id && current) setOther({ ...held, id: current.id });
      onOpen(id);
    },
    choose(chosen) {
      if (!isPair || chosen === side) return;
      setOther({ id: current.id, side });
      onOpen(other.id);
    },
    toggle() {
      const beside = current && neighbour(scans, current);
      setOther(isPair || !beside ? null : { id: beside.id, side: 'right' });
    },
  };
}

/** What lies beside a page: the next one, at the end the one before. */
function neighbour(scans: readonly Attachment[], current: Attachment): Attachment | null {
  const at = scans.indexOf(current);
  return scans[at + 1] ?? scans[at - 1] ?? null;
}
