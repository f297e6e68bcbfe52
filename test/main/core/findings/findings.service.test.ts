import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applications as contract } from '#contract/applications.contract.ts';
import { answerFinding, withdrawAnswer } from '#core/findings/findings.service.ts';
import type { Application } from '#model/application.ts';
import { endOfDay, plainDate } from '#model/beijing-time.ts';
import { SAMPLE_UNIT } from '../../../city/seed/sample-unit.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { enrolAt } from '../../../support/enrolment.ts';
import { START } from '../../../support/fake-ports.ts';
import { fillCompletely, withFields, withoutScan, withScan } from '../../../support/complete-application.ts';
import {
  aReturnOf,
  makeApprovable,
  openReviewBench,
  REVIEWER,
  type ReviewBench,
} from '../../../support/review-bench.ts';
import { makeApplication } from '../../../sync/application.ts';

let bench: ReviewBench;
beforeEach(() => {
  bench = openReviewBench();
});
afterEach(() => bench.dispose());

const rulesOf = ({ id }: Application) => bench.applications.entry(id)?.findings.map(({ rule }) => rule);
const gapsOf = ({ id }: Application) => {
  const entry = bench.applications.entry(id);
  return entry && bench.applications.gapsOf(entry).map(({ code, count }) => [code, count]);
};
const acts = () =>
  bench.temp.db
    .prepare<{ act: string }>('SELECT act FROM audit ORDER BY seq')
    .all()
    .map(({ act }) => act);
function deps() {
  const { temp, clock, applications } = bench;
  return { archive: temp.archive, person: REVIEWER, clock, applications };
}
const answer = ({ id }: Application, key: string, reason = '已核对原件') =>
  answerFinding(deps(), { applicationId: id, key, reason });
const withdraw = ({ id }: Application, key: string) => withdrawAnswer(deps(), { applicationId: id, key });

/** Seconded, which the guide leaves room for (Q8(1)), with a paper that has another name than it should. */
function seconded(): Application {
  const approvable = makeApprovable();
  const applicant = { ...approvable.applicant, employment: 'seconded' } as const;
  return { ...withScan(approvable, 'award', 'IMG_0032.jpg'), applicant };
}

describe('what is found', () => {
  it('comes with the application, is counted in its row and told in its detail', () => {
    const application = seconded();
    bench.arrive(application);
    expect(rulesOf(application)).toEqual(['eligible.seconded', 'material.name']);
    expect(bench.row(application.id).findings).toEqual({ blocking: 1, look: 1, hint: 0 });
    bench = bench.restart();
    expect(rulesOf(application)).toEqual(['eligible.seconded', 'material.name']);
  });

  it('goes when the applicant has corrected it', () => {
    const application = withFields(makeApprovable(), 'education', { to: '2001-07' });
    bench.arrive(application);
    expect(rulesOf(application)).toEqual(['education.period']);
    bench.arrive({ ...withFields(application, 'education', { to: '2006-07' }), version: 2 });
    expect(rulesOf(application)).toEqual([]);
  });

  it('sifts the queue: what must be settled, what is to be looked at, what nobody objects to', () => {
    const blocked = withoutScan(makeApprovable(), '职称申报承诺书.jpg');
    const looked = withScan(makeApprovable(), 'award', '1.jpg');
    const clean = makeApprovable();
    bench.arrive(blocked, looked, clean);
    const found = (problems: readonly ('blocking' | 'look' | 'none')[]) =>
      bench.applications.find(contract.ids.input.parse({ view: 'all', problems })).map(({ digest }) => digest.id);
    expect(found(['blocking'])).toEqual([blocked.id]);
    expect(found(['look'])).toEqual([looked.id]);
    expect(found(['none'])).toEqual([clean.id]);
    expect(new Set(found(['look', 'none']))).toEqual(new Set([looked.id, clean.id]));
    expect(bench.applications.find(contract.ids.input.parse({ view: 'ready' })).map(({ digest }) => digest.id)).toEqual(
      expect.arrayContaining([looked.id, clean.id]),
    );
    expect(bench.applications.counts().ready).toBe(2);
  });

  it('stops an approval, saying how many', () => {
    const application = withoutScan(withFields(makeApprovable(), 'basic', { sex: '' }), '职称申报承诺书.jpg');
    bench.arrive(application);
    expect(gapsOf(application)).toEqual([['findings-blocking', 2]]);
    const act = aReturnOf(application, { decision: 'approve', opinion: '同意推荐。' });
    expect(bench.review.decide(act)).toMatchObject({ error: { code: 'approval-not-possible' } });
  });

  it('is no second reason beside a gap that says the same', () => {
    const application = makeApprovable();
    bench.arrive({
      ...application,
      publicity: application.publicity && { ...application.publicity, openObjections: 1 },
    });
    expect(rulesOf(application)).toEqual(['publicity.objection']);
    expect(gapsOf(application)).toEqual([['objection-open', null]]);
  });
});

