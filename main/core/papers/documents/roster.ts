/**
 * 推荐人员一览表, A3 lying: 人员情况一览表 in its two-row head, as it is in use. What nobody files (外语, 计算机, 破格)
 * stays blank for the hand.
 */
import { LEVEL_WORDS, type Application } from '#model/application.ts';
import type { UnitFacts } from '#model/unit-facts.ts';
import type { Block, Cell, Row, Section } from '#ports/paper-document.ts';
import { filed, heldTitle, highestEducation, nameOf, recordsOf, sexOf } from './filed.ts';
import { paperDay, paperMonth } from './given-days.ts';
import { filingGroups, type FilingGroup } from './groups.ts';
import {
  cell,
  centred,
  DATE_BLANK,
  label,
  line,
  row,
  section,
  signature,
  SIZES,
  table,
  text,
  title,
} from './layout.ts';

export type RosterPerson = Readonly<{
  application: Application;
  /** the record of the title held now; null: none */
  heldRecordId: string | null;
  /** 专业年限 and 任职年限 as they were counted; '' where nobody could */
  yearsInProfession: string;
  yearsInTitle: string;
}>;

export type RosterInput = Readonly<{
  unit: UnitFacts;
  people: readonly RosterPerson[];
  /** names of the series in the order of Q1 */
  seriesOrder: readonly string[];
}>;

/** A list each for every series, level and committee. */
export function roster({ unit, people, seriesOrder }: RosterInput): readonly Section[] {
  return filingGroups(people, seriesOrder).map((group, at) =>
    section(listBlocks(unit, group, at), {
      sheet: 'a3-lying',
      footer: { left: `报送：${group.committee}`, centre: '第{page}页 共{pages}页', right: unit.name },
    }),
  );
}

function listBlocks(
  unit: UnitFacts,
  { year, series, level, people }: FilingGroup<RosterPerson>,
  at: number,
): readonly Block[] {
  const words = `${year}年度申报${series}系列${LEVEL_WORDS[level]}专业技术职务任职资格人员情况一览表`;
  return [
    { kind: 'mark', id: `roster:${at + 1}`, bookmark: { title: words, level: 0 } },
    title(words, { size: SIZES.smallTwo, after: 3 }),
    filledInBy(unit),
    table(WIDTHS, [...HEAD, ...people.map(personRow)], { headRows: HEAD.length, size: SIZES.smallFive }),
    { kind: 'space', height: 4 },
    endLine(people.length),
  ];
}

/** 单位（盖章） 填报人 联系电话 填报时间 */
function filledInBy({ name, phone }: UnitFacts): Block {
  const cells = [
    cell([text(`单位（盖章）：${name}`)]),
    cell([line(signature('填报人：', 34))]),
    cell([text(`联系电话：${phone}`)]),
    cell([line([{ text: '填报时间：' }, ...DATE_BLANK], { align: 'right' })]),
  ];
  return table([140, 70, 75, 90], [row(cells, { staysWhole: true })], { lines: 'none', size: SIZES.five });
}

/** mm of 375, in the order of the columns; the four of the present title stand under one head. */
const BEFORE_TITLE = [
  ['序号', 9],
  ['姓名', 20],
  ['性别', 9],
  ['出生年月', 20],
  ['参加工作\n时间', 20],
  ['现从事\n专业', 18],
  ['专业\n年限', 11],
] as const;
const OF_TITLE = [
  ['资格名称', 20],
  ['获得资格\n时间', 20],
  ['任职\n年限', 11],
  ['终审单位', 30],
] as const;
const AFTER_TITLE = [
  ['学历', 17],
  ['学位', 18],
  ['毕业学校', 28],
  ['所学专业', 24],
  ['毕业时间', 20],
  ['外语\n成绩', 12],
  ['计算机\n成绩', 14],
  ['申报资格\n名称', 22],
  ['申报专业', 19],
  ['是否\n破格', 13],
] as const;

const WIDTHS = [...BEFORE_TITLE, ...OF_TITLE, ...AFTER_TITLE].map(([, width]) => width);

const overBoth = ([word]: readonly [string, number]): Cell => label(word, { rows: 2 });
const HEAD: readonly Row[] = [
  row([...BEFORE_TITLE.map(overBoth), label('现专业技术资格', { columns: 4 }), ...AFTER_TITLE.map(overBoth)], {
    minHeight: 8,
    staysWhole: true,
  }),
  row(
    OF_TITLE.map(([word]) => label(word)),
    { minHeight: 8, staysWhole: true },
  ),
];

function personRow(person: RosterPerson, at: number): Row {
  const { application, heldRecordId, yearsInProfession, yearsInTitle } = person;
  const { applicant, filing } = application;
  const [basic] = recordsOf(application, 'basic');
  const held = heldTitle(application, heldRecordId);
  const education = highestEducation(application);
  const values = [
    String(at + 1),
    nameOf(application),
    sexOf(application),
    paperMonth(filed(basic, 'birthday') || applicant.birthday),
    paperDay(filed(basic, 'workSince')),
    filed(basic, 'post'),
    yearsInProfession,
    filed(held, 'title'),
    paperDay(filed(held, 'obtainedOn')),
    yearsInTitle,
    filed(held, 'authority'),
    filed(education, 'level'),
    filed(education, 'degree'),
    filed(education, 'school'),
    filed(education, 'major'),
    paperDay(filed(education, 'to')),
    '',
    '',
    filing.title,
    filing.specialty,
    '',
  ];
  return row(
    values.map((value) => centred(value)),
    { minHeight: 11, staysWhole: true },
  );
}

function endLine(people: number): Block {
  const cells = [
    cell([text(`共${people}人`)]),
    cell([line(signature('审核人（签字）：', 40))]),
    cell([line(signature('单位负责人（签字）：', 40), { align: 'right' })]),
  ];
  return table([1, 1, 1], [row(cells, { staysWhole: true })], { lines: 'none', size: SIZES.five });
}
