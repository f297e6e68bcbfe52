/** 档案袋封面, 材料目录 and 复印件审核签章: what lies in the bag, in which order, and who seals it. */
import { describe, expect, it } from 'vitest';
import { bagCover, bagLabels } from '#core/papers/documents/bag-cover.ts';
import { endorsedCopies } from '#core/papers/documents/endorsed-copies.ts';
import { materialList } from '#core/papers/documents/material-list.ts';
import type { UnitKind } from '#model/reporting-route.ts';
import { copyPage, paperPerson, RARE_NAME, someMaterials, withName } from '../../../../support/paper-people.ts';
import {
  blocksOf,
  bookmarksOf,
  linesOf,
  markFaults,
  rowsOf,
  tableFaults,
  tablesOf,
  textOf,
} from '../../../../support/paper-sections.ts';

const person = () => ({ ...withName(paperPerson(), RARE_NAME), materials: someMaterials() });

describe('档案袋封面', () => {
  it('says whose bag it is, for which title, and how much is in it', () => {
    const cover = textOf(bagCover(person()));
    for (const word of [RARE_NAME, '昆明市松华中学', '高级教师', '中小学教师', '副高级', '数学', '2026年度']) {
      expect(cover).toContain(word);
    }
    expect(cover).toContain('昆明市中小学高级教师评审委员会');
    expect(cover).toContain('复印件6件，共11页');
    expect(cover).toContain('李敏');
    expect(cover).toContain('0871-60000123');
  });

  it.each<[string, UnitKind, boolean, readonly string[]]>([
    ['Q3(1)a', 'city-owned', false, ['昆明市松华中学', '主管部门\n昆明市教育体育局']],
    ['Q3(1)b', 'county-owned', false, ['昆明市松华中学', '主管部门\n昆明市教育体育局', '五华区人社局']],
    ['Q3(1)c', 'non-public', false, ['昆明市松华中学', '五华区人社局']],
    ['Q3(1)d', 'freelance-agency', false, ['昆明市松华中学']],
    ['Q3(2)', 'city-owned', true, ['昆明市松华中学', '主管部门\n昆明市教育体育局', '市人社局']],
  ])('%s: has a place for the seal of everybody on the way', (_source, kind, isProvincial, seals) => {
    const { application, unit } = person();
    const window = { ...application.window, isProvincial };
    const sections = bagCover({ application: { ...application, window }, unit: { ...unit, kind }, materials: [] });
    const places = rowsOf(tablesOf(sections)[1] ?? { kind: 'table', columns: [], rows: [] })[0];
    expect(places).toEqual(seals.map((who, at) => `${at + 1}. ${who}`));
  });

  it('has both seals of dispatch staff, with the two units by their names (Q18)', () => {
    const { application, unit } = person();
    const applicant = { ...application.applicant, employment: 'dispatch' as const };
    const publicity = {
      postedOn: '2026-09-09',
      endsOn: '2026-09-16',
      place: '公告栏',
      openObjections: 0,
      concludedAt: null,
      outcome: null,
      dispatch: {
        ownSide: 'dispatch-company' as const,
        otherUnit: '昆明市滇东医院',
        otherNotice: null,
        reviewed: [],
        sealed: [],
      },
    };
    const cover = linesOf(bagCover({ application: { ...application, applicant, publicity }, unit, materials: [] }));
    expect(cover).toContain('1. 劳务派遣公司\n昆明市松华中学');
    expect(cover).toContain('2. 用人单位\n昆明市滇东医院');
  });

  it('has labels for everybody on as few sheets as hold them', () => {
    const people = [person(), person(), person()];
    const sections = bagLabels(people);
    expect(tableFaults(sections)).toEqual([]);
    expect(textOf(sections).split(RARE_NAME)).toHaveLength(people.length + 1);
  });
});

