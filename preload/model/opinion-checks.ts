/** What is missing in a 基层单位意见, contradicts itself, or looks copied (五(三)5). Only blocking ones stop it. */
import { formatMonthDayShort, formatPaperDate } from './beijing-time.ts';
import type { Severity } from './finding.ts';
import type { OpinionForm } from './opinion-form.ts';
import {
  countCharacters,
  isRecommending,
  OPINION_LABELS,
  openPoints,
  opinionText,
  type OpinionFacts,
  type OpinionField,
  type OpinionPublicity,
} from './opinion-text.ts';
import { doVotesAddUp, hasVotes, isMoreThanInvited, needsVotes, VOTES, votesOf } from './opinion-votes.ts';
import { PUBLICITY_DAYS } from './publicity-dates.ts';

export type OpinionCheck = Readonly<{
  code: string;
  severity: Exclude<Severity, 'hint'>;
  /** where it is put right */
  field: OpinionField;
  /** 「票数合不上」 */
  title: string;
  /** 「同意22+不同意1+弃权0=23，与实到24不一致。」 */
  text: string;
}>;

export type CheckedAgainst = Readonly<{
  /** 'YYYY-MM-DD' in Beijing */
  today: string;
  /** of the other applicants */
  otherNames: Iterable<string>;
  similarTo: Readonly<{ name: string; percent: number }> | null;
}>;

/** 「一般不少于150字」, in characters of the whole text */
const USUAL_LEAST = 150;
/** The wire's limit, in UTF-16 units */
export const OPINION_LIMIT = 10_000;

/** In the order of the form. */
export function checkOpinion(form: OpinionForm, facts: OpinionFacts, against: CheckedAgainst): readonly OpinionCheck[] {
  return [
    ...checkEvaluation(form, facts, against),
    ...checkFields(form),
    ...checkMeeting(form, facts, against.today),
    ...checkNumbers(form),
    ...checkPublicity(form, facts.publicity),
    ...checkRecommendation(form, facts),
    ...checkText(form, facts),
  ];
}

export function isBlocking({ severity }: OpinionCheck): boolean {
  return severity === 'blocking';
}

function checkEvaluation(form: OpinionForm, { name }: OpinionFacts, against: CheckedAgainst): readonly OpinionCheck[] {
  // a text changed by hand is read as it stands
  const written = form.ownText ?? form.evaluation;
  const field = form.ownText === null ? 'evaluation' : 'ownText';
  if (written.trim() === '') return [lacks(field)];
  const checks = openPoints(written).map((what) => openPoint(field, what));
  const withoutOwn = written.replaceAll(name, '');
  const other = [...against.otherNames].find((one) => one !== name && one.length > 1 && withoutOwn.includes(one));
  if (other !== undefined) {
    checks.push(look('other-name', field, '出现了别人的姓名', `评价里写到了“${other}”，请核对是否写错了人。`));
  }
  if (form.ownText === null && !FACT.test(written)) {
    checks.push(look('no-facts', field, '评价没有具体业绩', '评价里没有数字，也没有成果名称，请写具体的业绩。'));
  }
  const { similarTo } = against;
  if (similarTo) {
    const text = `与${similarTo.name}的评价有${similarTo.percent}%相同，请写本人的业绩。`;
    checks.push(look('similar', 'evaluation', '评价与别人相同', text));
  }
  return checks;
}

/** A number, the name of a work, or so and so many of something; 「一名好教师」 is none. */
const FACT = /[\d《]|[一二两三四五六七八九十百千万][个项篇次届年件部节场]|[二两三四五六七八九十百千万][名人]/u;

function openPoint(field: OpinionField, what: string): OpinionCheck {
  if (field === 'evaluation') {
    return block('open-point', field, `评价缺${what || '内容'}`, '提交前须写本人的业绩，每人不同。');
  }
  return block('open-point', field, `成文缺${what || '内容'}`, `成文里还有〔待填〕，提交前须写好。`);
}

const ALWAYS_ASKED = ['way', 'scope', 'meetingOn', 'recommendation', 'head'] as const;

function checkFields(form: OpinionForm): readonly OpinionCheck[] {
  return ALWAYS_ASKED.filter((field) => form[field].trim() === '').map(lacks);
}

function checkMeeting({ meetingOn }: OpinionForm, { publicity }: OpinionFacts, today: string): readonly OpinionCheck[] {
  if (meetingOn === '') return [];
  const title = '会议日期要核对';
  if (meetingOn > today) return [look('meeting-future', 'meetingOn', title, `会议日期${meetingOn}还没有到。`)];
  if (!publicity || meetingOn <= publicity.postedOn) return [];
  const text = `会议日期${meetingOn}晚于公示发布日${publicity.postedOn}，推荐意见应在公示前形成。`;
  return [look('meeting-after-posting', 'meetingOn', title, text)];
}

function checkNumbers(form: OpinionForm): readonly OpinionCheck[] {
  const { way, invited, attended } = form;
  const isVoted = needsVotes(way) || hasVotes(form);
  const asked: readonly (keyof typeof form & OpinionField)[] = isVoted ? ['invited', 'attended', ...VOTES] : [];
  const checks = asked.filter((field) => form[field] === null).map(lacks);
  if (!isVoted && way !== '' && attended === null) {
    const text = '没有写参加推荐的人数，指南要求写明（五（三）5）。';
    checks.push(look('attendance-missing', 'attended', '没有写人数', text));
  }
  if (isMoreThanInvited(form)) {
    checks.push(block('too-many-attended', 'attended', '人数不对', `实到${attended}人，多于应到${invited}人。`));
  }
  return [...checks, ...checkVotes(form)];
}

