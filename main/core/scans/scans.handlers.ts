import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import type { Caller } from '../router.ts';
import type { Scans } from './scans.ts';

export function createScansHandlers(office: () => { intake: Scans }): Handlers<AppContract, Caller>['scans'] {
  return {
    begin: (input) => office().intake.begin(input),
    add: (input) => office().intake.add(input),
    refuse: (input) => office().intake.refuse(input),
    pause: ({ intakeId }) => office().intake.pause(intakeId),
    resume: ({ intakeId }) => office().intake.resume(intakeId),
    stop: ({ intakeId }) => office().intake.stop(intakeId),
    intakes: () => office().intake.intakes(),
    report: ({ intakeId }) => office().intake.report(intakeId),
    pages: (input) => office().intake.pages(input),
    page: ({ id }) => office().intake.page(id),
    mend: (input) => office().intake.mend(input),
    dismiss: (input) => office().intake.dismiss(input),
    file: (input) => office().intake.file(input),
    unfile: (input) => office().intake.unfile(input),
    arrange: (input) => office().intake.arrange(input),
    remove: (input) => office().intake.remove(input),
    restore: (input) => office().intake.restore(input),
    checklist: ({ applicationId }) => office().intake.checklist(applicationId),
    rules: () => office().intake.rules(),
    saveRules: (input) => office().intake.saveRules(input),
  };
}
