/**
 * 基层单位意见 as it is printed: the person's evaluation, then one paragraph on how the recommendation came
 * about, written from the form's fields and the publicity record (五(三)5). What is open reads 〔待填：…〕.
 */
import type { PublicityOutcome } from './application.ts';
import { formatPaperDate, formatPaperSpan } from './beijing-time.ts';
import type { OpinionForm } from './opinion-form.ts';
import { doVotesAddUp, hasVotes, isMoreThanInvited, needsVotes } from './opinion-votes.ts';

/** The record that the sentence on publicity is written from; it is never typed. Dates are 'YYYY-MM-DD'. */
export type OpinionPublicity = Readonly<{
  postedOn: string;
  endsOn: string;
  place: string;
  /** after the posting day, up to the end; null where the year's calendar is not loaded */
  workingDays: number | null;
  openObjections: number;
  isConcluded: boolean;
  outcome: PublicityOutcome | null;
  /** of this computer; null when it was posted elsewhere */
  noticeId: string | null;
  /** the other unit's notice, of dispatch staff (Q18) */
  other: Readonly<{ unit: string; postedOn: string; endsOn: string; place: string }> | null;
}>;

/** What the text needs of the person and of the notice. */
export type OpinionFacts = Readonly<{
  name: string;
  department: string;
  /** the title filed for */
  title: string;
  /** the present title and its month, '' where there is none */
  presentTitle: string;
  presentSince: string;
  unitName: string;
  publicity: OpinionPublicity | null;
}>;

export type OpinionField = keyof OpinionForm | 'publicity';
/** A run of the text: where it comes from, and what is wrong with it. */
export type OpinionSegment = Readonly<{
  text: string;
  mark: 'missing' | 'contradiction' | null;
  /** null: words of the template */
  field: OpinionField | null;
}>;
export type OpinionParagraph = readonly OpinionSegment[];

export const OPINION_LABELS: Readonly<Record<OpinionField, string>> = {
  evaluation: '对专业技术工作的评价',
  way: '推荐方式',
  scope: '参加推荐的范围',
  invited: '应到人数',
  attended: '实到人数',
  inFavour: '同意票数',
  against: '不同意票数',
  abstained: '弃权票数',
  meeting: '会议名称',
  meetingOn: '会议日期',
  publicity: '公示情况',
  recommendation: '推荐意见',
  head: '负责人',
  ownText: '成文',
};

const PLACEHOLDER = /〔待填[^〕]*〕/gu;

/** A text changed by hand counts as it stands. */
export function writeOpinion(form: OpinionForm, facts: OpinionFacts): readonly OpinionParagraph[] {
  if (form.ownText !== null) return paragraphsOf(form.ownText, 'ownText');
  const evaluation = paragraphsOf(form.evaluation, 'evaluation');
  return [
    ...(evaluation.length === 0 ? [[missing('evaluation')]] : evaluation),
    [
      ...processOf(form),
      ...attendanceOf(form),
      ...votingOf(form),
      said('。'),
      ...publicityOf(facts.publicity, isRecommending(form)),
      ...recommendationOf(form),
    ],
  ];
}

/** The text as it is submitted. */
export function opinionText(form: OpinionForm, facts: OpinionFacts): string {
  return writeOpinion(form, facts)
    .map((paragraph) => paragraph.map(({ text }) => text).join(''))
    .join('\n');
}

/** Characters as people count them: blanks do not. */
export function countCharacters(text: string): number {
  return [...text.replaceAll(/\s/gu, '')].length;
}

/** 「主要业绩」 of every 〔待填：主要业绩〕, each once. */
export function openPoints(text: string): readonly string[] {
  return [...new Set((text.match(PLACEHOLDER) ?? []).map((found) => found.slice(3, -1).replace(/^[:：]\s*/u, '')))];
}

export function isRecommending({ recommendation }: Pick<OpinionForm, 'recommendation'>): boolean {
  return recommendation.includes('同意') && !recommendation.includes('不同意');
}

/** 「同意推荐申报高级教师」 said of somebody who files for another title; other words stay as they are. */
export function recommendationFor(recommendation: string, title: string): string {
  return recommendation.replace(/^((?:不)?同意推荐申报).*$/u, `$1${title}`);
}

type Process = Readonly<{ by: 'people' | 'meeting'; host: string; verb: string }>;

/** Recommended by the people who came together, or by a meeting that a body holds. */
const PROCESSES: Readonly<Record<string, Process>> = {
  民主推荐: { by: 'people', host: '会议', verb: '民主推荐' },
  推荐小组评议: { by: 'people', host: '会议', verb: '评议推荐' },
  推荐小组评议并投票: { by: 'people', host: '会议', verb: '评议并投票推荐' },
  同行评议: { by: 'people', host: '会议', verb: '同行评议推荐' },
  职工代表大会推荐: { by: 'meeting', host: '职工代表大会', verb: '推荐' },
  '党委（党组）会议研究': { by: 'meeting', host: '党委（党组）会议', verb: '研究推荐' },
  领导班子会议研究: { by: 'meeting', host: '领导班子会议', verb: '研究推荐' },
};

