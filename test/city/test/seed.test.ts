import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { APPLICATION_STATES, EMPLOYMENT_KINDS, type Application } from '#model/application.ts';
import { MODULES } from '#model/modules.ts';
import { ApplicationSchema } from '#protocol/application.ts';
import { idCheckCharacter, makeCreditCode, makeIdNumber } from '../../support/people.ts';
import { beijingDay, startOfBeijingDay } from '../clock.ts';
import { EXPECTED_FINDINGS } from '../seed/expected-findings.ts';
import { FAULTS } from '../seed/faults.ts';
import { OTHER_UNITS, SAMPLE_UNIT } from '../seed/sample-unit.ts';
import { SCENARIOS } from '../seed/scenarios.ts';
import { sampleApplications } from '../seed/seed.ts';
import { loadSharp } from '../scans/sharp-with-fonts.ts';
import { renderScan } from '../scans/render.ts';
import { SCAN_KINDS, specKey, type ScanSource, type ScanSpec } from '../scans/spec.ts';
import { isPlain, isReady, NOON, startTestCity } from './city-client.ts';

const DAY = beijingDay(NOON);
const anySource: ScanSource = (spec) => ({ sha256: specKey(spec), sizeBytes: 1 });
const small = sampleApplications('small', DAY, anySource);

const faultless = small.filter((_, index) => SCENARIOS[index]?.faults.length === 0);

function count(test: (application: Application) => boolean): number {
  return small.filter(test).length;
}

describe('invented numbers', () => {
  it.each([
    ['11010519491231002', 'X', 'GB 11643, annex A'],
    ['44052418800101001', '4', 'GB 11643, annex A'],
  ])('ID number %s ends in %s (%s)', (first17, check) => {
    expect(idCheckCharacter(first17)).toBe(check);
  });

  it('credit codes have the check character of GB 32100', () => {
    expect(makeCreditCode('91350100M000100Y4')).toBe('91350100M000100Y43');
    expect(new Set([SAMPLE_UNIT, ...OTHER_UNITS].map(({ creditCode }) => creditCode.length))).toEqual(new Set([18]));
  });

  it('an odd 17th digit is a man', () => {
    expect(Number(makeIdNumber('530102', '1980-01-01', 'male', 7)[16]) % 2).toBe(1);
    expect(Number(makeIdNumber('530102', '1980-01-01', 'female', 7)[16]) % 2).toBe(0);
  });
});

describe('the small seed', () => {
  it('is what the protocol allows', () => {
    for (const application of small) expect(ApplicationSchema.safeParse(application).error).toBeUndefined();
  });

  it('has people whose ID numbers are unique, valid and agree with birthday and sex', () => {
    // one person has filed twice
    expect(new Set(small.map(({ applicant }) => applicant.idNumber)).size).toBe(SCENARIOS.length - 1);
    for (const { applicant } of faultless) {
      expect(applicant.idNumber).toMatch(/^5301\d{13}[\dX]$/);
      expect(applicant.idNumber[17]).toBe(idCheckCharacter(applicant.idNumber.slice(0, 17)));
      expect(applicant.idNumber.slice(6, 14)).toBe(applicant.birthday.replaceAll('-', ''));
      expect(Number(applicant.idNumber[16]) % 2).toBe(applicant.sex === 'male' ? 1 : 0);
    }
  });

  it('has enough of every situation to try every rule', () => {
    expect(count(isReady)).toBeGreaterThanOrEqual(8);
    expect(count(isPlain)).toBeGreaterThanOrEqual(8);
    const inReview = (chancesUsed: number) => (a: Application) =>
      a.state === 'unit-review' && a.chancesUsed === chancesUsed;
    expect([count(inReview(3)), count(inReview(4))]).toEqual([2, 1]);
    expect(new Set(small.map(({ state }) => state))).toEqual(new Set(APPLICATION_STATES));
    expect(new Set(small.map(({ applicant }) => applicant.employment))).toEqual(new Set(EMPLOYMENT_KINDS));
    expect(new Set(small.map(({ strikes }) => strikes))).toEqual(new Set([0, 1, 2, 3]));
    expect(count(({ state }) => state === 'unit-review')).toBe(72);
  });

  it('plants every fault that it knows', () => {
    expect(new Set(SCENARIOS.flatMap(({ faults }) => faults))).toEqual(new Set(Object.keys(FAULTS)));
  });

  it('has twelve people without a fault whom one notice can cover across the National Day holiday', () => {
    const day = '2026-09-18';
    const expected = new Map(EXPECTED_FINDINGS.map(({ name, rules }) => [name, rules]));
    const free = sampleApplications('small', day, anySource).filter(
      ({ state, publicity, opinion, window, applicant }) =>
        state === 'unit-review' &&
        !publicity &&
        !opinion &&
        (window.closesAt ?? 0) > startOfBeijingDay(day, 40) &&
        expected.get(applicant.name)?.length === 0,
    );
    const largest = Math.max(...[...Map.groupBy(free, ({ filing }) => filing.committee).values()].map((g) => g.length));
    expect(free.length).toBeGreaterThanOrEqual(14);
    expect(largest).toBeGreaterThanOrEqual(12);
  });

  it('has a list of expected findings for every row, in its order', () => {
    expect(EXPECTED_FINDINGS.map(({ name }) => name)).toEqual(SCENARIOS.map(({ name }) => name));
    for (const { rules } of EXPECTED_FINDINGS) expect(rules).toEqual(rules.toSorted());
  });

  it('has windows that closed two days ago, close in 3, 12, 30 and 60 days, and one not announced', () => {
    const days = small.map(({ window }) =>
      window.closesAt === null ? null : Math.round((window.closesAt - NOON) / 86_400_000 - 0.5),
    );
    expect(new Set(days)).toEqual(new Set([-2, 3, 12, 30, 60, null]));
  });

  it('tells a past that agrees with the present', () => {
    for (const { history, chancesUsed, strikes, submission, submittedAt, version } of small) {
      const steps = (...actions: string[]) => history.filter(({ action }) => actions.includes(action));
      expect(steps('return', 'reset')).toHaveLength(chancesUsed);
      expect(steps('opinion')).toHaveLength(strikes);
      expect(steps('submit', 'resubmit')).toHaveLength(submission);
      expect(steps('submit', 'resubmit').at(-1)?.at).toBe(submittedAt);
      expect(version).toBeGreaterThanOrEqual(submission);
      expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).toSorted((a, b) => a - b));
      expect(history.every(({ at }) => at < NOON)).toBe(true);
    }
  });

  it('fills every module that may not be left empty, and names each scan by content', () => {
    for (const { modules, attachments, filing } of faultless) {
      const required = MODULES.filter(
        ({ id, isOptional }) => !isOptional && !(id === 'current-title' && filing.kind === 'recognition'),
      );
      for (const { id } of required)
        expect(modules.find((module) => module.id === id)?.records.length).toBeGreaterThan(0);
      const linked = modules.flatMap((module) => module.records.flatMap((record) => record.attachmentIds));
      const known = new Set(attachments.map(({ id }) => id));
      expect(linked.every((id) => known.has(id))).toBe(true);
      expect(attachments.every(({ name }) => /[一-龥].*\.jpg$/.test(name))).toBe(true);
    }
  });

  it('has summaries of 300 to 800 characters', () => {
    const lengths = small.map(
      ({ modules }) => modules.find(({ id }) => id === 'summary')?.records[0]?.fields['text']?.length ?? 0,
    );
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(300);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(800);
  });
});

