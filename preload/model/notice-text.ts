/**
 * 公示通知: what a notice shows (Q18), and its text as it is posted. The planner shows it while the
 * notice is still being written and the core keeps the same text, so both have it from here.
 */
import { formatPaperDate, formatPaperSpan } from './beijing-time.ts';
import { PUBLICITY_DAYS } from './publicity-dates.ts';

export type NoticeFacts = Readonly<{
  /** 地点和方式 */
  place: string;
  /** 公示内容: 学历、资历条件及学术、业绩成果等 */
  shown: string;
  /** 受理部门或联系人 */
  contact: string;
  /** 受理异议的电话 */
  phone: string;
  /** 材料在哪里看 */
  materialsAt: string;
}>;

/** Q18 names what has to be shown; without a place and a telephone nobody could object. */
const REQUIRED = ['place', 'shown', 'phone'] as const satisfies readonly (keyof NoticeFacts)[];
export type RequiredNoticeFact = (typeof REQUIRED)[number];

/** In the words of Q18; the unit may say it at greater length. */
export const SHOWN_BY_DEFAULT = '申报人的学历、资历条件，学术、业绩成果等';

export type NoticePersonShown = Readonly<{ name: string; department: string; title: string }>;

export type NoticeContent = Readonly<{
  unitName: string;
  year: number;
  /** 'YYYY-MM-DD'; `endsOn` null where it cannot be counted yet */
  postedOn: string;
  endsOn: string | null;
  people: readonly NoticePersonShown[];
  facts: NoticeFacts;
}>;

export function missingNoticeFacts(facts: NoticeFacts): readonly RequiredNoticeFact[] {
  return REQUIRED.filter((key) => facts[key].trim() === '');
}

/** The title on the first line, the unit and the day on the last two; paragraphs without indents. */
export function noticeText({ unitName, year, postedOn, endsOn, people, facts }: NoticeContent): string {
  const lines = [
    `关于${year}年度职称申报人员的公示`,
    `按照职称评审工作要求，现将拟推荐申报${titlesOf(people)}职称的${peopleOf(people)}予以公示。${periodOf(postedOn, endsOn)}`,
    labelled('公示内容', facts.shown),
    labelled('公示地点和方式', facts.place),
    labelled('申报材料查阅', facts.materialsAt),
    `公示期内如有异议，请以书面形式实名反映。${receivedBy(facts)}`,
    people.length > 0 ? '拟推荐申报人员名单：' : null,
    ...people.map(
      ({ name, department, title }, at) => `${at + 1}. ${[name, department, title].filter(Boolean).join(' ')}`,
    ),
    unitName,
    formatPaperDate(postedOn),
  ];
  return lines.filter((line) => line !== null).join('\n');
}

function titlesOf(people: readonly NoticePersonShown[]): string {
  const titles = [...new Set(people.map(({ title }) => title))];
  return titles.length === 1 ? (titles[0] ?? '') : '有关';
}

function peopleOf(people: readonly NoticePersonShown[]): string {
  const [first] = people;
  return people.length === 1 && first ? first.name : `${first?.name ?? ''}等${people.length}人`;
}

/** 「公示期为2026年9月18日至9月24日，共5个工作日。」 */
function periodOf(postedOn: string, endsOn: string | null): string {
  if (endsOn === null) return '';
  return `公示期为${formatPaperSpan(postedOn, endsOn)}，共${PUBLICITY_DAYS}个工作日。`;
}

function labelled(label: string, text: string): string | null {
  return text.trim() === '' ? null : `${label}：${text.trim()}`;
}

function receivedBy({ contact, phone }: NoticeFacts): string {
  const who = contact.trim();
  const number = phone.trim();
  if (who === '' && number === '') return '';
  return `受理${who === '' ? '电话' : `：${who}，电话`}：${number}`;
}
