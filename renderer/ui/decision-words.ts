/** The three decisions of 五(三)4 and the unit's other acts: one word per thing, on every screen. */
import type { Act, Decision } from '#model/application.ts';

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  approve: '通过',
  return: '返回修改',
  reset: '重置流程',
};

export const ACT_WORDS: Readonly<Record<Act, string>> = {
  ...DECISION_WORDS,
  opinion: '基层单位意见',
  publicity: '公示',
  unit: '单位信息',
};
