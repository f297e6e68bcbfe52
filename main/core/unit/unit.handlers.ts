import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import { fail, ok } from '#model/result.ts';
import type { Caller } from '../router.ts';
import type { Unit } from './unit.service.ts';

export function createUnitHandlers(office: () => { unit: Unit }): Handlers<AppContract, Caller>['unit'] {
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
    history: () => ok({ changes: [] }),
    update: () => fail('not-enrolled'),
    enrol: (input) => office().unit.enrol(input),
  };
}
