import { beforeEach, expect, it } from 'vitest';
import { createDetailsAhead, type DetailsAhead } from '../../../../renderer/features/application/details-ahead.ts';
import type { Detail } from '../../../../renderer/features/application/words.ts';
import { detailOf } from './detail.ts';

type Answer = Awaited<ReturnType<DetailsAhead['want']>>;

let asked: string[];
let answers: ((answer: Answer) => void)[];
let ahead: DetailsAhead;
beforeEach(() => {
  asked = [];
  answers = [];
  ahead = createDetailsAhead(load, 2);
});

function load(id: string): Promise<Answer> {
  asked.push(id);
  return new Promise((resolve) => answers.push(resolve));
}

async function answer(value: Detail = detailOf()): Promise<Detail> {
  answers.shift()?.({ ok: true, value });
  await new Promise((done) => setTimeout(done));
  return value;
}

it('is known once it is answered, and asked for once', async () => {
  void ahead.want('a');
  void ahead.want('a');
  expect(ahead.known('a')).toBeUndefined();
  const detail = await answer();
  void ahead.want('a');
  expect(ahead.known('a')).toBe(detail);
  expect(asked).toEqual(['a']);
});

it('is not known any more when it has changed, nor is an answer that was on its way then', async () => {
  void ahead.want('a');
  await answer();
  void ahead.want('b');
  ahead.drop(['a', 'b']);
  await answer();
  expect([ahead.known('a'), ahead.known('b')]).toEqual([undefined, undefined]);
  void ahead.want('b');
  expect(asked).toEqual(['a', 'b', 'b']);
});

it('of one person stays when another’s has changed, and tells whoever wants them', async () => {
  let told = 0;
  const leave = ahead.subscribe(() => (told += 1));
  void ahead.want('a');
  const detail = await answer();
  ahead.drop(['b']);
  expect(ahead.known('a')).toBe(detail);
  leave();
  ahead.drop(null);
  expect(ahead.known('a')).toBeUndefined();
  expect(told).toBe(1);
});

it('that is gone is not known and is asked for again', async () => {
  void ahead.want('a');
  answers.shift()?.({ ok: false, error: { code: 'not-found', message: 'gone' } });
  await new Promise((done) => setTimeout(done));
  expect(ahead.known('a')).toBeUndefined();
  void ahead.want('a');
  expect(asked).toEqual(['a', 'a']);
});

it('that was asked for on screen is known too, the newest answer of it', async () => {
  void ahead.want('a');
  await answer();
  void ahead.ask(() => load('a'), 'a');
  const newer = await answer();
  expect(ahead.known('a')).toBe(newer);
});

it('is given up, the oldest first, when there is no room', async () => {
  for (const id of ['a', 'b', 'c']) {
    void ahead.want(id);
    await answer();
  }
  expect(['a', 'b', 'c'].filter((id) => ahead.known(id))).toEqual(['b', 'c']);
});
