/** What the city accepts from a unit, and what each act makes of an application. Pure. */
import { randomUUID } from 'node:crypto';
import type {
  Application,
  Decision,
  DispatchRecord,
  Filing,
  FiledModule,
  PublicityOutcome,
  PublicityRecord,
  Step,
  StepLevel,
} from '#model/application.ts';
import type { CONFLICT_CODES, CommandBody, REJECTED_CODES } from '#protocol/protocol.ts';
import { beijingDay } from './clock.ts';
import { addWorkdays } from './seed/dates.ts';

/** 五(二)3(1): return and reset together, over the application's whole life. */
export const MAX_CHANCES = 4;
/** 五(三) 注意: with the third opinion of a superior the person is not accepted again this year. */
export const MAX_STRIKES = 3;

type ConflictCode = (typeof CONFLICT_CODES)[number];
type RejectedCode = (typeof REJECTED_CODES)[number];
export type Verdict =
  | Readonly<{ result: 'apply' }>
  | Readonly<{ result: 'conflict'; code: ConflictCode }>
  | Readonly<{ result: 'rejected'; code: RejectedCode; detail: string }>;

/** Commands about an application; `unit` is about none. */
export type ApplicationCommand = Exclude<CommandBody, { type: 'unit' }>;
type JudgedCommand = ApplicationCommand extends infer C
  ? C extends ApplicationCommand
    ? Pick<C, 'type' | 'baseVersion' | 'expect' | 'payload'>
    : never
  : never;
/** `peerDecidedAfter`: another device of the unit had a decision take effect after the command's base version. */
export type Circumstances = Readonly<{ now: number; peerDecidedAfter: boolean }>;

/** Staleness first, so that the person learns what happened; then the window, the chances and the conditions. */
export function judge(command: JudgedCommand, current: Application, around: Circumstances): Verdict {
  const { expect } = command;
  const isStale =
    current.version !== command.baseVersion ||
    current.state !== expect.state ||
    current.chancesUsed !== expect.chancesUsed ||
    current.strikes !== expect.strikes;
  if (isStale) return { result: 'conflict', code: conflictOf(command, current, around) };
  if (current.state !== 'unit-review') return rejected('conditions-unmet', '该申报不在单位审核环节。');
  if (current.window.closesAt !== null && around.now >= current.window.closesAt) {
    return rejected('window-closed', '网上申报通道已关闭。');
  }
  if (command.type === 'approve') return judgeApproval(current, around.now);
  if (command.type === 'opinion') return { result: 'apply' };
  if (command.type === 'publicity') return judgePublicity(command.payload.record, around.now);
  return current.chancesUsed < MAX_CHANCES ? { result: 'apply' } : { result: 'conflict', code: 'chances-exhausted' };
}

function conflictOf({ type }: JudgedCommand, current: Application, { peerDecidedAfter }: Circumstances): ConflictCode {
  if (current.state === 'withdrawn') return 'withdrawn';
  if (current.state === 'closed') return 'closed';
  if ((type === 'return' || type === 'reset') && current.state === 'unit-review' && current.chancesUsed >= MAX_CHANCES)
    return 'chances-exhausted';
  const isUnitsActLast = current.history.at(-1)?.level === 'unit';
  return peerDecidedAfter && isUnitsActLast ? 'peer-decided' : 'superseded';
}

/** Q18 as the city counts it, with a calendar of its own: five working days after the posting day, ended before the conclusion. */
function judgePublicity(record: PublicityRecord | null, now: number): Verdict {
  if (record === null) return { result: 'apply' };
  const { postedOn, endsOn, concludedAt, openObjections, dispatch } = record;
  if (endsOn < addWorkdays(postedOn, 5)) return rejected('conditions-unmet', '公示不足5个工作日。');
  if (dispatch?.otherNotice && dispatch.otherNotice.endsOn < addWorkdays(dispatch.otherNotice.postedOn, 5)) {
    return rejected('conditions-unmet', '另一单位的公示不足5个工作日。');
  }
  if (concludedAt === null) return { result: 'apply' };
  if (openObjections > 0) return rejected('conditions-unmet', '公示有未处理的异议。');
  if (beijingDay(Math.min(now, concludedAt)) <= endsOn) return rejected('conditions-unmet', '公示最后一日未过。');
  return { result: 'apply' };
}

/** Q18 and 五(三)4: opinion submitted, publicity over without objection, its last day past in Beijing. */
function judgeApproval({ applicant, opinion, publicity }: Application, now: number): Verdict {
  if (!opinion) return rejected('conditions-unmet', '基层单位意见未提交。');
  if (!publicity || publicity.concludedAt === null) return rejected('conditions-unmet', '公示未结束。');
  if (publicity.openObjections > 0) return rejected('conditions-unmet', '公示有未处理的异议。');
  if (publicity.outcome === 'objection-upheld') return rejected('conditions-unmet', '公示异议属实。');
  if (beijingDay(now) <= publicity.endsOn) return rejected('conditions-unmet', '公示最后一日未过。');
  if (applicant.employment === 'dispatch' && !isComplete(publicity.dispatch ?? null, now)) {
    return rejected('conditions-unmet', '劳务派遣人员须双公示、双审核、双盖章。');
  }
  return { result: 'apply' };
}

