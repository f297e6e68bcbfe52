/**
 * 材料目录, for the bag's face: what lies in it in the guide's order, with pages; at its end who checked it
 * (材料审核人, 单位盖章, after 报送材料明细 and 证明证书目录 in use elsewhere).
 */
import { moduleDef } from '#model/modules.ts';
import { PERSON_PAPERS, type PersonPaper } from '#model/paper.ts';
import type { Block, Row, Section } from '#ports/paper-document.ts';
import type { CountedMaterial, PaperInBag, PaperPerson } from './inputs.ts';
import { cell, centred, DATE_BLANK, footerOf, label, line, row, section, signature, SIZES } from './layout.ts';
import { table, text, title } from './layout.ts';
import { copyMark, paperMark } from './marks.ts';
import { inGuideOrder, pageCount } from './materials.ts';
import { PAPER_TITLES } from './paper-titles.ts';

export type MaterialListInput = PaperPerson &
  Readonly<{
    papers: readonly PaperInBag[];
    materials: readonly CountedMaterial[];
    /** file: pages of the file that the list stands in · copies: the copies' own numbers, when they are bound alone */
    numbering: 'file' | 'copies';
  }>;

export function materialList(input: MaterialListInput): readonly Section[] {
  const { application, unit } = input;
  const { applicant, filing, year } = application;
  const blocks: readonly Block[] = [
    title('申报材料目录'),
    text(`${unit.name}　${applicant.name}　${year}年度申报${filing.title}`, { align: 'centre', after: 4 }),
    table(COLUMNS, [HEAD, ...rowsOf(input)], { headRows: 1, size: SIZES.five }),
    { kind: 'space', height: 6 },
    checkedBy(),
  ];
  return [section(blocks, { footer: footerOf(application, unit) })];
}

const COLUMNS = [12, 26, 64, 12, 12, 20, 19];
const HEAD: Row = row(
  ['序号', '类别', '材料名称', '件数', '页数', '起止页', '备注'].map((word) => label(word)),
  { minHeight: 9, staysWhole: true },
);

type Listed = Readonly<{ group: string; name: string; pieces: string; pages: string; span: string }>;

function rowsOf(input: MaterialListInput): readonly Row[] {
  const materials = inGuideOrder(input.materials);
  const papers = PERSON_PAPERS.flatMap((kind) =>
    input.papers.filter((paper) => paper.kind === kind && !OUTSIDE.has(kind)),
  );
  const listed = [...papers.map((paper) => ofPaper(input, paper)), ...ofCopies(input, materials)];
  const rows = listed.map(({ group, name, pieces, pages, span }, at) =>
    row(
      [centred(String(at + 1)), cell(group), cell(name), ...[pieces, pages, span, ''].map((value) => centred(value))],
      {
        minHeight: 8,
        staysWhole: true,
      },
    ),
  );
  const total = [String(materials.length), String(pageCount(materials)), '', ''];
  return [
    ...rows,
    row([label('复印件合计', { columns: 3 }), ...total.map((value) => centred(value))], {
      minHeight: 8,
      staysWhole: true,
    }),
  ];
}

/** The bag itself, what its list has one by one, and what is only for the applicant. */
const OUTSIDE: ReadonlySet<PersonPaper> = new Set(['bag-cover', 'material-list', 'endorsed-copies', 'return-letter']);

function ofPaper({ application, numbering }: MaterialListInput, { kind, sets }: PaperInBag): Listed {
  const edge = (at: 'first' | 'last') => `{page:${paperMark(application.id, kind, at)}}`;
  return {
    group: '表格和证明',
    name: PAPER_TITLES[kind],
    pieces: sets === null ? '' : String(sets),
    pages: '',
    // one that lies in the bag beside this file has no page of it
    span: numbering === 'file' && sets !== null ? `${edge('first')}-${edge('last')}` : '',
  };
}

function ofCopies(
  { application, numbering }: MaterialListInput,
  materials: readonly CountedMaterial[],
): readonly Listed[] {
  let before = 0;
  return materials.map(({ id, moduleId, label: name, pages }) => {
    const number = (no: number) => (numbering === 'file' ? `{page:${copyMark(application.id, id, no)}}` : before + no);
    const span = pages.length === 1 ? `${number(1)}` : `${number(1)}-${number(pages.length)}`;
    before += pages.length;
    return { group: moduleDef(moduleId).shortName, name, pieces: '1', pages: String(pages.length), span };
  });
}

function checkedBy(): Block {
  const look = { size: SIZES.smallFour, lineHeight: 2.4 };
  const signed = [
    line(signature('材料审核人（签字）：', 45), look),
    line([{ text: '审核日期：' }, ...DATE_BLANK], look),
  ];
  const sealed = [text('（单位盖章）', { align: 'centre', size: SIZES.five })];
  const whole = row([cell(signed), cell(sealed)], { minHeight: 45, staysWhole: true });
  return table([11, 7], [whole], { lines: 'none' });
}
