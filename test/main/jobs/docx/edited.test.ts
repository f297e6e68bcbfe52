/** Templates as Word and WPS save them after somebody has worked on them. */
import { describe, expect, it } from 'vitest';
import type { Placeholder } from '#model/paper.ts';
import { checkTemplate, fillTemplate } from '#jobs/docx/templates.ts';
import { wordsOfSections } from '#jobs/docx/read/words.ts';
import type { Block, Paragraph, Section, Table } from '#ports/paper-document.ts';
import type { TemplateData } from '#ports/jobs.ts';
import { docxOf, NAMESPACES, p, relations } from './docx-file.ts';

const placeholder = (name: string, is: Placeholder['is'] = 'text', list: string | null = null): Placeholder => ({
  name,
  is,
  list,
  meaning: '',
  isRequired: false,
});
const PLACEHOLDERS = [
  placeholder('单位名称'),
  placeholder('年度'),
  placeholder('派遣', 'condition'),
  placeholder('人员', 'list'),
  placeholder('序号', 'text', '人员'),
  placeholder('姓名', 'text', '人员'),
];
const DATA: TemplateData = {
  单位名称: '昆明市松华中学',
  年度: '2026',
  派遣: false,
  人员: [
    { 序号: '1', 姓名: '段雪梅' },
    { 序号: '2', 姓名: '和·阿丽' },
  ],
};

async function filled(bytes: Uint8Array, data = DATA): Promise<readonly Section[]> {
  const answer = await fillTemplate({ bytes, placeholders: PLACEHOLDERS, data });
  if (!answer.ok || !answer.value.isFilled) throw new Error(JSON.stringify(answer));
  return answer.value.sections;
}

async function blocksOf(body: string, parts?: Parameters<typeof docxOf>[1]): Promise<readonly Block[]> {
  const [first] = await filled(docxOf(body, parts));
  return first?.blocks ?? [];
}

async function paragraphOf(body: string, parts?: Parameters<typeof docxOf>[1]): Promise<Paragraph> {
  const block = (await blocksOf(body, parts)).find(({ kind }) => kind === 'paragraph');
  if (block?.kind !== 'paragraph') throw new Error('no paragraph');
  return block;
}

async function tableOf(body: string): Promise<Table> {
  const block = (await blocksOf(body)).find(({ kind }) => kind === 'table');
  if (block?.kind !== 'table') throw new Error('no table');
  return block;
}

async function warningsOf(body: string, parts?: Parameters<typeof docxOf>[1]): Promise<readonly string[]> {
  const answer = await checkTemplate({ bytes: docxOf(body, parts), placeholders: PLACEHOLDERS });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.problems.map(({ code, reason, text }) => `${code} ${reason ?? ''} ${text}`.trim());
}

