/** One act for many (批量): what can be done, where it stands, and why somebody is left out, in words. */

export const BATCH_KINDS = ['approve', 'return', 'opinion', 'conclude'] as const;
export type BatchKindName = (typeof BATCH_KINDS)[number];

/** interrupted: the program was locked or ended in the middle · stopped: 「到此为止」 */
export const BATCH_STATES = ['running', 'paused', 'interrupted', 'stopped', 'done'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** Why somebody is left out; shown in words with `detail` (a date, a count, a code of what is missing). */
export const LEFT_OUT_CODES = [
  'not-found',
  'not-at-unit-review',
  'closed-for-year',
  'decided',
  'changed-meanwhile',
  'not-fully-seen',
  'not-possible-yet',
  'findings-blocking',
  'no-chances-left',
  'last-chance',
  'nothing-to-return',
  'no-opinion-draft',
  'opinion-incomplete',
  'no-notice',
  'already-concluded',
  'too-early',
  'objection-open',
  'objection-upheld',
  'dispatch-incomplete',
  'own-application',
  'disk-full',
  'failed',
] as const;
export type LeftOutCode = (typeof LEFT_OUT_CODES)[number];
export type LeftOutReason = Readonly<{ code: LeftOutCode; detail: string }>;

export const BATCH_WORDS: Readonly<Record<BatchKindName, string>> = {
  approve: '批量通过',
  return: '批量返回修改',
  opinion: '批量提交基层单位意见',
  conclude: '批量结束公示',
};

/** details of 'not-possible-yet': what an approval lacks that no other code says */
const MISSING: Readonly<Record<string, string>> = {
  'opinion-missing': '基层单位意见还没有提交',
  'publicity-unconcluded': '公示还没有结论',
  'calendar-missing': '所需年度的放假安排没有装入，公示期无法计算',
};

/** detail of 'failed': a return letter longer than the city takes */
export const LETTER_TOO_LONG = 'letter-too-long';

const WORDS: Readonly<Record<LeftOutCode, string | ((detail: string) => string)>> = {
  'not-found': '申报已不在本单位',
  'not-at-unit-review': '现在不在单位审核',
  'closed-for-year': '本年度不再受理（五（三）注意）',
  decided: '已经办过',
  'changed-meanwhile': '预览以后有变化，请重新看过再办',
  'not-fully-seen': (count) => `还有${count}个模块没看`,
  'not-possible-yet': (missing) => MISSING[missing] ?? '还不具备条件',
  'findings-blocking': (count) => `有${count}个必须解决的问题`,
  'no-chances-left': '4次机会已用完，不能再返回',
  'last-chance': '只剩最后1次机会',
  'nothing-to-return': '没有要申报人修改的内容',
  'no-opinion-draft': '没有待提交的基层单位意见草稿',
  'opinion-incomplete': (what) => (what === '' ? '基层单位意见没有填完' : `基层单位意见没有填完：${what}`),
  'no-notice': '还没有公示',
  'already-concluded': '公示已有结论',
  'too-early': (date) => `公示期未满，${date}起才能办`,
  'objection-open': '公示有异议，还没有处理完',
  'objection-upheld': '公示异议属实',
  'dispatch-incomplete': '劳务派遣的双公示、双审核、双盖章还不齐',
  'own-application': '这是您本人的申报，请由其他审核人办理',
  'disk-full': '磁盘空间不足，没有办成',
  failed: (what) => (what === LETTER_TOO_LONG ? '意见超过5000字' : '没有办成'),
};

/** 「公示期未满，2026-09-25起才能办」: part of a sentence, without its full stop. */
export function leftOutWords({ code, detail }: LeftOutReason): string {
  const words = WORDS[code];
  return typeof words === 'string' ? words : words(detail);
}