function checkVotes(form: OpinionForm): readonly OpinionCheck[] {
  const votes = votesOf(form);
  const { attended } = form;
  if (votes === null || attended === null) return [];
  const { inFavour, against, abstained } = votes;
  if (doVotesAddUp(form) === false) {
    const sum = `同意${inFavour}+不同意${against}+弃权${abstained}=${inFavour + against + abstained}`;
    return [block('votes-differ', 'inFavour', '票数合不上', `${sum}，与实到${attended}不一致。`)];
  }
  if (!isRecommending(form) || inFavour * 2 > attended) return [];
  const text = `同意${inFavour}票，没有超过实到${attended}人的一半，推荐意见却是同意推荐。`;
  return [look('no-majority', 'inFavour', '同意票没有过半', text)];
}

function checkPublicity(form: OpinionForm, publicity: OpinionPublicity | null): readonly OpinionCheck[] {
  if (publicity === null) {
    const text = `还没有公示。公示不少于${PUBLICITY_DAYS}个工作日，无异议方可推荐（指南第18问）。`;
    return [block('publicity-missing', 'publicity', '没有公示', text)];
  }
  if (publicity.openObjections > 0) {
    return [block('objection-open', 'publicity', '公示有异议', '公示收到的异议还没有核实。')];
  }
  if (!publicity.isConcluded) {
    const text = `公示到${formatMonthDayShort(publicity.endsOn)}期满，结束后才能提交。`;
    return [block('publicity-unconcluded', 'publicity', '公示没有结束', text)];
  }
  if (publicity.outcome !== 'objection-upheld' || !isRecommending(form)) return [];
  const text = '公示收到的异议经核实属实，不能写同意推荐（指南第18问）。';
  return [block('objection-upheld', 'recommendation', '推荐意见与公示结果矛盾', text)];
}

/** The commonest slip of copying: the title of the one before. */
function checkRecommendation(form: OpinionForm, { title }: OpinionFacts): readonly OpinionCheck[] {
  if (!isRecommending(form) || form.recommendation.includes(title)) return [];
  const text = `申报的是“${title}”，推荐意见里没有写这个名称。`;
  return [look('title-differs', 'recommendation', '推荐的资格要核对', text)];
}

function checkText(form: OpinionForm, facts: OpinionFacts): readonly OpinionCheck[] {
  const text = opinionText(form, facts);
  const count = countCharacters(text);
  const checks = form.ownText === null ? [] : [...notSaid(form, facts, form.ownText)];
  const field = form.ownText === null ? 'evaluation' : 'ownText';
  if (count < USUAL_LEAST) {
    checks.push(look('short', field, '成文较短', `成文共${count}字，一般不少于${USUAL_LEAST}字。`));
  }
  if (text.length > OPINION_LIMIT) {
    checks.push(block('long', field, '成文太长', `成文共${count}字，最多${OPINION_LIMIT}字。`));
  }
  return checks;
}

/** Facts of the form that a text changed by hand does not say any more. */
function notSaid(form: OpinionForm, facts: OpinionFacts, text: string): readonly OpinionCheck[] {
  const { publicity } = facts;
  const expected: readonly (readonly [OpinionField, string, boolean])[] = [
    ['ownText', `申报人“${facts.name}”`, text.includes(facts.name)],
    ['scope', `参加推荐的范围“${form.scope.trim()}”`, text.includes(form.scope.trim())],
    ['meetingOn', `会议日期${form.meetingOn}`, saysDate(text, form.meetingOn)],
    ['invited', `应到${form.invited}人`, saysNumber(text, form.invited)],
    ['attended', `实到${form.attended}人`, saysNumber(text, form.attended)],
    ['inFavour', `同意${form.inFavour}票`, saysNumber(text, form.inFavour)],
    ['against', `不同意${form.against}票`, saysNumber(text, form.against)],
    ['abstained', `弃权${form.abstained}票`, saysNumber(text, form.abstained)],
    ['publicity', `公示发布日${publicity?.postedOn}`, saysDate(text, publicity?.postedOn ?? '')],
    ['publicity', `公示期满日${publicity?.endsOn}`, saysDate(text, publicity?.endsOn ?? '')],
    ['recommendation', `申报的资格“${facts.title}”`, text.includes(facts.title)],
  ];
  return expected
    .filter(([, , isSaid]) => !isSaid)
    .map(([field, what]) => look('not-said', field, '成文与表中不一致', `成文里没有写${what}。`));
}

/** In any of the ways in which a day of a known year is written. */
function saysDate(text: string, date: string): boolean {
  if (date === '') return true;
  const [, onPaper = ''] = formatPaperDate(date).split('年');
  // 「9月9日至16日」 leaves the second month out
  const ways = [onPaper, formatMonthDayShort(date), `至${Number(date.slice(8))}日`];
  return ways.some((way) => new RegExp(`(?<!\\d)${way}`, 'u').test(text));
}

/** Nobody writes 「弃权0票」 by hand. */
function saysNumber(text: string, count: number | null): boolean {
  return count === null || count === 0 || new RegExp(`(?<!\\d)${count}(?!\\d)`, 'u').test(text);
}

function lacks(field: OpinionField): OpinionCheck {
  const label = OPINION_LABELS[field];
  return block('missing', field, `缺${label}`, `提交前须填写${label}。`);
}

function block(code: string, field: OpinionField, title: string, text: string): OpinionCheck {
  return { code, severity: 'blocking', field, title, text };
}

function look(code: string, field: OpinionField, title: string, text: string): OpinionCheck {
  return { code, severity: 'look', field, title, text };
}
