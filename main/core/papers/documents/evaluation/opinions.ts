/** What the unit, its superior and the committee write: the opinion that was submitted, and room for everything else. */
import type { BasicUnitOpinion } from '#model/application.ts';
import type { Block, Paragraph, Run, Table } from '#ports/paper-document.ts';
import {
  cell,
  centred,
  DATE_BLANK,
  heading,
  label,
  line,
  paragraphs,
  row,
  signature,
  SIZES,
  table,
} from '../layout.ts';

const BESIDE = [12, 153];

/** On a page of its own. 单位推荐意见: ① as it was submitted (五(三)5), ② left to the unit above. */
export function unitOpinionBlocks(opinion: BasicUnitOpinion | null): readonly Block[] {
  return [
    { kind: 'page-break' },
    heading('单位推荐意见'),
    opinion ? writtenOpinion('基层单位意见', opinion.text) : openOpinion('基层单位意见', ['负责人（签字）：'], 70),
    openOpinion('呈报单位意见', ['负责人（签字）：'], 70),
  ];
}

/** Theirs is the last page: the blanks stand together. */
export function committeeBlocks(): readonly Block[] {
  return [
    { kind: 'page-break' },
    heading('评审审批意见'),
    openOpinion('专家评议组或同行专家意见', ['专家（签字）：'], 62),
    votesTable(),
    openOpinion('评审组织意见', ['主任（签字）：'], 62),
    openOpinion('人事或职改部门审批意见', ['负责人（签字）：'], 62),
  ];
}

/** 考试成绩及答辩情况 (kinds of columns as in the form of the former ministry of land). */
export function examBlocks(): readonly Block[] {
  const head = row(
    ['时间', '考试种类', '科目', '成绩', '组织单位'].map((word) => label(word)),
    { minHeight: 9, staysWhole: true },
  );
  const empty = row(
    head.cells.map(() => cell('')),
    { minHeight: 9, staysWhole: true },
  );
  return [
    heading('考试成绩及答辩情况'),
    table([28, 35, 40, 22, 40], [head, empty, empty], { size: SIZES.five }),
    openOpinion('答辩情况', ['负责人（签字）：'], 45),
  ];
}

/** Whoever made the assessments answers for them. */
export function answeredFor(words: string, records: Table): Table {
  const signed = cell(signedLines([words]), { vertical: 'bottom', columns: records.columns.length });
  return { ...records, rows: [...records.rows, row([signed], { minHeight: 32, staysWhole: true })] };
}

/** As long as it is; signed under its last line, with room for the seal. */
function writtenOpinion(words: string, opinion: string): Table {
  const written = paragraphs(opinion, { size: SIZES.smallFour, lineHeight: 1.5 });
  const [first, ...rest] = signedLines(['负责人（签字）：']);
  const signed = first ? [{ ...first, before: 16 }, ...rest] : [];
  const cells = [label(words), cell([...written, ...signed], { vertical: 'top' })];
  return table(BESIDE, [row(cells, { minHeight: 70 })], { size: SIZES.five });
}

function openOpinion(words: string, signers: readonly string[], height: number): Table {
  const cells = [label(words), cell(signedLines(signers), { vertical: 'bottom' })];
  return table(BESIDE, [row(cells, { minHeight: height, staysWhole: true })], { size: SIZES.five });
}

/** At the right, where the seal goes over the date. */
function signedLines(signers: readonly string[]): readonly Paragraph[] {
  const look = { align: 'right', size: SIZES.smallFour, lineHeight: 2 } as const;
  const date: readonly Run[] = [{ text: '（公章）　　　' }, ...DATE_BLANK, { text: '　' }];
  return [...signers.map((words) => line([...signature(words, 42), { text: '　' }], look)), line(date, look)];
}

function votesTable(): Table {
  const heads = ['总人数', '参加人数', '赞成人数', '反对人数', '备注'];
  const rows = [
    row([label('评审组织表决结果', { rows: 2 }), ...heads.map((word) => label(word))], {
      minHeight: 9,
      staysWhole: true,
    }),
    row(
      heads.map(() => centred('')),
      { minHeight: 13, staysWhole: true },
    ),
  ];
  return table([30, 25, 25, 25, 25, 35], rows, { size: SIZES.five });
}
