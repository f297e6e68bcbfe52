import type { Archive } from '#archive/archive.ts';
import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import type { Clock } from '#ports/index.ts';
import type { Applications } from '../applications/applications.service.ts';
import type { Person } from '../office.ts';
import type { Caller } from '../router.ts';
import { answerFinding, withdrawAnswer } from './findings.service.ts';

type Deps = Readonly<{ archive: Archive; person: Person; clock: Clock; applications: Applications }>;

export function createFindingsHandlers(office: () => Deps): Handlers<AppContract, Caller>['findings'] {
  return {
    answer: (input) => answerFinding(office(), input),
    withdraw: (input) => withdrawAnswer(office(), input),
  };
}
