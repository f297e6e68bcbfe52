/** The acts of everyone but the unit: the applicant, the superiors, the city. Played by /admin and by --auto. */
import type { Application, ApplicationState, Filing } from '#model/application.ts';
import { Refusal, type CityContext } from './context.ts';
import { inTransaction } from './db.ts';
import { applyAcceptance, applyResubmit, applySuperiorOpinion, applyWithdrawal } from './rules.ts';
import { findApplication, saveApplication } from './store.ts';

export type OutsideAct =
  | Readonly<{ kind: 'resubmit'; opinion?: string | undefined; filing: Filing | null }>
  | Readonly<{ kind: 'withdraw' | 'superior-opinion' | 'accept'; opinion?: string | undefined }>;

const ALLOWED_IN: Readonly<Record<OutsideAct['kind'], readonly ApplicationState[]>> = {
  resubmit: ['with-applicant'],
  withdraw: ['unit-review', 'with-applicant'],
  'superior-opinion': ['superior-review', 'city-review'],
  accept: ['superior-review', 'city-review'],
};

export const SUPERIOR = '昆明市教育体育局';
const CITY = '昆明市人力资源和社会保障局';
const WORDS: Readonly<Record<OutsideAct['kind'], string>> = {
  resubmit: '已按单位审核意见修改完善，再次提交。',
  withdraw: '本人申请撤回本次申报。',
  'superior-opinion': '公示材料不齐，请补充公示情况证明后重新上报。',
  accept: '材料齐全，同意上报。',
};

/** The application afterwards. Refuses with 404 or, when its state does not allow the act, 409. */
export function playAct(context: CityContext, applicationId: string, act: OutsideAct): Application {
  return inTransaction(context.db, () => {
    const stored = findApplication(context.db, applicationId);
    if (!stored) throw new Refusal(404, 'not-found', 'no such application');
    if (!ALLOWED_IN[act.kind].includes(stored.application.state)) {
      throw new Refusal(409, 'bad-request', `not possible at ${stored.application.state}`);
    }
    const next = perform(stored.application, act, context.clock.now());
    saveApplication(context.db, stored, next);
    return next;
  });
}

function perform(application: Application, act: OutsideAct, at: number): Application {
  const opinion = act.opinion ?? WORDS[act.kind];
  const applicant = { at, actor: application.applicant.name, opinion };
  switch (act.kind) {
    case 'resubmit': {
      const isReset = application.history.findLast((step) => step.level === 'unit')?.action === 'reset';
      return applyResubmit(application, applicant, isReset ? act.filing : null);
    }
    case 'withdraw':
      return applyWithdrawal(application, applicant);
    case 'superior-opinion':
      return applySuperiorOpinion(application, { at, actor: superiorOf(application), opinion });
    case 'accept':
      return applyAcceptance(application, { at, actor: superiorOf(application), opinion });
  }
}

function superiorOf({ state }: Application): string {
  return state === 'superior-review' ? SUPERIOR : CITY;
}