const run = (text: string, properties = ''): string =>
  `<w:r w:rsidRPr="00A1">${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('a placeholder', () => {
  it('is found however Word has parted it', async () => {
    const parted = [
      run('{'),
      '<w:proofErr w:type="spellStart"/>',
      run('单位', '<w:b/>'),
      '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>',
      '<w:smartTag w:uri="urn:a" w:element="b">' + run('名称', '<w:lang w:eastAsia="zh-CN"/>') + '</w:smartTag>',
      '<w:proofErr w:type="spellEnd"/>',
      run('}'),
      run('的公示'),
    ].join('');
    expect(wordsOfSections(await filled(docxOf(`<w:p w:rsidR="00B2">${parted}</w:p>`)))).toBe('昆明市松华中学的公示');
  });

  it('inside of a content control, a link and a tracked insertion is filled', async () => {
    const wrapped = `<w:p><w:sdt><w:sdtPr/><w:sdtContent>${run('{年度}')}</w:sdtContent></w:sdt><w:hyperlink>${run('，{单位名称}')}</w:hyperlink><w:ins w:id="1">${run('。')}</w:ins></w:p>`;
    expect(wordsOfSections(await filled(docxOf(wrapped)))).toBe('2026，昆明市松华中学。');
  });

  it('takes blanks around its name', async () => {
    expect(wordsOfSections(await filled(docxOf(p('{ 单位名称 }'))))).toBe('昆明市松华中学');
  });
});

describe('a list', () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}</w:tcPr>${p(text)}</w:tc>`;
  const table = (...rows: readonly string[]): string =>
    `<w:tbl><w:tblPr><w:tblBorders><w:insideV w:val="single"/><w:insideH w:val="single"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="3000"/></w:tblGrid>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

  it('is a row of a table for each item, and a row that somebody added stays', async () => {
    const body = table(
      cell('序号') + cell('姓名'),
      cell('{#人员}{序号}') + cell('{姓名}{/人员}'),
      cell('合计', '<w:gridSpan w:val="2"/>'),
    );
    const { rows, columns, lines } = await tableOf(body);
    expect(rows.map(({ cells }) => cells.map(({ blocks }) => blocks.flatMap(({ runs }) => runs)))).toEqual(
      [
        [[{ text: '序号' }], [{ text: '姓名' }]],
        [[{ text: '1' }], [{ text: '段雪梅' }]],
        [[{ text: '2' }], [{ text: '和·阿丽' }]],
        [[{ text: '合计' }]],
      ].map((row) => row.map((runs) => runs.map((one) => expect.objectContaining(one)))),
    );
    expect(rows[3]?.cells[0]?.columns).toBe(2);
    expect(columns).toEqual([1000, 3000]);
    expect(lines).toBe('grid');
  });

  it('of paragraphs repeats them, and a condition that does not hold leaves nothing', async () => {
    const body =
      p('{#人员}') + p('{序号}. {姓名}') + p('{/人员}') + p('{#派遣}') + p('双公示') + p('{/派遣}') + p('完');
    expect(wordsOfSections(await filled(docxOf(body)))).toBe('1. 段雪梅\n2. 和·阿丽\n完');
    expect(wordsOfSections(await filled(docxOf(p('{^派遣}单公示{/派遣}'))))).toBe('单公示');
    expect(
      wordsOfSections(await filled(docxOf(p('{#单位名称}有{/单位名称}{#年度}年{/年度}')), { ...DATA, 年度: '' })),
    ).toBe('有');
  });

  it('keeps merged cells, heads that repeat, and rows that stay whole', async () => {
    const body = table(
      '<w:trPr><w:tblHeader/><w:cantSplit/><w:trHeight w:val="567"/></w:trPr>' +
        cell('一', '<w:vMerge w:val="restart"/><w:vAlign w:val="center"/>') +
        cell('二'),
      cell('', '<w:vMerge/>') + cell('三'),
    );
    const { rows, headRows } = await tableOf(body);
    expect(headRows).toBe(1);
    expect(rows[0]).toMatchObject({ staysWhole: true, minHeight: 10, cells: [{ rows: 2, vertical: 'middle' }, {}] });
    expect(rows[1]?.cells).toHaveLength(1);
  });
});

describe('a paragraph', () => {
  const styles = `<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"/><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/><w:spacing w:before="567"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style><w:style w:type="character" w:styleId="c"><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style></w:styles>`;

  it('looks as its style says, and as it says itself', async () => {
    const body = `<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr>${run('关于')}${run('公示', '<w:rStyle w:val="c"/><w:sz w:val="32"/><w:u w:val="single"/>')}</w:p>`;
    expect(await paragraphOf(body, { 'word/styles.xml': styles })).toMatchObject({
      align: 'centre',
      face: 'song-bold',
      size: 22,
      before: 10,
      runs: [{ text: '关于' }, { text: '公示', face: 'hei', size: 16, isUnderlined: true }],
    });
  });

  it.each([
    ['方正小标宋简体', '', 'song-bold'],
    ['仿宋_GB2312', '', 'song'],
    ['楷体', '<w:b/>', 'song-bold'],
    ['黑体', '<w:b/>', 'hei'],
    ['微软雅黑', '', 'hei'],
  ])('in %s %s is drawn in %s', async (font, more, face) => {
    const body = `<w:p>${run('公示', `<w:rFonts w:eastAsia="${font}"/>${more}`)}</w:p>`;
    expect((await paragraphOf(body)).face).toBe(face);
  });

  it.each([
    ['<w:ind w:firstLineChars="200" w:firstLine="640"/>', { indent: 2 }],
    ['<w:ind w:firstLine="640"/>', { indent: 2 }],
    ['<w:ind w:left="640" w:hanging="320"/>', { indent: 1, hang: 2 }],
    ['<w:ind w:right="567"/>', { right: 10 }],
    ['<w:spacing w:line="560" w:lineRule="exact"/>', { lineHeight: 1.75 }],
    ['<w:spacing w:line="360" w:lineRule="auto"/>', { lineHeight: 1.95 }],
    ['<w:jc w:val="right"/>', { align: 'right' }],
    ['<w:keepNext/>', { keepsWithNext: true }],
  ])('with %s', async (properties, look) => {
    const body = `<w:p><w:pPr>${properties}</w:pPr>${run('公示', '<w:sz w:val="32"/>')}</w:p>`;
    expect(await paragraphOf(body)).toMatchObject(look);
  });

  it('keeps breaks of lines and pages, and blanks to be filled in', async () => {
    const body = `<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:br w:type="page"/><w:t>三</w:t></w:r></w:p><w:p>${run('审核人：')}${run('　　　　', '<w:u w:val="single"/>')}</w:p>`;
    const blocks = await blocksOf(body);
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'page-break', 'paragraph', 'paragraph']);
    expect(blocks[0]).toMatchObject({ runs: [{ text: '一\n二' }] });
    expect(blocks[3]).toMatchObject({ runs: [{ text: '审核人：' }, { blank: 14.11 }] });
  });

  it('leads tabs to their stops by blanks', async () => {
    const body = `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="2000"/></w:tabs></w:pPr><w:r><w:t>经办人</w:t><w:tab/><w:t>负责人</w:t></w:r></w:p>`;
    // 10 points a character: 3 characters, then to 100 points
    expect(await paragraphOf(body)).toMatchObject({ runs: [{ text: `经办人${'　'.repeat(7)}负责人` }] });
  });

  it('is numbered as Word numbers it', async () => {
    const level = (n: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${n}">${n === 2 ? '<w:isLgl/>' : ''}<w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '（%2）')}${level(2, 'decimal', '%1.%2.%3')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const item = (text: string, at: number): string =>
      p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`);
    const body = [item('时间', 0), item('起', 1), item('止', 1), item('地点', 0), item('甲', 1), item('乙', 2)].join(
      '',
    );
    expect(wordsOfSections(await filled(docxOf(body, { 'word/numbering.xml': numbering })))).toBe(
      '一、时间\n（1）起\n（2）止\n二、地点\n（1）甲\n2.1.1乙',
    );
  });
});

describe('a section', () => {
  it('has its sheet, margins, head and numbers of pages', async () => {
    const field = (name: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const lying =
      '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="567" w:gutter="567"/>';
    const body = `${p('一')}<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId7"/><w:footerReference w:type="default" r:id="rId8"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>${p('二')}<w:sectPr>${lying}</w:sectPr>`;
    const sections = await filled(
      docxOf(body, {
        'word/_rels/document.xml.rels': relations(['rId7', 'header', 'header1.xml'], ['rId8', 'footer', 'footer1.xml']),
        'word/header1.xml': `<w:hdr ${NAMESPACES}>${p('{单位名称}', '<w:jc w:val="right"/>')}</w:hdr>`,
        'word/footer1.xml': `<w:ftr ${NAMESPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('第')}${field('PAGE')}${run('页共')}${field('NUMPAGES')}${run('页')}</w:p></w:ftr>`,
      }),
    );
    const header = { left: '', centre: '', right: '昆明市松华中学', isPlain: true };
    const footer = { left: '', centre: '第{page}页共{pages}页', right: '', isPlain: true };
    expect(sections).toMatchObject([
      { sheet: 'a4', header, footer, startsAtOne: true, blocks: [{ runs: [{ text: '一' }] }] },
      { sheet: 'a4-lying', header, footer, startsAtOne: false, margins: { top: 20, right: 20, bottom: 20, left: 20 } },
    ]);
  });
});

