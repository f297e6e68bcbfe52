/** Which rows are ticked: view state, apart from the rows themselves, which may not be here yet. */

export type Selection = Readonly<{
  ids: ReadonlySet<string>;
  /** index from which Shift reaches; null: the row the keyboard is on when Shift is pressed */
  anchor: number | null;
  /** what was ticked before Shift began to reach, so that reaching back gives rows up again */
  base: ReadonlySet<string>;
  /** ticked ones that the view does not hold any more, since the selection was touched last */
  dropped: number;
}>;

const NONE: ReadonlySet<string> = new Set();
export const NOTHING_SELECTED: Selection = { ids: NONE, anchor: null, base: NONE, dropped: 0 };

export function toggled({ ids }: Selection, id: string, index: number): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: index, base: next, dropped: 0 };
}

/** Everything between the anchor and where Shift has come to, with what was ticked before. */
export function reaching({ base, ids, anchor }: Selection, from: number, range: readonly string[]): Selection {
  const before = anchor === null ? ids : base;
  return { ids: new Set([...before, ...range]), anchor: anchor ?? from, base: before, dropped: 0 };
}

export function selected(ids: readonly string[]): Selection {
  const all = new Set(ids);
  return { ids: all, anchor: null, base: all, dropped: 0 };
}

/** Only what the view still holds; the same object when nothing leaves. */
export function keptIn(selection: Selection, viewIds: readonly string[]): Selection {
  const held = new Set(viewIds);
  const ids = new Set([...selection.ids].filter((id) => held.has(id)));
  const dropped = selection.ids.size - ids.size;
  if (dropped === 0) return selection;
  return { ids, anchor: null, base: ids, dropped: selection.dropped + dropped };
}
