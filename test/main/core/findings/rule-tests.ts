/** A table a rule: what makes it speak and with which words, and the near misses on which it keeps silent. */
import { describe, expect, it } from 'vitest';
import { CONTENT_RULES } from '#core/findings/content/index.ts';
import { runRules } from '#core/findings/engine.ts';
import { prepareFiling, type UnitFacts } from '#core/findings/filing-facts.ts';
import { prepareGuide } from '#core/findings/guide-facts.ts';
import type { Application } from '#model/application.ts';
import type { Finding } from '#model/finding.ts';
import { shippedGuide } from '../../../support/checks.ts';
import { completeApplication, UNIT_NAME } from '../../../support/complete-application.ts';
import { makeIdNumber } from '../../../support/people.ts';

export const guide2022 = prepareGuide(shippedGuide);

export const PERSON = {
  name: '李静',
  sex: 'female',
  birthday: '1984-06-15',
  idNumber: makeIdNumber('530102', '1984-06-15', 'female', 7),
  phone: '13987654321',
  department: '高二年级',
  employment: 'staff',
} as const;

/** What each test of a rule changes one thing of. */
export const complete = (): Application => completeApplication({ applicant: PERSON });

export const SCHOOL: UnitFacts = {
  name: UNIT_NAME,
  creditCode: '12530100431204817X',
  kind: 'city-owned',
  county: '五华区',
  formerNames: ['昆明市第三十七中学'],
};

export function judge(application: Application, unit: UnitFacts | null = SCHOOL): readonly Finding[] {
  return runRules(CONTENT_RULES, prepareFiling(application, unit, guide2022), (rule, error) => {
    throw new Error(`${rule} broke`, { cause: error });
  });
}

export type Change = (application: Application) => Application;
type Options = Readonly<{ unit?: UnitFacts | null; also?: readonly string[] }>;
/** `also`: other rules that cannot but speak in this case. */
type Speaking = readonly [what: string, change: Change, fact: string | readonly string[], options?: Options];
type Silent = readonly [what: string, change: Change, options?: Options];

export function testRule(
  rule: string,
  { speaks, silent }: Readonly<{ speaks: readonly Speaking[]; silent: readonly Silent[] }>,
): void {
  describe(`the rule ${rule}`, () => {
    it.each(speaks.map(([what, ...rest]) => [what, rest] as const))('speaks: %s', (_what, [change, fact, options]) => {
      const found = judge(change(complete()), options?.unit);
      const own = found.filter((finding) => finding.rule === rule);
      expect(own.map((finding) => finding.fact)).toEqual(typeof fact === 'string' ? [fact] : fact);
      expect(new Set(found.filter((one) => one.rule !== rule).map((one) => one.rule))).toEqual(new Set(options?.also));
    });
    it.each(silent.map(([what, ...rest]) => [what, rest] as const))('is silent: %s', (_what, [change, options]) => {
      const found = judge(change(complete()), options?.unit);
      expect(found.map((finding) => finding.rule)).not.toContain(rule);
    });
  });
}

/** Somebody else by the account. */
export function withApplicant(over: Partial<Application['applicant']>): Change {
  return (application) => ({ ...application, applicant: { ...application.applicant, ...over } });
}

/** Another filing. */
export function withFiling(over: Partial<Application['filing']>): Change {
  return (application) => ({ ...application, filing: { ...application.filing, ...over } });
}

/** One change after the other. */
export function both(...changes: readonly Change[]): Change {
  return (application) => changes.reduce((changed, change) => change(changed), application);
}