describe('what is not drawn', () => {
  const picture = '<w:drawing><wp:inline><wp:docPr id="1" name="校徽"/></wp:inline></w:drawing>';
  const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="urn:a"><w:txbxContent>${p('{单位名称}')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>`;
  const field = '<w:fldSimple w:instr=" DATE \\@ yyyy ">' + run('2026') + '</w:fldSimple>';
  it.each([
    ['picture 校徽', `<w:p><w:r>${picture}</w:r></w:p>`],
    ['text-box {单位名称}', `<w:p><w:r>${box}</w:r></w:p>`],
    ['field DATE \\@ yyyy', `<w:p>${field}</w:p>`],
    ['footnote', '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'],
    ['comment', '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>公示</w:t></w:r></w:p>'],
    ['tracked-change 旧的', '<w:p><w:del w:id="1"><w:r><w:delText>旧的</w:delText></w:r></w:del></w:p>'],
    ['equation a+b', '<w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>'],
    ['symbol Webdings F061', '<w:p><w:r><w:sym w:font="Webdings" w:char="F061"/></w:r></w:p>'],
    ['colour 红头', `<w:p>${run('红头', '<w:color w:val="FF0000"/>')}</w:p>`],
    ['strike 作废', `<w:p>${run('作废', '<w:strike/>')}</w:p>`],
    ['raised 注', `<w:p>${run('注', '<w:vertAlign w:val="superscript"/>')}</w:p>`],
    ['columns', `${p('a')}<w:sectPr><w:cols w:num="2"/></w:sectPr>`],
    ['sheet 148×210 mm', `${p('a')}<w:sectPr><w:pgSz w:w="8391" w:h="11906"/></w:sectPr>`],
  ])('is told: %s', async (told, body) => {
    expect(await warningsOf(body)).toEqual([`not-drawn ${told}`]);
  });

  it('draws a box of Wingdings, and what a field gave last', async () => {
    const body = `<w:p>${field}<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:p>`;
    expect(wordsOfSections(await filled(docxOf(body)))).toBe('2026□');
  });
});
