/** 一览表, 汇总表, 校准页 and the bound files. */
import { describe, expect, it } from 'vitest';
import { CALIBRATION_LENGTH, calibrationPage } from '#core/papers/documents/calibration-page.ts';
import { bagCover } from '#core/papers/documents/bag-cover.ts';
import { endorsedCopies } from '#core/papers/documents/endorsed-copies.ts';
import { evaluationForm } from '#core/papers/documents/evaluation-form.ts';
import { materialList } from '#core/papers/documents/material-list.ts';
import { mergedFiles, personFile, type PersonFile } from '#core/papers/documents/person-file.ts';
import { roster } from '#core/papers/documents/roster.ts';
import { summary } from '#core/papers/documents/summary.ts';
import type { Application, Filing } from '#model/application.ts';
import { SHEETS } from '#ports/paper-document.ts';
import { paperPerson, RARE_NAME, someMaterials, UNIT, withName } from '../../../../support/paper-people.ts';
import { bookmarksOf, linesOf, markFaults, rowsOf, tableFaults, tablesOf } from '../../../../support/paper-sections.ts';

const SERIES = ['卫生技术人员', '中小学教师'];
const NO_TABLE = { kind: 'table', columns: [], rows: [] } as const;

function somebody(name: string, filing: Partial<Filing> = {}): Application {
  const { application } = withName(paperPerson(), name);
  return { ...application, filing: { ...application.filing, ...filing } };
}

const PEOPLE = [
  somebody('张文静', { level: 'middle', title: '一级教师', committee: '五华区中小学教师中级职称评审委员会' }),
  somebody('杨建国', {
    series: '档案专业人员',
    level: 'middle',
    title: '馆员',
    committee: '昆明市档案专业中级职称评审委员会',
  }),
  somebody(RARE_NAME),
  somebody('安丽华', { kind: 'series-change' }),
  somebody('赵丽华', { series: '卫生技术人员', level: 'middle', title: '主治医师', committee: '甲评审委员会' }),
];

describe('一览表', () => {
  const people = PEOPLE.map((application) => ({
    application,
    heldRecordId: application.modules.find(({ id }) => id === 'current-title')?.records[0]?.id ?? null,
    yearsInProfession: '20',
    yearsInTitle: '8',
  }));
  const sections = roster({ unit: UNIT, people, seriesOrder: SERIES });

  it('is a list each for series in the order of Q1, level from the highest, and committee', () => {
    expect(bookmarksOf(sections)).toEqual([
      '- 2026年度申报卫生技术人员系列中级专业技术职务任职资格人员情况一览表',
      '- 2026年度申报中小学教师系列副高级专业技术职务任职资格人员情况一览表',
      '- 2026年度申报中小学教师系列中级专业技术职务任职资格人员情况一览表',
      '- 2026年度申报档案专业人员系列中级专业技术职务任职资格人员情况一览表',
    ]);
    expect(sections.map(({ sheet }) => sheet)).toEqual(sections.map(() => 'a3-lying'));
    expect(markFaults(sections)).toEqual([]);
  });

  it('has 21 columns in a head of two rows, the present title over four of them', () => {
    const [, list] = tablesOf(sections);
    expect(list?.columns).toHaveLength(21);
    expect(list?.headRows).toBe(2);
    expect(tableFaults(sections)).toEqual([]);
  });

  it('has everybody by name, with what the list asks for', () => {
    const list = rowsOf(tablesOf(sections)[4] ?? NO_TABLE).slice(2);
    expect(list.map(([, name]) => name)).toEqual(['安丽华', RARE_NAME]);
    expect(list[1]?.slice(4)).toEqual([
      '2006年8月',
      '数学',
      '20',
      '一级教师',
      '2017年6月',
      '8',
      '昆明市人力资源和社会保障局',
      '大学本科',
      '理学学士',
      '云岭师范大学',
      '数学与应用数学',
      '2006年7月',
      '',
      '',
      '高级教师',
      '数学',
      '',
    ]);
  });
});

