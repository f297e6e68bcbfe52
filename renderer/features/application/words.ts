/** Every text of the workbench and the decision (ux 3.3, 3.4). */
import type * as z from 'zod';
import { addDays, formatMonthDayShort, type PlainDate } from '#model/beijing-time.ts';
import { moduleDef, type ModuleId } from '#model/modules.ts';
import type { Step } from '#model/application.ts';
import type { AppContract } from '#contract/index.ts';
import { LETTER_LIMIT } from '#model/return-letter.ts';
import type { Failure } from '#model/result.ts';
import { DECISION_WORDS } from '../../ui/decision-words.ts';
import { troubleOf, troubleText, type Trouble } from '../../ui/trouble.ts';

export type Detail = z.output<AppContract['applications']['get']['output']>;
export type ApprovalGap = Detail['approvalGaps'][number];

/** The person's own act all the same: it stands there to be read and changed. */
export const APPROVAL_TEXT = '经审核，申报材料真实、完整，符合申报条件，同意推荐。';

export function gapWords(gap: ApprovalGap): string {
  switch (gap.code) {
    case 'opinion-missing':
      return '基层单位意见未提交';
    case 'publicity-missing':
      return '未公示';
    case 'publicity-running':
      return gap.possibleFrom === null
        ? '公示期未满'
        : `公示到${formatMonthDayShort(addDays(gap.possibleFrom as PlainDate, -1))}才满，${formatMonthDayShort(gap.possibleFrom)}起可通过`;
    case 'publicity-unconcluded':
      return '公示期已满，还没有结论';
    case 'objection-open':
      return '公示有异议，还没有核实';
    case 'objection-upheld':
      return '公示异议属实，不能推荐';
    case 'dispatch-incomplete':
      return '劳务派遣：双公示、双审核、双盖章未齐';
    case 'findings-blocking':
      return `有${gap.count ?? 0}个必须解决的问题`;
    case 'calendar-missing':
      return '公示期没有算出，缺放假安排';
  }
}

/** The same in as few characters as a card has room for. */
export function gapShort(gap: ApprovalGap): string {
  switch (gap.code) {
    case 'opinion-missing':
      return '基层意见';
    case 'publicity-missing':
      return '公示';
    case 'publicity-running':
      return gap.possibleFrom === null ? '公示期' : `公示满（${formatMonthDayShort(gap.possibleFrom)}起）`;
    case 'publicity-unconcluded':
      return '公示结论';
    case 'objection-open':
      return '公示异议';
    case 'objection-upheld':
      return '异议属实';
    case 'dispatch-incomplete':
      return '双公示';
    case 'findings-blocking':
      return `${gap.count ?? 0}个必须解决`;
    case 'calendar-missing':
      return '公示期未算出';
  }
}

/** Which screen or place puts it right. */
export function gapPlace(gap: ApprovalGap): 'opinion' | 'publicity' | 'findings' {
  if (gap.code === 'opinion-missing') return 'opinion';
  return gap.code === 'findings-blocking' ? 'findings' : 'publicity';
}

/** 基层单位意见 and 公示 as they stand, for the bar below. */
export function opinionWords({ opinion }: Detail['row']): string {
  return { none: '未填', draft: '草稿', submitted: '已提交' }[opinion];
}

export function publicityWords({ publicity }: Detail['row']): string {
  switch (publicity.kind) {
    case 'none':
      return '未公示';
    case 'running':
      return `第${publicity.day}/${publicity.days}天，${formatMonthDayShort(publicity.endsOn)}满`;
    case 'over':
      return `${formatMonthDayShort(publicity.endsOn)}已满，待结论`;
    case 'concluded':
      return `已满 ${formatMonthDayShort(publicity.endsOn)}`;
    case 'objection':
      return '有异议';
  }
}

/** Why the unit cannot act (ux 3.3); null when it can. */
export function notActionableWords(detail: Detail): string | null {
  switch (detail.notActionable) {
    case null:
      return null;
    case 'closed-for-year':
      return '上级已提出3次意见，本年度不再受理（五（三）注意）。只能查看。';
    case 'decided':
      return decidedWords(detail);
    case 'not-at-unit-review':
      return `${WHERE_WORDS[detail.application.state]}，本单位现在不能办理。`;
  }
}

function decidedWords({ row }: Detail): string {
  const decision = row.pending ? DECISION_WORDS[row.pending.decision] : '';
  return `已决定“${decision}”，等市系统确认。`;
}

