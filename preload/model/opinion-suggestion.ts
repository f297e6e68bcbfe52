/**
 * A first evaluation from what the applicant filed: whole sentences with its numbers and names, and
 * 〔待填：…〕 where only the unit can know. It is the unit that evaluates (五(三)5): nothing here praises.
 */
import type { Application } from './application.ts';
import type { ModuleId } from './modules.ts';
import { EVALUATION_LIMIT } from './opinion-form.ts';

type Fields = Readonly<Record<string, string>>;
type Filed = (id: ModuleId) => readonly Fields[];

/** So many of each are named, the latest first. */
const MOST_WORKS = 4;
const MOST_OTHERS = 3;
/** of what a piece of work came to, in characters */
const RESULT_LENGTH = 120;
const YEARS_ASSESSED = 5;

export function suggestEvaluation(application: Pick<Application, 'applicant' | 'modules'>): string {
  const modules = new Map(application.modules.map(({ id, records }) => [id, records.map(({ fields }) => fields)]));
  const filed: Filed = (id) => modules.get(id) ?? [];
  const present = latest(filed('current-title'), 'obtainedOn')[0];
  const since = present?.['obtainedOn'] ?? '';
  return [
    openingOf(application.applicant, filed, present),
    '〔待填：品德和履职表现〕。',
    worksSince(filed('main-work'), since),
    achievementsSince(filed, since),
    assessed(filed('assessment')),
    '〔待填：单位对其专业能力和业绩的评价〕。',
  ]
    .join('')
    .slice(0, EVALUATION_LIMIT);
}

function openingOf({ name, department }: Application['applicant'], filed: Filed, present: Fields | undefined): string {
  const post = value(filed('basic')[0], 'post').replace(/(?:专业技术)?工作$/u, '');
  const work = `在${department || '本单位'}从事${post}专业技术工作`;
  const title = value(present, 'title').replace(/资格$/u, '');
  const since = onPaper(value(present, 'obtainedOn'));
  if (title !== '' && since !== '') return `${name}同志${since}取得${title}资格以来，${work}，`;
  if (title !== '') return `${name}同志现有${title}资格，${work}，`;
  const schooling = latest(filed('education'), 'to')[0];
  const graduated = onPaper(value(schooling, 'to'));
  const from = graduated && `${graduated}毕业于${value(schooling, 'school')}${value(schooling, 'major')}专业，`;
  return `${name}同志${from}${work}，`;
}

/** Since the present title, which is what counts; work that was still going on then belongs to it. */
function worksSince(works: readonly Fields[], since: string): string {
  const counted = latest(works, 'to').filter((work) => value(work, 'to') === '' || value(work, 'to') >= since);
  if (counted.length === 0) return '〔待填：主要业绩〕。';
  const named = counted.slice(0, MOST_WORKS).map((work) => {
    const result = inShort(value(work, 'result'));
    return `${acted(value(work, 'role'), value(work, 'name'))}${result && `，${result}`}`;
  });
  return `${since === '' ? '' : '任现职以来，'}${named.join('；')}。`;
}

/** 「主持校园网络改造」, or 「承担校园网络改造（第一完成人）」 where the role is no verb. */
function acted(role: string, name: string): string {
  if (VERBS.test(role)) return `${role}${name}`;
  return role === '' ? `承担${name}` : `承担${name}（${role}）`;
}

const VERBS = /^(?:主持|主讲|主编|参编|参加|参与|主要参与|负责|牵头|组织|指导|承担|协助|独立承担|独立完成)$/u;

