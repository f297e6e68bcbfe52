/** Keys of the focused grid that are none of moving and ticking: pure, so that what a digit does is known (ux 3.7, 4). */
import { digitOf } from './checklist.ts';

export type GridKey = Readonly<{
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
}>;

export type GridAct =
  /** 是: to what is proposed */
  | Readonly<{ kind: 'yes' }>
  /** to the material with this number */
  | Readonly<{ kind: 'number'; number: number }>
  /** the numbers go on to the next nine */
  | Readonly<{ kind: 'next-nine' }>
  | Readonly<{ kind: 'remove' }>
  /** the page changes places with its neighbour */
  | Readonly<{ kind: 'move'; by: 1 | -1 }>
  /** as long as it is held */
  | Readonly<{ kind: 'original' }>;

/** @param hasSingleKeys whether letters and digits act here (a setting) */
export function gridAct(event: GridKey, hasSingleKeys: boolean): GridAct | null {
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey) return moveAct(event);
  if (event.shiftKey) return null;
  if (event.key === 'Enter') return event.repeat ? null : { kind: 'yes' };
  if (event.key === 'Delete') return event.repeat ? null : { kind: 'remove' };
  return hasSingleKeys ? singleKey(event) : null;
}

function moveAct({ key }: GridKey): GridAct | null {
  if (key === 'ArrowUp') return { kind: 'move', by: -1 };
  return key === 'ArrowDown' ? { kind: 'move', by: 1 } : null;
}

/** A digit that is held down would file one page after the other. */
function singleKey(event: GridKey): GridAct | null {
  if (event.code === 'KeyO') return { kind: 'original' };
  const digit = event.repeat ? null : digitOf(event);
  if (digit === null) return null;
  return digit === 0 ? { kind: 'next-nine' } : { kind: 'number', number: digit };
}