const WHERE_WORDS: Readonly<Record<Detail['application']['state'], string>> = {
  'unit-review': '正在单位审核',
  'with-applicant': '已退回申报人，正在等本人修改',
  'superior-review': '已报主管部门或县（市）区人社局审核',
  'city-review': '正在市级审核',
  accepted: '电子材料已审核通过',
  withdrawn: '申报人已撤回申报',
  closed: '本年度不再受理',
};

/** What each refusal of the core means, and what to do (ux 5.3). */
const DECIDE_TROUBLES: Readonly<Record<string, Trouble>> = {
  'not-found': {
    happened: '这件申报已不在本单位。',
    meaning: '决定没有办成，写的意见已保存。',
    advice: '请回到申报审核看最新名单。',
  },
  'stale-version': {
    happened: '申报人的材料刚刚有变化。',
    meaning: '决定没有办成，已换成新材料。',
    advice: '请看过再办。',
  },
  'not-at-unit-review': {
    happened: '这件申报现在不在单位审核。',
    meaning: '决定没有办成，写的意见已保存。',
    advice: '请看审核记录。',
  },
  'closed-for-year': {
    happened: '上级已提出3次意见，本年度不再受理（五（三）注意）。',
    meaning: '决定没有办成。',
    advice: '可以联系申报人说明。',
  },
  'already-decided': {
    happened: '这件已经办过，正在等市系统确认。',
    meaning: '这次没有再办。',
    advice: '要改，请先在收发里撤回。',
  },
  'opinion-missing': { happened: '请写明要改什么（五（三）4）。', meaning: '', advice: '' },
  'opinion-too-long': {
    happened: `意见超过${LETTER_LIMIT}字，发不出去。`,
    meaning: '写的都已保存。',
    advice: '请删减后再办。',
  },
  'no-chances-left': {
    happened: '4次机会已用完，不能再返回或重置。',
    meaning: '',
    advice: '可以：通过 · 联系申报人 · 联系上级部门',
  },
  'last-chance-unconfirmed': {
    happened: '这是最后一次机会。',
    meaning: '决定没有办成。',
    advice: '请再办一次并打勾确认。',
  },
  'approval-not-possible': { happened: '还不能通过。', meaning: '缺的条件列在“通过”下面。', advice: '请补齐后再办。' },
};

export function decideTrouble(failure: Failure): string {
  return troubleText(troubleOf(failure, DECIDE_TROUBLES));
}

/** A reason that was not recorded. */
export const ANSWER_TROUBLES: Readonly<Record<string, Trouble>> = {
  'finding-gone': {
    happened: '这个问题已经不在了，可能刚刚改正。',
    meaning: '理由没有记下，写的还在。',
    advice: '请关上看最新的问题。',
  },
  'cannot-override': {
    happened: '这个问题指南没有留余地，不能放行。',
    meaning: '理由没有记下。',
    advice: '请返回申报人改正。',
  },
};

/** A phrase that was not kept. */
export const PHRASE_TROUBLES: Readonly<Record<string, Trouble>> = {
  'too-many': { happened: '常用语已经满了。', meaning: '这一条没有存。', advice: '请先在“管理”里删去几条。' },
};

export const OPEN_TROUBLES: Readonly<Record<string, Trouble>> = {
  'not-found': {
    happened: '这件申报已不在本单位。',
    meaning: '可能已由市系统转到别的单位，已保存的工作都在。',
    advice: '请看收发记录。',
  },
};

const NAMED_MODULES = 4;

/** All of a few; of many the first ones, which say where to go on. */
export function moduleNames(ids: readonly ModuleId[]): string {
  const named = ids.slice(0, NAMED_MODULES).map((id) => moduleDef(id).shortName);
  return `${named.join('、')}${ids.length > NAMED_MODULES ? '等' : ''}`;
}

const ACTION_WORDS: Readonly<Record<Step['action'], string>> = {
  submit: '提交申报',
  resubmit: '修改后再报',
  withdraw: '撤回申报',
  approve: '通过',
  return: '返回修改',
  reset: '重置流程',
  opinion: '提出审核意见',
  'basic-opinion': '基层单位意见',
  publicity: '公示',
  accept: '电子材料审核通过',
  close: '本年度不再受理',
};

export function actionWords(action: Step['action']): string {
  return ACTION_WORDS[action];
}

/** Empty, and unknown, are two different things (ux 5.8). */
export const EMPTY_VALUE = '未填写';
