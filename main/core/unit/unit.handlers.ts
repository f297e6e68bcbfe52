import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import { ok } from '#model/result.ts';
import type { Caller } from '../router.ts';
import type { UnitFactsDesk } from './unit-update.ts';
import type { Unit } from './unit.service.ts';

export function createUnitHandlers(
  office: () => { unit: Unit; unitFacts: UnitFactsDesk },
): Handlers<AppContract, Caller>['unit'] {
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
    history: () => ok(office().unitFacts.history()),
    update: (input) => office().unitFacts.update(input),
    enrol: (input) => office().unit.enrol(input),
  };
}
