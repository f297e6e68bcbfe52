/** The small seed through the archive: what is found is what was written down by hand, no more and no less. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#model/application.ts';
import { plainDate, startOfDay } from '#model/beijing-time.ts';
import { CONTENT_RULES } from '#core/findings/content/index.ts';
import { CROSS_RULES } from '#core/findings/cross.ts';
import { STANDING_RULES } from '#core/findings/standing/index.ts';
import { specKey } from '../../../city/scans/spec.ts';
import { EXPECTED_FINDINGS } from '../../../city/seed/expected-findings.ts';
import { SAMPLE_UNIT } from '../../../city/seed/sample-unit.ts';
import { sampleApplications } from '../../../city/seed/seed.ts';
import { enrolAt } from '../../../support/enrolment.ts';
import { openReviewBench, type ReviewBench } from '../../../support/review-bench.ts';

/** The day that the list was written for. */
const DAY = '2026-09-18';
let bench: ReviewBench;
let people: readonly Application[];

beforeAll(() => {
  bench = openReviewBench();
  bench.clock.at = startOfDay(plainDate(DAY)) + 9 * 3_600_000;
  enrolAt(bench.temp.db, SAMPLE_UNIT);
  bench = bench.restart();
  people = sampleApplications('small', DAY, (spec) => ({ sha256: specKey(spec), sizeBytes: 1000 }));
  bench.arrive(...people);
});
afterAll(() => bench.dispose());

function rulesOf(index: number): readonly string[] | undefined {
  const id = people[index]?.id ?? '';
  return bench.applications
    .entry(id)
    ?.findings.map(({ rule }) => rule)
    .toSorted();
}

describe('in the small seed', () => {
  it.each(EXPECTED_FINDINGS.map(({ name, rules }, index) => [index, name, rules] as const))(
    '%i %s',
    (index, name, rules) => {
      expect(people[index]?.applicant.name).toBe(name);
      expect(rulesOf(index)).toEqual(rules);
    },
  );

  it('everybody is expected', () => {
    expect(EXPECTED_FINDINGS).toHaveLength(people.length);
  });

  it('every rule speaks at least once', () => {
    const spoken = new Set(people.flatMap((_, index) => rulesOf(index) ?? []));
    const rules = [...CONTENT_RULES, ...STANDING_RULES, ...CROSS_RULES].map(({ id }) => id);
    expect(rules.filter((id) => !spoken.has(id))).toEqual([]);
  });
});