describe('an answer', () => {
  it('with a reason lets the approval pass where the guide leaves room, and is on record', () => {
    const application = seconded();
    bench.arrive(application);
    expectOk(answer(application, 'eligible.seconded', '借调期间仍承担本单位教学'));
    expect(bench.row(application.id).findings).toEqual({ blocking: 0, look: 1, hint: 0 });
    expect(gapsOf(application)).toEqual([]);
    expect(bench.applications.entry(application.id)?.findings[0]?.answer).toEqual({
      kind: 'overridden',
      reason: '借调期间仍承担本单位教学',
      by: REVIEWER.name,
      at: START,
    });
    expectOk(bench.review.decide(aReturnOf(application, { decision: 'approve', opinion: '同意推荐。' })));
    expect(acts()).toEqual(['finding.override', 'review.approve']);
    expect(bench.events.filter(({ name }) => name === 'applications.changed').at(-2)?.payload).toEqual({
      ids: [application.id],
    });
  });

  it('is refused where it leaves none, for what does not stand, and for nobody', () => {
    const application = withoutScan(makeApprovable(), '职称申报承诺书.jpg');
    bench.arrive(application);
    expect(answer(application, 'commitment.missing')).toMatchObject({ error: { code: 'cannot-override' } });
    expect(answer(application, 'eligible.seconded')).toMatchObject({ error: { code: 'finding-gone' } });
    expect(answer({ ...application, id: randomUUID() }, 'commitment.missing')).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(acts()).toEqual([]);
  });

  it('dismisses what was to be looked at, outlives a restart, and can be taken back', () => {
    const application = seconded();
    bench.arrive(application);
    expectOk(answer(application, 'material.name:award'));
    bench = bench.restart();
    expect(bench.row(application.id).findings).toMatchObject({ look: 0 });
    expectOk(withdraw(application, 'material.name:award'));
    expectOk(withdraw(application, 'material.name:award'));
    expect(bench.row(application.id).findings).toMatchObject({ look: 1 });
    expect(acts()).toEqual(['finding.dismiss', 'finding.withdraw']);
    expect(withdraw({ ...application, id: randomUUID() }, 'x')).toMatchObject({ error: { code: 'not-found' } });
  });

  it('holds while the fact reads the same, whatever else was corrected, and no longer', () => {
    const application = seconded();
    bench.arrive(application);
    expectOk(answer(application, 'material.name:award'));
    bench.arrive({ ...withFields(application, 'basic', { nation: '彝族' }), version: 2 });
    expect(bench.row(application.id).findings).toMatchObject({ look: 0 });
    bench.arrive({ ...withScan(application, 'award', 'IMG_0033.jpg'), version: 3 });
    expect(bench.row(application.id).findings).toMatchObject({ look: 1 });
  });
});