describe('材料目录', () => {
  const papers = [{ kind: 'publicity-proof', sets: 1 } as const, { kind: 'evaluation-form', sets: 3 } as const];

  it('lists forms, then copies by module as the guide has them, with the pages of copies bound alone', () => {
    const sections = materialList({ ...person(), papers, numbering: 'copies' });
    expect(rowsOf(tablesOf(sections)[0] ?? { kind: 'table', columns: [], rows: [] })).toEqual([
      ['序号', '类别', '材料名称', '件数', '页数', '起止页', '备注'],
      ['1', '表格和证明', '专业技术职务任职资格评审表', '3', '', '', ''],
      ['2', '表格和证明', '公示情况证明', '1', '', '', ''],
      ['3', '基本信息', '身份证正面', '1', '1', '1', ''],
      ['4', '基本信息', '身份证反面', '1', '1', '2', ''],
      ['5', '现有职称', '职称证书', '1', '2', '3-4', ''],
      ['6', '学历情况', '毕业证书', '1', '1', '5', ''],
      ['7', '学历情况', '学位证书', '1', '1', '6', ''],
      ['8', '撰写论文', '论文《分层作业的设计》', '1', '5', '7-11', ''],
      ['复印件合计', '6', '11', '', ''],
    ]);
    expect(textOf(sections)).toMatch(/材料审核人（签字）：____[\s\S]*单位盖章/);
    expect(tableFaults(sections)).toEqual([]);
  });

  it('points at the copies in the file that both stand in', () => {
    const input = person();
    const sections = [...materialList({ ...input, papers: [], numbering: 'file' }), ...endorsedCopies(input)];
    expect(textOf(sections)).toContain('{page:');
    expect(markFaults(sections)).toEqual([]);
  });
});

describe('复印件审核签章', () => {
  it('has every page once, each with its endorsement in the name of the unit (Q17)', () => {
    const input = person();
    const sections = endorsedCopies(input);
    const pictures = blocksOf(sections, 'picture').map(({ imageId }) => imageId);
    const scanned = input.materials.flatMap(({ pages }) => pages.map(({ image }) => image.id));
    expect(pictures.toSorted()).toEqual(scanned.toSorted());
    const endorsements = blocksOf(sections, 'endorsement');
    expect(endorsements).toHaveLength(pictures.length);
    expect(new Set(endorsements.map(({ sealedBy }) => sealedBy))).toEqual(new Set(['昆明市松华中学']));
  });

  it('says of each page what it is, and of each material which of how many', () => {
    const sections = endorsedCopies(person());
    expect(textOf(sections)).toContain('撰写论文情况　论文《分层作业的设计》\n第5页/共5页');
    expect(sections[0]?.footer).toEqual({
      left: '昆明市松华中学　2026年度职称申报',
      centre: '第{page}页',
      right: `${RARE_NAME}　高级教师　材料6之1`,
    });
    expect(sections.map(({ startsAtOne }) => startsAtOne)).toEqual([true, false, false, false, false, false]);
  });

  it('has bookmarks by module and material', () => {
    expect(bookmarksOf(endorsedCopies(person()))).toEqual([
      '- 基本信息',
      '  - 身份证正面',
      '  - 身份证反面',
      '- 现有职称情况',
      '  - 职称证书',
      '- 学历情况',
      '  - 毕业证书',
      '  - 学位证书',
      '- 撰写论文情况',
      '  - 论文《分层作业的设计》',
    ]);
  });

  it.each([
    ['A4', { width: 1654, height: 2339, dpi: 200 }, 'a4'],
    ['A4 with the glass around it', { width: 1750, height: 2480, dpi: 200 }, 'a4'],
    ['A4 lying', { width: 2339, height: 1654, dpi: 200 }, 'a4'],
    ['A3', { width: 3307, height: 2339, dpi: 200 }, 'a3-lying'],
    ['a long strip', { width: 800, height: 2700, dpi: 200 }, 'a3-lying'],
    ['of unknown size', { width: 3307, height: 2339, dpi: null }, 'a4'],
  ] as const)('places %s on a sheet that holds it', (_name, image, sheet) => {
    const [one] = someMaterials();
    const materials = one ? [{ ...one, pages: [copyPage(image)] }] : [];
    expect(endorsedCopies({ ...person(), materials }).map((section) => section.sheet)).toEqual([sheet]);
  });

  it('parts a material where its sheets change, and keeps an endorsement where it was put', () => {
    const [one] = someMaterials();
    const a3 = { width: 3307, height: 2339 };
    const pages = [copyPage(), copyPage({}, { x: 120, y: 210 }), copyPage(a3), copyPage()];
    const sections = endorsedCopies({ ...person(), materials: one ? [{ ...one, pages }] : [] });
    expect(sections.map(({ sheet }) => sheet)).toEqual(['a4', 'a3-lying', 'a4']);
    expect(sections.map((section) => blocksOf([section], 'page-break').length)).toEqual([1, 0, 0]);
    expect(blocksOf(sections, 'endorsement').map(({ at }) => at)).toEqual([null, { x: 120, y: 210 }, null, null]);
  });
});
