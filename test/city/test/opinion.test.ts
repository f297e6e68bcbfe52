import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#model/application.ts';
import { enrolDesk, first, get, isPlain, isReady, startTestCity, type TestCity, type TestDesk } from './city-client.ts';

let city: TestCity;
let desk: TestDesk;
let all: Application[];

beforeAll(async () => {
  city = await startTestCity();
  desk = await enrolDesk(city);
  all = await desk.applications();
});
afterAll(() => city.close());

async function current(id: string): Promise<Application> {
  return (await get(`${city.url}/admin/applications/${id}`)).body as Application;
}

/** What the unit hands in of 基层单位意见, made on `application` as it is shown. */
function opinion({ id, version, state, chancesUsed, strikes }: Application, text: string, number: number) {
  const expected = { state, chancesUsed, strikes };
  return desk.act({
    type: 'opinion',
    applicationId: id,
    baseVersion: version,
    expect: expected,
    payload: { text, number },
  });
}

describe('基层单位意见 at the city (五(三)5)', () => {
  it('is taken word for word, costs no chance, and a change replaces it', async () => {
    const before = first(all.filter(isPlain));
    const text = '陈志远同志2016年取得一级教师资格以来……\n经校学术委员会评议并投票推荐。';
    const [taken] = await desk.send([opinion(before, text, 1)]);
    expect(taken).toMatchObject({ result: 'applied', receipt: { version: before.version + 1 } });
    const once = await current(before.id);
    expect(once).toMatchObject({
      state: 'unit-review',
      opinion: { text, submittedBy: '李敏' },
      chancesUsed: before.chancesUsed,
    });
    expect(once.history.at(-1)).toMatchObject({ level: 'unit', action: 'basic-opinion', opinion: '提交基层单位意见' });
    await desk.send([opinion(once, `${text}补充。`, 2)]);
    const twice = await current(before.id);
    expect(twice.opinion?.text).toBe(`${text}补充。`);
    expect(twice.history.at(-1)).toMatchObject({ action: 'basic-opinion', opinion: '修改基层单位意见（第2稿）' });
  });

  it('is refused on an old version and once the application has left the unit', async () => {
    const ready = first(all.filter(isReady));
    await desk.send([desk.command(ready, 'approve')]);
    expect((await desk.send([opinion(ready, '晚了', 1)]))[0]).toMatchObject({ result: 'conflict', code: 'superseded' });
    const left = await current(ready.id);
    expect((await desk.send([opinion(left, '晚了', 1)]))[0]).toMatchObject({
      result: 'rejected',
      code: 'conditions-unmet',
    });
  });
});