function isComplete(dispatch: DispatchRecord | null, now: number): boolean {
  if (!dispatch?.otherNotice || beijingDay(now) <= dispatch.otherNotice.endsOn) return false;
  return dispatch.reviewed.length === 2 && dispatch.sealed.length === 2;
}

function rejected(code: RejectedCode, detail: string): Verdict {
  return { result: 'rejected', code, detail };
}

type Act = Readonly<{ at: number; actor: string; opinion: string }>;

function withStep(
  application: Application,
  level: StepLevel,
  action: Step['action'],
  { at, actor, opinion }: Act,
): Application {
  const step: Step = { id: randomUUID(), at, level, actor, action, opinion };
  return { ...application, version: application.version + 1, history: [...application.history, step] };
}

/** What a command of the unit makes of an application. */
export function applyCommand(application: Application, command: ApplicationCommand, at: number): Application {
  const actor = command.decidedBy;
  switch (command.type) {
    case 'opinion': {
      const { text, number } = command.payload;
      const opinion = number === 1 ? '提交基层单位意见' : `修改基层单位意见（第${number}稿）`;
      const next = withStep(application, 'unit', 'basic-opinion', { at, actor, opinion });
      return { ...next, opinion: { text, submittedAt: at, submittedBy: actor } };
    }
    case 'publicity': {
      const { record } = command.payload;
      const next = withStep(application, 'unit', 'publicity', { at, actor, opinion: publicityWords(record) });
      return { ...next, publicity: record };
    }
    case 'approve':
    case 'return':
    case 'reset':
      return applyDecision(application, command.type, { at, actor, opinion: command.payload.opinion });
  }
}

const OUTCOME_WORDS: Readonly<Record<PublicityOutcome, string>> = {
  'no-objection': '无异议',
  'objection-settled': '有异议已核实',
  'objection-upheld': '异议属实',
};

function publicityWords(record: PublicityRecord | null): string {
  if (record === null) return '取消公示';
  const span = `${record.postedOn}至${record.endsOn}`;
  if (record.outcome !== null) return `公示结束：${span}，${OUTCOME_WORDS[record.outcome]}`;
  return record.openObjections > 0 ? `公示有异议${record.openObjections}条：${span}` : `公示：${span}`;
}

/**
 * The unit's decision. A return keeps the filing's choices; after a reset the applicant may choose anew, so
 * opinion and publicity fall, while `filing` and `window` stay on the wire to show what was filed.
 */
export function applyDecision(application: Application, decision: Decision, act: Act): Application {
  const next = withStep(application, 'unit', decision, act);
  if (decision === 'approve') return { ...next, state: 'superior-review' };
  const spent: Application = { ...next, state: 'with-applicant', chancesUsed: application.chancesUsed + 1 };
  return decision === 'reset' ? { ...spent, opinion: null, publicity: null } : spent;
}

/** The applicant has corrected something and files again. `filing` only after a reset: new choices. */
export function applyResubmit(application: Application, act: Act, filing: Filing | null): Application {
  const next = withStep(application, 'applicant', 'resubmit', act);
  return {
    ...next,
    state: 'unit-review',
    submission: application.submission + 1,
    submittedAt: act.at,
    modules: correctModules(application.modules, act.at),
    filing: filing ?? application.filing,
  };
}

export function applyWithdrawal(application: Application, act: Act): Application {
  return { ...withStep(application, 'applicant', 'withdraw', act), state: 'withdrawn' };
}

/** A superior's opinion sends it back to the applicant; the third one ends the year. */
export function applySuperiorOpinion(application: Application, act: Act): Application {
  const strikes = application.strikes + 1;
  const next: Application = { ...withStep(application, 'superior', 'opinion', act), strikes, state: 'with-applicant' };
  if (strikes < MAX_STRIKES) return next;
  const closing: Step = {
    id: randomUUID(),
    at: act.at,
    level: 'system',
    actor: '申报系统',
    action: 'close',
    opinion: '上级3次提出审核意见，本年度不再受理。',
  };
  return { ...next, state: 'closed', history: [...next.history, closing] };
}

/** The superior hands on to the city, the city accepts. */
export function applyAcceptance(application: Application, act: Act): Application {
  const isAtSuperior = application.state === 'superior-review';
  const next = withStep(application, isAtSuperior ? 'superior' : 'city', 'accept', act);
  return { ...next, state: isAtSuperior ? 'city-review' : 'accepted' };
}

/** A corrected summary: what the applicant wrote, and that they went over it again. */
function correctModules(modules: readonly FiledModule[], at: number): readonly FiledModule[] {
  return modules.map((module) => {
    if (module.id !== 'summary') return module;
    const records = module.records.map((record) => ({
      ...record,
      fields: {
        ...record.fields,
        text: `${record.fields['text'] ?? ''}\n(${beijingDay(at)}按单位审核意见核对并补充完善。)`,
      },
    }));
    return { ...module, records };
  });
}
