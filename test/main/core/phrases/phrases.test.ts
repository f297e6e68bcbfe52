import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPhrasesHandlers } from '#core/phrases/phrases.handlers.ts';
import { STARTER_PHRASES } from '#core/phrases/starter-phrases.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { START } from '../../../support/fake-ports.ts';
import { openTempArchive, type TempArchive } from '../../../support/temp-archive.ts';

const CALLER = { client: 'test' };
let temp: TempArchive;
let now = START;
beforeEach(() => {
  temp = openTempArchive();
});
afterEach(() => temp.dispose());

const phrases = createPhrasesHandlers(() => ({ db: temp.db, clock: { now: () => now, monotonic: () => now } }));

async function list() {
  return expectOk(await phrases.list({}, CALLER)).phrases;
}

async function texts() {
  return (await list()).map(({ text }) => text);
}

function save(text: string, id: string = randomUUID()) {
  return phrases.save({ id, moduleId: 'education', text }, CALLER);
}

describe('常用语', () => {
  it('begin with twelve, which stay removed and keep their words when changed', async () => {
    const [first, second, ...rest] = await list();
    expect(rest).toHaveLength(10);
    expect(await texts()).toEqual(STARTER_PHRASES.map(([, text]) => text));
    await phrases.remove({ id: first!.id }, CALLER);
    expect(await save('请补传学位证书。', second!.id)).toEqual({ ok: true, value: null });
    temp = temp.reopen();
    expect(await texts()).toEqual(['请补传学位证书。', ...rest.map(({ text }) => text)]);
    for (const { id } of await list()) await phrases.remove({ id }, CALLER);
    expect(await list()).toEqual([]);
  });

  it('stand with the most used first, of those the one used last', async () => {
    const [, second, third] = await list();
    for (const { id } of [second!, third!, third!, second!]) {
      now += 1000;
      await phrases.used({ id }, CALLER);
    }
    await phrases.used({ id: randomUUID() }, CALLER);
    expect((await list()).slice(0, 2)).toEqual([
      { ...second!, usedCount: 2, usedAt: now },
      { ...third!, usedCount: 2, usedAt: now - 1000 },
    ]);
  });

  it('are five hundred at most; an old one can still be changed', async () => {
    await list();
    temp.db.transaction(() => {
      for (let n = STARTER_PHRASES.length; n < 499; n += 1) void save(`第${n}句`);
    });
    const last = randomUUID();
    expect(await save('最后一句', last)).toMatchObject({ ok: true });
    expect(await save('多一句')).toMatchObject({ ok: false, error: { code: 'too-many' } });
    expect(await save('改一句', last)).toMatchObject({ ok: true });
    expect(await list()).toHaveLength(500);
  });
});
