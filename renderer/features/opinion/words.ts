/** Every text of 基层单位意见 (ux 3.5). */
import { formatMonthDayShort, formatTime } from '#model/beijing-time.ts';
import { isBlocking, type OpinionCheck } from '#model/opinion-checks.ts';
import { OPINION_LABELS, type OpinionFacts, type OpinionField } from '#model/opinion-text.ts';
import type { Failure } from '#model/result.ts';
import { formatMoment } from '../../ui/format.ts';
import type { Detail } from '../application/index.ts';
import { troubleOf, troubleText, type Trouble } from '../../ui/trouble.ts';
import type { Opinion, OpinionVersion } from './types.ts';

export const SCOPES: readonly string[] = [
  '职称推荐小组',
  '单位学术委员会',
  '全体专业技术人员',
  '全体教职工',
  '职工代表',
  '党委委员',
];

export function recommendationsFor(title: string): readonly string[] {
  return [`同意推荐申报${title}`, `不同意推荐申报${title}`];
}

/** The locked line: what the publicity record says, or what is still to come. */
export function publicityWords({ publicity }: Pick<OpinionFacts, 'publicity'>): string {
  if (publicity === null) return '还没有公示';
  const { postedOn, endsOn, place, workingDays, openObjections, isConcluded, outcome } = publicity;
  const span = `${formatMonthDayShort(postedOn)}至${formatMonthDayShort(endsOn)}`;
  const days = workingDays === null ? '' : `${workingDays}个工作日`;
  if (openObjections > 0) return `${span}在${place}公示，有${openObjections}件异议没有核实`;
  if (!isConcluded) return `${span}在${place}公示，还没有结束`;
  return `${span}在${place}公示${days}，${outcome === null ? '已结束' : OUTCOME_WORDS[outcome]}`;
}

const OUTCOME_WORDS = {
  'no-objection': '无异议',
  'objection-settled': '有异议已核实，不影响推荐',
  'objection-upheld': '异议属实',
} as const;

/** 「第2稿 09-18 14:03 李敏」 */
export function versionWords({ number, submittedAt, submittedBy }: OpinionVersion): string {
  return `第${number}稿 ${formatMoment(submittedAt)} ${submittedBy}`;
}

type Standing = NonNullable<Detail['unitForms']['opinion']>;

/** 「第2稿 09-18 14:03 李敏」; one that this computer did not write has no number. */
export function standingWords({ number, submittedAt, submittedBy }: Standing): string {
  const what = number === null ? '别处提交' : `第${number}稿`;
  return `${what} ${formatMoment(submittedAt)} ${submittedBy}`;
}

/** Said on the page of the next person. */
export function submittedWords({ name, number }: Readonly<{ name: string; number: number }>): string {
  return `已提交：${name}的基层单位意见（第${number}稿）。`;
}

export function savedWords(savedAt: number | null): string {
  return savedAt === null ? '' : `已保存 ${formatTime(savedAt)}`;
}

/** Why nothing can be written now. */
export const NOT_NOW_WORDS: Readonly<Record<NonNullable<Opinion['notNow']>, string>> = {
  'not-at-unit-review': '这件申报现在不在单位审核，意见只能看。',
  'closed-for-year': '上级已提出3次意见，本年度不再受理（五（三）注意），意见只能看。',
  decided: '这件已经办理，等市系统确认，意见只能看。',
};

export type CheckLine =
  | Readonly<{ kind: 'missing'; fields: readonly OpinionField[] }>
  /** facts of the form that a text changed by hand does not say: 「应到24人」 */
  | Readonly<{ kind: 'unsaid'; facts: readonly string[] }>
  | Readonly<{ kind: 'one'; check: OpinionCheck }>;

/** What is simply not filled in, and what is simply not said, take one line each; the others speak for themselves. */
export function checkLines(checks: readonly OpinionCheck[]): readonly CheckLine[] {
  const missing = checks.filter(({ code }) => code === 'missing').map(({ field }) => field);
  const unsaid = checks.filter(({ code }) => code === 'not-said').map(({ text }) => text.replace(UNSAID, ''));
  const others = checks.filter(({ code }) => code !== 'missing' && code !== 'not-said');
  return [
    ...(missing.length > 0 ? [{ kind: 'missing', fields: missing } as const] : []),
    ...others.map((check) => ({ kind: 'one', check }) as const),
    ...(unsaid.length > 0 ? [{ kind: 'unsaid', facts: unsaid } as const] : []),
  ];
}

const UNSAID = /^成文里没有写|。$/gu;

/** 「还差2处」 as long as something stops it, else what a second look is worth. */
export function stateWords(checks: readonly OpinionCheck[]): string {
  const blocking = checks.filter(isBlocking).length;
  if (blocking > 0) return `还差${blocking}处`;
  return checks.length > 0 ? `${checks.length}处请核对` : '没有发现问题';
}

export function fieldWord(field: OpinionField): string {
  return OPINION_LABELS[field];
}

/** Numbers whose edge is red, by what is wrong. */
export const WRONG_NUMBERS: Readonly<Record<string, readonly OpinionField[]>> = {
  'votes-differ': ['inFavour', 'against', 'abstained'],
  'too-many-attended': ['invited', 'attended'],
  'no-majority': ['inFavour'],
};

/** 「28份草稿已起草，评价部分须逐人填写。」 */
export function draftedWords({ drafted, skipped }: Readonly<{ drafted: number; skipped: number }>): string {
  const kept = skipped === 0 ? '' : `另外${skipped}位已有内容，没有改动。`;
  return drafted === 0 ? `没有起草。${kept}` : `${drafted}份草稿已起草，评价部分须逐人填写。${kept}`;
}

const NOTHING_LOST = '写的内容已保存。';
export const OPINION_TROUBLES: Readonly<Record<string, Trouble>> = {
  'not-found': {
    happened: '这件申报已不在本单位。',
    meaning: '意见没有提交。',
    advice: '请回到申报审核看最新名单。',
  },
  'stale-version': {
    happened: '申报人的材料刚刚有变化。',
    meaning: `意见没有提交，${NOTHING_LOST}`,
    advice: '请看过申报再提交。',
  },
  'opinion-incomplete': {
    happened: '意见还没有写全。',
    meaning: `没有提交，${NOTHING_LOST}`,
    advice: '请看右边列出的几处。',
  },
  'not-at-unit-review': {
    happened: '这件申报现在不在单位审核。',
    meaning: `意见没有提交，${NOTHING_LOST}`,
    advice: '请看审核记录。',
  },
  'closed-for-year': {
    happened: '上级已提出3次意见，本年度不再受理（五（三）注意）。',
    meaning: '意见没有提交。',
    advice: '可以联系申报人说明。',
  },
  decided: {
    happened: '这件已经办理，等市系统确认。',
    meaning: `意见没有提交，${NOTHING_LOST}`,
    advice: '要改，请先在收发里撤回决定。',
  },
};

export function opinionTrouble(failure: Failure): string {
  return troubleText(troubleOf(failure, OPINION_TROUBLES));
}
