import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { openDrawer, type DeskDrawer } from '../../../renderer/drawer/drawer.ts';

const view = { id: 'v1', name: '高级', view: 'to-review', filters: { levels: ['senior'] } };
const open: DeskDrawer[] = [];

function drawer(): DeskDrawer {
  const next = openDrawer('test-drawer');
  open.push(next);
  return next;
}

describe("the screen's own drawer", () => {
  afterEach(async () => {
    for (const one of open.splice(0)) one.close();
    await openDrawer('test-drawer').delete();
  });

  it('keeps views, columns and the last place for the next start', async () => {
    const first = drawer();
    await first.savedViews.put(view);
    await first.columnLayouts.put({ id: 'queue', hidden: ['department'] });
    await first.lastPlace.put({ id: 'last', place: 'sync' });
    first.close();
    const second = drawer();
    expect(await second.savedViews.toArray()).toEqual([view]);
    expect((await second.columnLayouts.get('queue'))?.hidden).toEqual(['department']);
    expect((await second.lastPlace.get('last'))?.place).toBe('sync');
  });
  it('has these tables and no other, so that nothing personal finds a place by chance', async () => {
    const first = await drawer().open();
    expect(first.tables.map(({ name }) => name).toSorted()).toEqual(['columnLayouts', 'lastPlace', 'savedViews']);
    expect(first.verno).toBe(1);
  });
  it('still opens, with its views, after a newer program has used it', async () => {
    const first = drawer();
    await first.savedViews.put(view);
    first.close();
    const newer = drawer();
    newer.version(2).stores({ phrases: 'id' });
    await newer.open();
    newer.close();
    expect(await drawer().savedViews.count()).toBe(1);
  });
});