describe('what turns without anything arriving', () => {
  it('is the closing of the channel, at its minute', () => {
    const closesAt = START + 3 * 3_600_000;
    const application = makeApprovable({ window: { isProvincial: false, opensAt: null, closesAt } });
    bench.arrive(application);
    expect(rulesOf(application)).toEqual(['deadline.closing']);
    expect(gapsOf(application)).toEqual([]);
    bench.clock.at = closesAt - 1;
    expect(rulesOf(application)).toEqual(['deadline.closing']);
    bench.clock.at = closesAt;
    expect(rulesOf(application)).toEqual(['window.closed']);
    expect(gapsOf(application)).toEqual([['findings-blocking', 1]]);
  });

  it('and the day', () => {
    const application = withFields(makeApprovable(), 'education', { recordValidUntil: '2026-09-01' });
    bench.arrive(application);
    expect(rulesOf(application)).toEqual([]);
    bench.clock.at = endOfDay(plainDate('2026-09-01'));
    expect(rulesOf(application)).toEqual(['degree-record.expired']);
  });
});

describe('beside other applications', () => {
  it('both are told, and neither any more when one goes', () => {
    const [one, other] = [makeApprovable(), makeApprovable()];
    const copied = other.attachments.map((scan) =>
      scan.name === '毕业证书.jpg'
        ? { ...scan, sha256: one.attachments.find(({ name }) => name === scan.name)?.sha256 ?? '' }
        : scan,
    );
    bench.arrive(one);
    bench.arrive({ ...other, attachments: copied });
    expect([rulesOf(one), rulesOf(other)]).toEqual([['scan.shared'], ['scan.shared']]);
    bench = bench.restart();
    expect([rulesOf(one), rulesOf(other)]).toEqual([['scan.shared'], ['scan.shared']]);
    bench.temp.db.transaction(() => bench.applications.remove(other.id));
    bench.applications.committed([other.id]);
    expect(rulesOf(one)).toEqual([]);
  });
});

describe('what was found by other rules or for another record of the unit', () => {
  const forget = (): void => {
    bench.temp.db.prepare(`UPDATE application SET findings = '[]', findings_key = ''`).run();
  };
  async function recheck(): Promise<void> {
    const before = bench.events.length;
    bench.applications.recheck();
    while (bench.events.length === before) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  it('is found anew before anybody decides on it', () => {
    const application = withoutScan(makeApprovable(), '职称申报承诺书.jpg');
    bench.arrive(application);
    bench = bench.restart({ whileClosed: () => {} });
    forget();
    bench = bench.restart();
    const act = aReturnOf(application, { decision: 'approve', opinion: '同意推荐。' });
    expect(bench.review.decide(act)).toMatchObject({ error: { code: 'approval-not-possible' } });
  });

  it('and in the background for everybody, told once at the end', async () => {
    const many = Array.from({ length: 30 }, () => withoutScan(fillCompletely(makeApplication()), '职称申报承诺书.jpg'));
    bench.arrive(...many);
    forget();
    bench = bench.restart();
    const blocked = () =>
      bench.applications.find(contract.ids.input.parse({ view: 'all', problems: ['blocking'] })).length;
    expect(blocked()).toBe(0);
    await recheck();
    expect(bench.events.at(-1)).toMatchObject({ name: 'applications.changed', payload: { ids: null } });
    expect(blocked()).toBe(30);
    const keys = bench.temp.db.prepare<{ key: string }>('SELECT DISTINCT findings_key AS key FROM application').all();
    expect(keys).toHaveLength(1);
    expect(keys[0]?.key).not.toBe('');
  });

  it('after the unit has another record', async () => {
    const application = makeApprovable();
    bench.arrive(application);
    expect(rulesOf(application)).toEqual([]);
    enrolAt(bench.temp.db, { ...SAMPLE_UNIT, name: '昆明市第三十中学' });
    await recheck();
    expect(rulesOf(application)).toEqual(['unit.full-name', 'unit.work']);
  });

  it('stops with the desk', async () => {
    bench.arrive(makeApprovable());
    forget();
    bench = bench.restart();
    bench.applications.recheck();
    await bench.applications.stop();
    expect(bench.events).toEqual([]);
  });
});
