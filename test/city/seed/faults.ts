/** What can be wrong with an application. Each is small, has a name, and is planted by the rows that name it. */
import type { Filed } from './edits.ts';
import type { Facts } from './facts.ts';
import type { Course } from './history.ts';

export type Around = Readonly<{
  /** facts and filing of the person of that row */
  factsOf(name: string): Facts;
  filedBy(name: string): Filed;
}>;

export type Fault = Readonly<{
  /** what happened: form and scans follow it */
  facts?: (facts: Facts, around: Pick<Around, 'factsOf'>) => Facts;
  /** what is wrong in the form or among the scans, which then disagree with each other or with the facts */
  filed?: (filed: Filed, around: Around) => Filed;
  /** when the steps were */
  past?: (course: Course, day: string) => Course;
}>;

export const FAULTS = {
  /** the year before last but one was not filed */
  'assessment-missing': {
    facts: (facts) => ({ ...facts, assessments: facts.assessments.filter(({ year }) => year !== facts.year - 3) }),
  },
} as const satisfies Record<string, Fault>;

export type FaultKey = keyof typeof FAULTS;

export function faultOf(key: FaultKey): Fault {
  return FAULTS[key];
}
