import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import { ok } from '#model/result.ts';
import type { Applications } from '../applications/applications.service.ts';
import type { Caller } from '../router.ts';
import type { UnitFactsDesk } from './unit-update.ts';
import type { Unit } from './unit.service.ts';

type Deps = Readonly<{ unit: Unit; unitFacts: UnitFactsDesk; applications: Pick<Applications, 'inView' | 'today'> }>;

export function createUnitHandlers(office: () => Deps): Handlers<AppContract, Caller>['unit'] {
  return {
    get() {
      const enrolment = office().unit.enrolment();
      return ok({
        unit: enrolment?.unit ?? null,
        year: enrolment?.year ?? null,
        cityUrl: enrolment?.cityUrl ?? null,
        enrolledAt: enrolment?.enrolledAt ?? null,
      });
    },
    history() {
      const { unitFacts, applications } = office();
      return ok({ ...unitFacts.history(), underway: countUnderway(applications), today: applications.today() });
    },
    update: (input) => office().unitFacts.update(input),
    enrol: (input) => office().unit.enrol(input),
  };
}

/** Whose seals follow the unit's kind: dispatch staff and freelancers have a route of their own (Q3, Q10). */
function countUnderway({ inView }: Deps['applications']): number {
  return inView('all').filter(({ digest: { state, employment } }) => {
    const isOver = state === 'withdrawn' || state === 'closed';
    return !isOver && employment !== 'dispatch' && employment !== 'freelancer';
  }).length;
}
