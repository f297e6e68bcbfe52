import { beforeEach, describe, expect, it } from 'vitest';
import {
  createRowPages,
  PAGE_SIZE,
  type QueueList,
  type QueueRow,
  type RowPages,
} from '../../../../renderer/features/queue/row-pages.ts';
import { createQueueStore, type QueueQuery } from '../../../../renderer/features/queue/queue-store.ts';
import { detailOf } from '../application/detail.ts';

type Asked = Readonly<{ search: string; page: number; answer(list: QueueList | null): Promise<void> }>;

const { row: SOME_ROW } = detailOf();
const { query: QUERY } = createQueueStore().getState();
let asked: Asked[];
let pages: RowPages;
let told: number;
beforeEach(() => {
  asked = [];
  told = 0;
  pages = createRowPages((query, offset) => {
    const { promise, resolve } = Promise.withResolvers<QueueList | null>();
    asked.push({
      search: query.search,
      page: offset / PAGE_SIZE,
      async answer(list) {
        resolve(list);
        await promise;
        await Promise.resolve();
      },
    });
    return promise;
  });
  pages.subscribe(() => {
    told += 1;
  });
});

function querying(search: string): QueueQuery {
  return { ...QUERY, search };
}

/** A page whose rows are called after the search, the page and a mark. */
function listOf(search: string, page: number, total: number, mark = ''): QueueList {
  const count = Math.min(PAGE_SIZE, total - page * PAGE_SIZE);
  const rows = Array.from({ length: count }, (_, i): QueueRow => ({
    ...SOME_ROW,
    name: `${search}${page * PAGE_SIZE + i}${mark}`,
  }));
  const counts = {
    'to-review': total,
    urgent: 0,
    ready: 0,
    resubmitted: 0,
    'with-applicant': 0,
    undelivered: 0,
    all: total,
  };
  return { total, rows, counts, today: '2026-09-01' };
}

async function answer(at: number, total: number, mark = ''): Promise<void> {
  const one = asked[at];
  if (!one) throw new Error('nobody asked');
  await one.answer(listOf(one.search, one.page, total, mark));
}

function names(...indexes: number[]): (string | null)[] {
  return indexes.map((index) => pages.snapshot().row(index)?.name ?? null);
}

function askedPages(): string[] {
  return asked.map(({ search, page }) => `${search}${page}`);
}

describe('the rows of a query', () => {
  it('are unknown until the first answer, then there with total, counts and day', async () => {
    expect(pages.snapshot()).toMatchObject({ total: null, counts: null, today: null });
    pages.ask(querying('a'));
    expect(names(0)).toEqual([null]);
    await answer(0, 250);
    expect(pages.snapshot()).toMatchObject({ total: 250, counts: { all: 250 }, today: '2026-09-01' });
    expect([...names(0, 99, 100), told]).toEqual(['a0', 'a99', null, 1]);
  });

  it('are fetched by the page as they come into sight, each page once', async () => {
    pages.ask(querying('a'));
    await answer(0, 1_000);
    pages.see(90, 120);
    pages.see(95, 125);
    pages.see(350, 380);
    await answer(1, 1_000);
    pages.see(90, 120);
    expect(askedPages()).toEqual(['a0', 'a1', 'a3']);
    await answer(2, 1_000);
    expect(names(120, 350, 250)).toEqual(['a120', 'a350', null]);
  });

  it('cost what is looked at, not what there is', async () => {
    pages.ask(querying('a'));
    await answer(0, 20_000);
    pages.see(19_950, 19_999);
    await answer(1, 20_000);
    expect([asked.length, ...names(19_999, 20_000)]).toEqual([2, 'a19999', null]);
  });

  it('stay on screen while a change is fetched, and only what is in sight is', async () => {
    pages.ask(querying('a'));
    await answer(0, 1_000);
    pages.see(100, 130);
    await answer(1, 1_000);
    pages.refresh();
    expect(names(0, 120)).toEqual(['a0', 'a120']);
    expect(askedPages().slice(2)).toEqual(['a1']);
    await answer(2, 900, ' new');
    expect([pages.snapshot().total, ...names(0, 120)]).toEqual([900, 'a0', 'a120 new']);
    pages.see(0, 30);
    expect(askedPages().slice(3)).toEqual(['a0']);
  });

  it('are not taken from an answer that a later change has overtaken', async () => {
    pages.ask(querying('a'));
    pages.refresh();
    await answer(1, 10, ' new');
    await answer(0, 10, ' old');
    expect(names(0)).toEqual(['a0 new']);
  });

  it('are asked for again after a failure, when they come into sight again', async () => {
    pages.ask(querying('a'));
    await asked[0]?.answer(null);
    expect(pages.snapshot().total).toBeNull();
    pages.see(0, 30);
    await answer(1, 10);
    expect(names(0)).toEqual(['a0']);
  });

  it('are no longer told to whoever stopped listening', async () => {
    let heard = 0;
    const stop = pages.subscribe(() => {
      heard += 1;
    });
    stop();
    pages.ask(querying('a'));
    await answer(0, 10);
    expect([heard, told]).toEqual([0, 1]);
  });
});

describe('another query', () => {
  it('keeps the first rows until its own are here, so that nothing flashes', async () => {
    pages.ask(querying('a'));
    await answer(0, 10);
    pages.ask(querying('b'));
    expect(names(0)).toEqual(['a0']);
    await answer(1, 5);
    expect([pages.snapshot().total, ...names(0, 5)]).toEqual([5, 'b0', null]);
  });

  it('shows nothing of the one before it as its own, whichever page comes first', async () => {
    pages.ask(querying('a'));
    await answer(0, 1_000);
    pages.see(100, 130);
    await answer(1, 1_000);
    pages.ask(querying('b'));
    pages.see(200, 230);
    await answer(3, 1_000);
    expect(names(200, 0, 120)).toEqual(['b200', null, null]);
    await answer(2, 1_000);
    expect(names(200, 0, 120)).toEqual(['b200', 'b0', null]);
  });

  it('takes no answer to the one before it', async () => {
    pages.ask(querying('a'));
    pages.ask(querying('ab'));
    await answer(1, 3);
    await answer(0, 10);
    expect([pages.snapshot().total, ...names(0)]).toEqual([3, 'ab0']);
  });
});
