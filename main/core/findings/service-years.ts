/** The time that counts for a filing: years in the present title and post (Q6), yearly assessments (五(二)2). */
import { reviewAssessments, type AssessmentReview } from '#model/assessments.ts';
import {
  cityCutoff,
  compareWithYears,
  countYearsInPost,
  type ServiceAgainstYears,
  type YearsInPost,
} from '#model/years-in-post.ts';
import { perFiling, valueOf, type FilingFacts } from './filing-facts.ts';
import { rungOf } from './guide-facts.ts';
import { monthNumber, monthText } from './periods.ts';
import { USUAL_YEARS, USUAL_YEARS_BY_DEGREE } from './tables/titles.ts';

export type PostYears = Readonly<{
  recordId: string;
  /** as filed: 聘任时间, or 取得时间 where nobody was appointed */
  since: string;
  asked: number;
  service: YearsInPost;
  against: ServiceAgainstYears;
}>;

/**
 * Null where nothing can be counted: another kind of filing, an initial level, no known title below; and
 * where the years are reached by months, whatever the day.
 * Service at the same level in an earlier series counts on (Q11(2)), so the earliest appointment at the
 * level held begins it.
 */
export const postYears = perFiling((facts): PostYears | null => {
  const { filing, held, titles, application } = facts;
  const asked = usualYears(facts);
  const level = held?.positions[0]?.level;
  if (filing.kind !== 'review' || asked === null || level === undefined) return null;
  if (rungOf(level) + 1 !== rungOf(filing.level)) return null;
  const [first] = titles
    .filter(({ positions }) => positions.some((position) => position.level === level))
    .map(({ record }) => ({ record, since: valueOf(record, 'appointedOn') || valueOf(record, 'obtainedOn') }))
    .filter(({ since }) => monthNumber(since) !== null)
    .toSorted((a, b) => (a.since < b.since ? -1 : 1));
  if (!first || isAmplyReached(first.since, asked, application.year)) return null;
  const counted = countYearsInPost({ periods: [{ from: first.since }], cutoff: cityCutoff(application.year) });
  if (!counted.ok) return null;
  const against = compareWithYears(counted.value, asked);
  return { recordId: first.record.id, since: first.since, asked, service: counted.value, against };
});

/** Two months more than asked for leave no doubt, neither about the day nor about the counting. */
function isAmplyReached(since: string, asked: number, year: number): boolean {
  const until = 12 * (year + 1);
  return until - (monthNumber(since) ?? until) >= 12 * asked + 2;
}

function usualYears({ filing, records }: FilingFacts): number | null {
  const asked = USUAL_YEARS[filing.level];
  if (asked === undefined) return null;
  const shorter = USUAL_YEARS_BY_DEGREE[filing.level];
  const hasDegree = records('education').some(
    (record) => shorter?.degree.test(valueOf(record, 'degree') + valueOf(record, 'level')) ?? false,
  );
  return shorter && hasDegree ? shorter.years : asked;
}

/** The month work began: the earlier of what 基本信息 and 工作经历 say. */
export function firstWorkingMonth({ basic, work }: FilingFacts): string | null {
  const since = monthNumber(valueOf(basic, 'workSince'));
  const months = [...work.map(({ from }) => from), ...(since === null ? [] : [since])];
  return months.length === 0 ? null : monthText(Math.min(...months));
}

export const assessmentsOf = perFiling((facts): AssessmentReview => {
  const filed = facts
    .records('assessment')
    .map((record) => ({ year: valueOf(record, 'year'), grade: valueOf(record, 'grade') }));
  return reviewAssessments(facts.application.year, filed, firstWorkingMonth(facts));
});

/**
 * The years that must have an assessment: of the last five those after the year in which work began, which
 * itself is often left without a grade. Nobody assesses freelancers.
 */
export function expectedAssessments(facts: FilingFacts): readonly number[] {
  if (facts.applicant.employment === 'freelancer') return [];
  const began = Number(firstWorkingMonth(facts)?.slice(0, 4) ?? 0);
  return assessmentsOf(facts)
    .years.map(({ year }) => year)
    .filter((year) => year > began);
}
