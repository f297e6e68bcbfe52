import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQueueStore } from '../../../renderer/features/queue/queue-store.ts';
import { keptIn, NOTHING_SELECTED, selected, toggled } from '../../../renderer/ui/selection.ts';

const VIEW: readonly string[] = ['a', 'b', 'c', 'd', 'e', 'f'];
const row = (index: number) => ({ id: VIEW[index] ?? '', index });

/** What the grid does when Shift and an arrow come to a row. */
function shiftTo(store: ReturnType<typeof createQueueStore>, index: number): void {
  const { selection, active, reach } = store.getState();
  const from = selection.anchor ?? active?.index ?? index;
  reach(row(index), from, VIEW.slice(Math.min(from, index), Math.max(from, index) + 1));
}
const ticked = (store: ReturnType<typeof createQueueStore>) => [...store.getState().selection.ids].toSorted().join('');

describe('ticking rows', () => {
  it('reaches with Shift from the row the keyboard is on, and gives rows up on the way back', () => {
    const store = createQueueStore();
    store.getState().activate(row(1));
    shiftTo(store, 2);
    shiftTo(store, 3);
    expect(ticked(store)).toBe('bcd');
    shiftTo(store, 2);
    expect(ticked(store)).toBe('bc');
    shiftTo(store, 0);
    expect(ticked(store)).toBe('ab');
  });
  it('keeps what was ticked before when Shift reaches anew', () => {
    const store = createQueueStore();
    store.getState().toggle(row(5));
    store.getState().activate(row(1));
    shiftTo(store, 2);
    expect(ticked(store)).toBe('bcf');
    store.getState().activate(row(4));
    shiftTo(store, 3);
    shiftTo(store, 4);
    expect(ticked(store)).toBe('bcef');
  });
  it('gives up what a new view does not hold, and counts it until the next tick', () => {
    const store = createQueueStore();
    store.getState().select(VIEW);
    store.getState().keepIn(['b', 'c', 'x']);
    expect(ticked(store)).toBe('bc');
    expect(store.getState().selection.dropped).toBe(4);
    store.getState().keepIn(['c']);
    expect(store.getState().selection.dropped).toBe(5);
    store.getState().toggle(row(0));
    expect(store.getState().selection).toMatchObject({ dropped: 0 });
  });
  it('never holds a row that the view does not hold', () => {
    const ids = fc.array(fc.constantFrom(...VIEW));
    fc.assert(
      fc.property(ids, ids, ids, (before, more, view) => {
        const selection = more.reduce((now, id) => toggled(now, id, VIEW.indexOf(id)), selected(before));
        const kept = keptIn(selection, view);
        expect([...kept.ids].every((id) => view.includes(id))).toBe(true);
        expect(kept.ids.size + kept.dropped).toBe(selection.ids.size);
      }),
    );
    expect(keptIn(NOTHING_SELECTED, [])).toBe(NOTHING_SELECTED);
  });
});