/** 推荐方式, 参加推荐的范围, 意见形成情况 in one sentence, as far as its commas. */
function processOf(form: OpinionForm): OpinionParagraph {
  const scope = filled('scope', form.scope);
  const date = filled('meetingOn', form.meetingOn && formatPaperDate(form.meetingOn));
  const process = PROCESSES[form.way];
  const host = form.meeting.trim();
  if (process?.by === 'people') {
    const isNamedTwice = form.scope.trim() !== '' && host.includes(form.scope.trim());
    const people = isNamedTwice ? [] : [scope];
    return [said('经'), ...people, date, from('meeting', host || process.host), from('way', process.verb)];
  }
  const among = [said('，参加推荐的范围为'), scope];
  if (process) return [said('经'), from('meeting', host || process.host), date, from('way', process.verb), ...among];
  const meeting = host === '' ? [] : [said('经'), from('meeting', host)];
  return [...meeting, date, said('以“'), filled('way', form.way), said('”的方式推荐'), ...among];
}

function attendanceOf(form: OpinionForm): OpinionParagraph {
  const isNeeded = needsVotes(form.way);
  const mark = isMoreThanInvited(form) ? 'contradiction' : null;
  return [
    ...counted('invited', '应到', form.invited, '人', { isNeeded, mark }),
    ...counted('attended', '实到', form.attended, '人', { isNeeded: isNeeded || hasVotes(form), mark }),
  ];
}

function votingOf(form: OpinionForm): OpinionParagraph {
  const isNeeded = needsVotes(form.way) || hasVotes(form);
  const how = { isNeeded, mark: doVotesAddUp(form) === false ? 'contradiction' : null } as const;
  return [
    ...counted('inFavour', '同意', form.inFavour, '票', how),
    ...counted('against', '不同意', form.against, '票', how),
    ...counted('abstained', '弃权', form.abstained, '票', how),
  ];
}

type Counting = Readonly<{ isNeeded: boolean; mark: OpinionSegment['mark'] }>;

/** 「，同意22票」; nothing where no number is asked for. */
function counted(
  field: OpinionField,
  before: string,
  count: number | null,
  unit: string,
  { isNeeded, mark }: Counting,
): OpinionParagraph {
  if (count === null) return isNeeded ? [said('，'), missing(field)] : [];
  return [said('，'), { text: `${before}${count}${unit}`, mark, field }];
}

/** 「2026年9月9日至9月16日在校园公告栏公示5个工作日，无异议。」; what is open reads 〔待填：…〕. */
export function publicitySentence(publicity: OpinionPublicity): string {
  return publicityOf(publicity, false)
    .map(({ text }) => text)
    .join('');
}

function publicityOf(publicity: OpinionPublicity | null, isRecommended: boolean): OpinionParagraph {
  if (publicity === null) return [missing('publicity'), said('。')];
  const { postedOn, place, workingDays, isConcluded, openObjections, outcome, other } = publicity;
  if (!isConcluded || openObjections > 0) {
    const result = openObjections > 0 ? '公示异议的核实结果' : '公示结果';
    const sofar = `${formatPaperDate(postedOn)}起在${place}公示，`;
    return [from('publicity', sofar), missing('publicity', result), said('。')];
  }
  const days = workingDays === null ? '' : `${workingDays}个工作日`;
  const others = other ? `；${other.unit}${formatPaperSpan(other.postedOn, other.endsOn)}在${other.place}公示` : '';
  return [
    from(
      'publicity',
      `${formatPaperSpan(publicity.postedOn, publicity.endsOn)}在${place}公示${days}${others}${outcome === null ? '' : '，'}`,
    ),
    ...(outcome === null ? [] : [outcomeOf(outcome, isRecommended)]),
    said('。'),
  ];
}

function outcomeOf(outcome: PublicityOutcome, isRecommended: boolean): OpinionSegment {
  const mark = outcome === 'objection-upheld' && isRecommended ? 'contradiction' : null;
  return { text: OUTCOMES[outcome], mark, field: 'publicity' };
}

const OUTCOMES: Readonly<Record<PublicityOutcome, string>> = {
  'no-objection': '无异议',
  'objection-settled': '收到的异议经核实不影响推荐',
  'objection-upheld': '收到的异议经核实属实',
};

function recommendationOf({ recommendation }: OpinionForm): OpinionParagraph {
  const words = recommendation.trim().replace(/[。；，]+$/u, '');
  return [filled('recommendation', words), said('。')];
}

function filled(field: OpinionField, value: string): OpinionSegment {
  const text = value.trim();
  return text === '' ? missing(field) : from(field, text);
}

function said(text: string): OpinionSegment {
  return { text, mark: null, field: null };
}

function from(field: OpinionField, text: string): OpinionSegment {
  return { text, mark: null, field };
}

function missing(field: OpinionField, what: string = OPINION_LABELS[field]): OpinionSegment {
  return { text: `〔待填：${what}〕`, mark: 'missing', field };
}

function paragraphsOf(text: string, field: OpinionField): readonly OpinionParagraph[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter(Boolean).map((line) => marked(line, field));
}

/** Typed words with every 〔待填：…〕 of theirs apart. */
function marked(text: string, field: OpinionField): OpinionParagraph {
  const gaps = text.match(PLACEHOLDER) ?? [];
  const words = text.split(PLACEHOLDER);
  return words.flatMap((run, index) => {
    const gap = gaps[index];
    const before = run === '' ? [] : [from(field, run)];
    return gap === undefined ? before : [...before, { text: gap, mark: 'missing' as const, field }];
  });
}
