/** Every rule that an application, the unit's record and the guide decide by themselves. A new family is added here. */
import type { Rule } from '../engine.ts';
import type { FilingFacts } from '../filing-facts.ts';
import { ACHIEVEMENT_RULES } from './achievements.ts';
import { ASSESSMENT_RULES } from './assessments.ts';
import { COMMITTEE_RULES } from './committee.ts';
import { COMPLETENESS_RULES } from './completeness.ts';
import { DEGREE_RECORD_RULES } from './degree-record.ts';
import { DISCIPLINE_RULES } from './discipline.ts';
import { ELIGIBILITY_RULES } from './eligibility.ts';
import { HISTORY_RULES } from './history.ts';
import { IDENTITY_RULES } from './identity.ts';
import { MATERIAL_RULES } from './materials.ts';
import { RECOGNITION_RULES } from './recognition.ts';
import { SCAN_RULES } from './scans.ts';
import { SCHOOLING_RULES } from './schooling.ts';
import { TITLE_RULES } from './titles.ts';
import { UNIT_RULES } from './unit.ts';
import { YEARS_RULES } from './years.ts';

export const CONTENT_RULES: readonly Rule<FilingFacts>[] = [
  ...ELIGIBILITY_RULES,
  ...IDENTITY_RULES,
  ...UNIT_RULES,
  ...COMPLETENESS_RULES,
  ...MATERIAL_RULES,
  ...SCAN_RULES,
  ...TITLE_RULES,
  ...YEARS_RULES,
  ...RECOGNITION_RULES,
  ...COMMITTEE_RULES,
  ...DISCIPLINE_RULES,
  ...DEGREE_RECORD_RULES,
  ...SCHOOLING_RULES,
  ...HISTORY_RULES,
  ...ASSESSMENT_RULES,
  ...ACHIEVEMENT_RULES,
];
