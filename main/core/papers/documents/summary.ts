/** 申报情况汇总表: how many the unit recommends, by series, level and committee, and who they are. */
import { FILING_KINDS, LEVEL_WORDS, type Application, type FilingKind } from '#model/application.ts';
import type { UnitFacts } from '#model/unit-facts.ts';
import type { Block, Row, Section } from '#ports/paper-document.ts';
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

export type SummaryInput = Readonly<{
  unit: UnitFacts;
  year: number;
  applications: readonly Application[];
  /** names of the series in the order of Q1 */
  seriesOrder: readonly string[];
}>;

type Group = FilingGroup<Readonly<{ application: Application }>>;

export function summary({ unit, year, applications, seriesOrder }: SummaryInput): readonly Section[] {
  const people = applications.map((application) => ({ application }));
  const groups = filingGroups(people, seriesOrder);
  const blocks: readonly Block[] = [
    title(`${year}年度专业技术职务任职资格申报情况汇总表`),
    text(`填报单位（盖章）：${unit.name}`, { after: 2 }),
    table(WIDTHS, [HEAD, ...rowsOf(groups), totalRow('合计', people)], { headRows: 1, size: SIZES.five }),
    { kind: 'space', height: 8 },
    signedBy(unit),
  ];
  return [section(blocks, { sheet: 'a4-lying', footer: { left: '', centre: '第{page}页 共{pages}页', right: '' } })];
}

const WIDTHS = [12, 32, 18, 62, 15, ...FILING_KINDS.map(() => 15), 68];
/** FILING_KIND_WORDS, as they break in a narrow column. */
const KIND_HEADS: Readonly<Record<FilingKind, string>> = {
  review: '评审',
  'series-change': '转系列\n评审',
  recognition: '考核\n定职',
};
const HEAD: Row = row(
  ['序号', '系列', '级别', '评审委员会', '人数', ...FILING_KINDS.map((kind) => KIND_HEADS[kind]), '姓名'].map((word) =>
    label(word),
  ),
  { minHeight: 10, staysWhole: true },
);

/** A series of several rows has a sum of its own. */
function rowsOf(groups: readonly Group[]): readonly Row[] {
  return groups.flatMap((group, at) => {
    const own = groupRow(group, at + 1);
    const series = groups.filter(({ series: name }) => name === group.series);
    const isLast = groups[at + 1]?.series !== group.series;
    const people = series.flatMap((one) => one.people);
    return isLast && series.length > 1 ? [own, totalRow(`${group.series}小计`, people)] : [own];
  });
}

function groupRow({ series, level, committee, people }: Group, no: number): Row {
  const names = people.map(({ application }) => application.applicant.name).join('、');
  const words = [centred(String(no)), cell(series), centred(LEVEL_WORDS[level]), cell(committee)];
  return row([...words, ...countsOf(people).map((count) => centred(count)), cell(names)], { minHeight: 10 });
}

function totalRow(words: string, people: Group['people']): Row {
  const counts = countsOf(people).map((count) => centred(count));
  return row([label(words, { columns: 4 }), ...counts, cell('')], { minHeight: 10, staysWhole: true });
}

/** All, then by kind; nobody is left blank. */
function countsOf(people: Group['people']): readonly string[] {
  const byKind = FILING_KINDS.map(
    (kind) => people.filter(({ application }) => application.filing.kind === kind).length,
  );
  return [String(people.length), ...byKind.map((count) => (count === 0 ? '' : String(count)))];
}

function signedBy({ contact, phone }: UnitFacts): Block {
  const look = { size: SIZES.smallFour, lineHeight: 2 } as const;
  const cells = [
    cell([line(signature('填报人（签字）：', 38), look), text(`联系人：${contact}　${phone}`, look)]),
    cell([line(signature('审核人（签字）：', 38), look)], { vertical: 'top' }),
    cell([line(signature('单位负责人（签字）：', 38), look), line([{ text: '填报时间：' }, ...DATE_BLANK], look)]),
  ];
  return table([1, 1, 1], [row(cells, { staysWhole: true })], { lines: 'none' });
}