const ACHIEVEMENTS: readonly (readonly [ModuleId, dated: string, sentence: (record: Fields) => string])[] = [
  ['project', 'to', (one) => acted(value(one, 'role'), `${sourceOf(one)}${titled(one)}`)],
  [
    'award',
    'awardedOn',
    (one) => `${yearOf(one, 'awardedOn')}获${value(one, 'authority')}“${bare(one)}”${inBrackets(value(one, 'grade'))}`,
  ],
  ['patent', 'grantedOn', (one) => `获${value(one, 'kind')}专利“${bare(one)}”${inBrackets(rankOf(one))}`],
  [
    'book',
    'publishedOn',
    (one) => `${yearOf(one, 'publishedOn')}出版著作${titled(one)}${inBrackets(value(one, 'rank'))}`,
  ],
  [
    'paper',
    'publishedOn',
    (one) =>
      `${yearOf(one, 'publishedOn')}在${titled(one, 'journal')}发表论文${titled(one)}${inBrackets(value(one, 'rank'))}`,
  ],
];

function achievementsSince(filed: Filed, since: string): string {
  const said = ACHIEVEMENTS.flatMap(([id, dated, sentence]) =>
    latest(filed(id), dated)
      .filter((record) => value(record, dated) === '' || value(record, dated) >= since)
      .slice(0, MOST_OTHERS)
      .map(sentence),
  );
  return said.length === 0 ? '' : `${said.join('；')}。`;
}

/** 「2021年至2025年年度考核均为合格。」 */
function assessed(records: readonly Fields[]): string {
  const years = records
    .flatMap((record) => {
      const year = Number.parseInt(value(record, 'year'), 10);
      return Number.isNaN(year) || value(record, 'grade') === '' ? [] : [{ year, grade: value(record, 'grade') }];
    })
    .toSorted((a, b) => a.year - b.year)
    .slice(-YEARS_ASSESSED);
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return '';
  const isUnbroken = last.year - first.year === years.length - 1;
  if (years.length > 1 && isUnbroken && years.every(({ grade }) => grade === first.grade)) {
    return `${first.year}年至${last.year}年年度考核均为${first.grade}。`;
  }
  const byGrade = [...Map.groupBy(years, ({ grade }) => grade)];
  return `年度考核${byGrade.map(([grade, of]) => `${of.map(({ year }) => `${year}年`).join('、')}为${grade}`).join('，')}。`;
}

/** Newest first by a month of theirs; what is still going on has none and comes first. */
function latest(records: readonly Fields[], dated: string): readonly Fields[] {
  const key = (record: Fields) => value(record, dated) || '9999';
  return records.toSorted((a, b) => (key(a) < key(b) ? 1 : -1));
}

function value(record: Fields | undefined, key: string): string {
  return record?.[key]?.trim() ?? '';
}

/** The first sentence, cut at a comma where it is long, without its stop. */
function inShort(text: string): string {
  const [sentence = ''] = text.split(/[。；\n]/u);
  if (sentence.length <= RESULT_LENGTH) return sentence;
  const comma = sentence.lastIndexOf('，', RESULT_LENGTH);
  return sentence.slice(0, comma > 0 ? comma : RESULT_LENGTH);
}

/** 「2016年9月」 of '2016-09'; '' of anything else. */
function onPaper(month: string): string {
  const [, year, number] = /^(\d{4})-(\d{2})/u.exec(month) ?? [];
  return year === undefined ? '' : `${year}年${Number(number)}月`;
}

function yearOf(record: Fields, dated: string): string {
  const [, year] = /^(\d{4})/u.exec(value(record, dated)) ?? [];
  return year === undefined ? '' : `${year}年`;
}

function sourceOf(project: Fields): string {
  const source = value(project, 'source');
  return /(?:课题|项目)$/u.test(source) ? source : `${source}课题`;
}

function rankOf(patent: Fields): string {
  const rank = value(patent, 'rank');
  return rank && `排序${rank}`;
}

function titled(record: Fields, key = 'name'): string {
  return `《${bare(record, key)}》`;
}

function bare(record: Fields, key = 'name'): string {
  return value(record, key).replaceAll(/[《》“”]/gu, '');
}

function inBrackets(text: string): string {
  return text && `（${text}）`;
}
