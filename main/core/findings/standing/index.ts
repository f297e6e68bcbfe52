/** Every rule that turns with the day, the unit's forms and the counters. A new family is added here. */
import type { Finding } from '#model/finding.ts';
import { runRules, type OnBug, type Rule } from '../engine.ts';
import type { StandingFacts } from './facts.ts';
import { COUNTER_RULES, FORM_RULES } from './forms.ts';
import { CLOSING_RULES, WINDOW_RULES } from './window.ts';

/** What the unit has to know while it can act. */
export const STANDING_RULES: readonly Rule<StandingFacts>[] = [
  ...WINDOW_RULES,
  ...CLOSING_RULES,
  ...FORM_RULES,
  ...COUNTER_RULES,
];

const NOTHING: readonly Finding[] = [];

export function standingFindings(facts: StandingFacts, onBug: OnBug): readonly Finding[] {
  if (facts.isActionable) return runRules(STANDING_RULES, facts, onBug);
  return facts.state === 'with-applicant' ? runRules(CLOSING_RULES, facts, onBug) : NOTHING;
}