describe('汇总表', () => {
  it('counts by series, level, committee and kind, with sums', () => {
    const sections = summary({ unit: UNIT, year: 2026, applications: PEOPLE, seriesOrder: SERIES });
    const rows = rowsOf(tablesOf(sections)[0] ?? NO_TABLE).map((row) => row.join(' | '));
    expect(rows).toEqual([
      '序号 | 系列 | 级别 | 评审委员会 | 人数 | 评审 | 转系列\n评审 | 考核\n定职 | 姓名',
      '1 | 卫生技术人员 | 中级 | 甲评审委员会 | 1 | 1 |  |  | 赵丽华',
      `2 | 中小学教师 | 副高级 | 昆明市中小学高级教师评审委员会 | 2 | 1 | 1 |  | 安丽华、${RARE_NAME}`,
      '3 | 中小学教师 | 中级 | 五华区中小学教师中级职称评审委员会 | 1 | 1 |  |  | 张文静',
      '中小学教师小计 | 3 | 2 | 1 |  | ',
      '4 | 档案专业人员 | 中级 | 昆明市档案专业中级职称评审委员会 | 1 | 1 |  |  | 杨建国',
      '合计 | 5 | 4 | 1 |  | ',
    ]);
    expect(tableFaults(sections)).toEqual([]);
    expect(linesOf(sections)).toContain('单位负责人（签字）：____');
  });
});

describe('校准页', () => {
  it('has a square of 100 mm each way', () => {
    const [page] = calibrationPage();
    const { left = 0, right = 0 } = page?.margins ?? {};
    expect(SHEETS.a4.width - left - right).toBe(CALIBRATION_LENGTH);
    const [square] = tablesOf(calibrationPage());
    expect(square?.rows.reduce((height, row) => height + (row.minHeight ?? 0), 0)).toBe(CALIBRATION_LENGTH);
    expect(tableFaults(calibrationPage())).toEqual([]);
  });
});

describe('bound files', () => {
  function fileOf(name: string): PersonFile {
    const person = { ...withName(paperPerson(), name), materials: someMaterials() };
    const { application } = person;
    const sets = [{ kind: 'evaluation-form', sets: 1 } as const];
    return {
      applicationId: application.id,
      name,
      title: application.filing.title,
      papers: [
        { kind: 'endorsed-copies', sections: endorsedCopies(person) },
        {
          kind: 'evaluation-form',
          sections: evaluationForm({ ...person, heldRecordId: null, isElectronicPassed: true }),
        },
        { kind: 'material-list', sections: materialList({ ...person, papers: sets, numbering: 'file' }) },
        { kind: 'bag-cover', sections: bagCover(person) },
      ],
    };
  }

  it('come in the order of binding, counted through, with bookmarks', () => {
    const sections = personFile(fileOf(RARE_NAME));
    expect(bookmarksOf(sections).slice(0, 6)).toEqual([
      '- 档案袋封面',
      '- 申报材料目录',
      '- 专业技术职务任职资格评审表',
      '- 申报材料复印件',
      '  - 基本信息',
      '    - 身份证正面',
    ]);
    expect(sections.filter(({ startsAtOne }) => startsAtOne)).toEqual([sections[0]]);
    expect(markFaults(sections)).toEqual([]);
  });

  it('stand after one another under the names of their people', () => {
    const sections = mergedFiles([fileOf(RARE_NAME), fileOf('张文静')]);
    const bookmarks = bookmarksOf(sections);
    expect(bookmarks.filter((line) => line.startsWith('- '))).toEqual([
      `- ${RARE_NAME}　高级教师`,
      '- 张文静　高级教师',
    ]);
    expect(bookmarks.slice(0, 2)).toEqual([`- ${RARE_NAME}　高级教师`, '  - 档案袋封面']);
    expect(sections.filter(({ startsAtOne }) => startsAtOne)).toHaveLength(2);
    expect(markFaults(sections)).toEqual([]);
  });
});
