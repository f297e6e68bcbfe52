import { expect, it } from 'vitest';
import { createQueueStore } from '../../../../renderer/features/queue/queue-store.ts';

it('draws the list once for a double click: its second press tells nobody', () => {
  const store = createQueueStore();
  let told = 0;
  store.subscribe(() => (told += 1));
  store.getState().activate({ id: 'a', index: 3 });
  store.getState().activate({ id: 'a', index: 3 });
  expect(told).toBe(1);
  // the same person, found in another place meanwhile
  store.getState().activate({ id: 'a', index: 2 });
  expect(store.getState().active).toEqual({ id: 'a', index: 2 });
});
