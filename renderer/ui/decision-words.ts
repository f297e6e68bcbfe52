/** The three decisions of 五(三)4: one word per thing, on every screen. */
import type { Decision } from '#model/application.ts';

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  approve: '通过',
  return: '返回修改',
  reset: '重置流程',
};