describe('the same seed', () => {
  it('gives the same ids and scans in two cities, and is kept when the city starts again', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'city-again-'));
    const bodies = (city: { db: { prepare(sql: string): { all(): unknown[] } } }) =>
      city.db.prepare('SELECT id, body FROM application ORDER BY no').all();
    const one = await startTestCity();
    const two = await startTestCity({ dataDir });
    const expected = bodies(two);
    expect(bodies(one)).toEqual(expected);
    await Promise.all([one.close(), two.close()]);
    const again = await startTestCity({ dataDir, now: NOON + 86_400_000 });
    expect(bodies(again)).toEqual(expected);
    await again.close();
    await expect(startTestCity({ dataDir, seed: 'large' })).rejects.toThrow('data folder holds small/few');
    await rm(dataDir, { recursive: true, force: true });
  });
});

describe('scans', () => {
  const specs: ScanSpec[] = [];
  sampleApplications('small', DAY, (spec) => {
    specs.push(spec);
    return { sha256: specKey(spec), sizeBytes: 1 };
  });

  it('are of every kind, flawed ones among them', () => {
    expect(new Set(specs.map(({ kind }) => kind))).toEqual(new Set(SCAN_KINDS));
    expect(new Set(specs.map(({ flaw }) => flaw))).toEqual(new Set([null, 'blurred', 'turned', 'blank', 'tiny']));
  });

  it('are drawn to the same bytes again, with ink of the right font', async () => {
    const diploma = specs.find(({ kind }) => kind === 'diploma');
    if (!diploma) throw new Error('no diploma');
    const [once, twice] = [await renderScan(diploma, 600), await renderScan(diploma, 600)];
    expect(once.equals(twice)).toBe(true);
    const sharp = await loadSharp();
    const ink = async (text: string): Promise<string> => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><text y="50" font-family="Noto Sans SC" font-size="50">${text}</text></svg>`;
      return (await sharp(Buffer.from(svg)).raw().toBuffer()).toString('base64');
    };
    // a font without a glyph draws the same box for both
    expect(await ink('䶮')).not.toBe(await ink('㛃'));
  });

  it('are upright, turned by 90° or tiny as their flaw says', async () => {
    const sharp = await loadSharp();
    const size = async (flaw: ScanSpec['flaw']): Promise<readonly [number, number]> => {
      const spec = specs.find((candidate) => candidate.flaw === flaw && candidate.kind !== 'id-back');
      if (!spec) throw new Error(`no scan with ${flaw}`);
      const { width, height } = await sharp(await renderScan(spec, null)).metadata();
      return [width, height];
    };
    const [width, height] = await size('turned');
    expect(height).toBeGreaterThan(width);
    expect((await size('tiny'))[0]).toBe(400);
  });
});
