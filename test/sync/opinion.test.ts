/** 基层单位意见 from the desk's contract to the city system over real HTTP. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#model/application.ts';
import { openPoints, opinionText } from '#model/opinion-text.ts';
import { startCity, type City } from '../city/city.ts';
import { expectOk, until } from '../support/desk-client.ts';
import { START } from '../support/fake-ports.ts';
import { FORM } from '../support/opinion-form.ts';
import { enrolSampleUnit, openRealDesk, type RealDesk } from '../support/real-desk.ts';

const { evaluation: _evaluation, ownText: _ownText, ...COMMON } = FORM;
let dataDir: string;
let city: City;
let desk: RealDesk;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'city-'));
  city = await startCity({ port: 0, dataDir, seed: 'small', scans: 'few', now: START });
  desk = await openRealDesk({ nowMs: START });
  await enrolSampleUnit(desk.api, city.url);
}, 60_000);
afterAll(async () => {
  await desk.dispose();
  await city.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function atCity(id: string): Promise<Application> {
  const response = await fetch(`${city.url}/admin/applications/${id}`);
  return (await response.json()) as Application;
}

/** Of these, one whose approval lacks nothing but the opinion. */
async function somebodyReady(ids: readonly string[]): Promise<string> {
  for (const id of ids) {
    const { approvalGaps } = expectOk(await desk.api.applications.get({ id }));
    if (approvalGaps.every(({ code }) => code === 'opinion-missing')) return id;
  }
  throw new Error('nobody in the seed is as far as that');
}

/** What the suggestion left open, said; a reviewer would do it by hand. */
function complete(evaluation: string): string {
  return openPoints(evaluation).reduce((text, point) => text.replaceAll(`〔待填：${point}〕`, '表现良好'), evaluation);
}

describe('the opinion of one person', () => {
  it('is drafted with the others, completed, handed in, arrives word for word, and carries an approval', async () => {
    const { opinion, review } = desk.api;
    const { people } = expectOk(await opinion.people({}));
    const drafts = people.filter(({ standing }) => standing === 'none').map(({ id }) => id);
    const common = { ...COMMON, meetingOn: '2026-07-01' };
    expect(expectOk(await opinion.draftMany({ applicationIds: drafts, common })).drafted).toBe(drafts.length);

    const applicationId = await somebodyReady(people.map(({ id }) => id));
    const { facts, version, form } = expectOk(await opinion.get({ applicationId }));
    const { evaluation } = expectOk(await opinion.suggest({ applicationId }));
    const recommendation = `同意推荐申报${facts.title}`;
    const whole = { ...form, ...common, recommendation, evaluation: complete(evaluation) };
    expectOk(await opinion.save({ applicationId, form: whole }));
    const given = { commandId: randomUUID(), applicationId, version, form: whole };
    expectOk(await opinion.submit(given));
    const text = opinionText(whole, facts);
    const taken = await until(async () => {
      const application = await atCity(applicationId);
      return application.opinion?.text === text ? application : null;
    }, 'the opinion at the city');
    expect(taken.history.at(-1)).toMatchObject({ action: 'basic-opinion', actor: '李敏' });

    const held = await until(async () => {
      const { version: now, versions } = expectOk(await opinion.get({ applicationId }));
      return now === taken.version && versions[0]?.delivery === 'effective' ? now : null;
    }, 'the city’s new version');
    const words = { decision: 'approve', opinion: '经审核，同意推荐。', lastChanceConfirmed: false } as const;
    const decided = await review.decide({ commandId: randomUUID(), applicationId, version: held, ...words });
    expect(decided).toMatchObject({ ok: true });
    await until(async () => ((await atCity(applicationId)).state === 'superior-review' ? true : null), 'the approval');
    const again = await opinion.submit({ ...given, commandId: randomUUID(), version: held });
    expect(again).toMatchObject({ ok: false });
  }, 60_000);
});
