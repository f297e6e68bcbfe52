import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODULE_IDS, moduleDef, type ModuleId } from '#model/modules.ts';
import { EVALUATION_LIMIT } from '#model/opinion-form.ts';
import { suggestEvaluation } from '#model/opinion-suggestion.ts';
import { makeApplication } from '../../sync/application.ts';

type Fields = Record<string, string>;

function suggest(filed: Partial<Record<ModuleId, readonly Fields[]>>): string {
  const { applicant } = makeApplication();
  const modules = Object.entries(filed).map(([id, records]) => ({
    id: id as ModuleId,
    records: records.map((fields, index) => ({ id: `${id}${index}`, fields, attachmentIds: [] })),
  }));
  return suggestEvaluation({ applicant: { ...applicant, name: '陈志远', department: '教务处' }, modules });
}

const BASIC = [{ post: '数学' }];
const TITLE = [{ title: '一级教师', obtainedOn: '2016-08' }];
const CLASS = {
  from: '2019-09',
  to: '2020-06',
  name: '班主任工作',
  role: '独立承担',
  result: '班级获市级先进班集体。无事故。',
};
const LESSONS = { from: '2022-09', to: '', name: '高中教学班课堂教学', role: '主讲', result: '' };
const BEFORE = { from: '2012-09', to: '2014-06', name: '初中教学', role: '主讲', result: '' };

describe('a first evaluation from what was filed', () => {
  it('says since when, what work with which result, what else came of it, and the assessments', () => {
    const text = suggest({
      basic: BASIC,
      'current-title': [{ title: '二级教师', obtainedOn: '2010-08' }, ...TITLE],
      'main-work': [BEFORE, CLASS, LESSONS],
      project: [{ name: '《分层作业研究》', role: '主持', source: '市级', to: '' }],
      award: [
        { name: '优秀教师', grade: '市级', awardedOn: '2023-09', authority: '昆明市教育体育局' },
        { name: '教学竞赛', grade: '一等奖', awardedOn: '2015-05', authority: '五华区教育体育局' },
      ],
      patent: [{ name: '教具', kind: '实用新型', rank: '1/3', grantedOn: '2024-11' }],
      book: [{ name: '教学札记', rank: '独著', publishedOn: '2022-05' }],
      paper: [{ name: '问题链的设计', journal: '滇中教育研究', rank: '第一作者', publishedOn: '2024-03' }],
      assessment: ['2025', '2024', '2023', '2022', '2021', '2020'].map((year) => ({ year, grade: '合格' })),
    });
    expect(text).toBe(
      '陈志远同志2016年8月取得一级教师资格以来，在教务处从事数学专业技术工作，〔待填：品德和履职表现〕。' +
        '任现职以来，主讲高中教学班课堂教学；独立承担班主任工作，班级获市级先进班集体。' +
        '主持市级课题《分层作业研究》；2023年获昆明市教育体育局“优秀教师”（市级）；获实用新型专利“教具”（排序1/3）；' +
        '2022年出版著作《教学札记》（独著）；2024年在《滇中教育研究》发表论文《问题链的设计》（第一作者）。' +
        '2021年至2025年年度考核均为合格。〔待填：单位对其专业能力和业绩的评价〕。',
    );
  });

  it.each<[string, Parameters<typeof suggest>[0], string]>([
    [
      'a graduate',
      { basic: BASIC, education: [{ school: '金马师范大学', major: '数学', to: '2025-07' }], 'main-work': [LESSONS] },
      '陈志远同志2025年7月毕业于金马师范大学数学专业，在教务处从事数学专业技术工作，〔待填：品德和履职表现〕。主讲高中教学班课堂教学。',
    ],
    [
      'a title without its month',
      { 'current-title': [{ title: '工程师资格', obtainedOn: '' }] },
      '陈志远同志现有工程师资格，在',
    ],
    ['nothing filed', {}, '〔待填：主要业绩〕。〔待填：单位对'],
    ['only work of before', { 'current-title': TITLE, 'main-work': [BEFORE] }, '〔待填：主要业绩〕。'],
    [
      'a role that is no verb',
      { 'main-work': [{ ...LESSONS, role: '第一完成人' }] },
      '承担高中教学班课堂教学（第一完成人）。',
    ],
    ['no role', { 'main-work': [{ ...LESSONS, role: '' }] }, '承担高中教学班课堂教学。'],
    [
      'a long result',
      { 'main-work': [{ ...LESSONS, result: `${'成'.repeat(100)}，${'效'.repeat(100)}` }] },
      `教学，${'成'.repeat(100)}。`,
    ],
    ['one year assessed', { assessment: [{ year: '2025年', grade: '优秀' }] }, '年度考核2025年为优秀。'],
    [
      'years that differ',
      {
        assessment: [
          { year: '2025', grade: '合格' },
          { year: '2024', grade: '优秀' },
          { year: '2023', grade: '合格' },
        ],
      },
      '年度考核2023年、2025年为合格，2024年为优秀。',
    ],
    [
      'a gap between the years',
      {
        assessment: [
          { year: '2025', grade: '合格' },
          { year: '2023', grade: '合格' },
        ],
      },
      '年度考核2023年、2025年为合格。',
    ],
  ])('with %s', (_, filed, expected) => {
    expect(suggest(filed)).toContain(expected);
  });

  it('fits the field whatever was filed', () => {
    const text = fc.oneof(fc.constantFrom('', '2024', '2024-09', '主持', '《》'), fc.string({ maxLength: 3000 }));
    const record = (id: ModuleId) =>
      fc.record(Object.fromEntries(moduleDef(id).fields.map(({ key }) => [key, text])), { requiredKeys: [] });
    const filed = fc.record(
      Object.fromEntries(MODULE_IDS.map((id) => [id, fc.array(record(id) as fc.Arbitrary<Fields>, { maxLength: 6 })])),
    );
    fc.assert(
      fc.property(filed, (given) => {
        const evaluation = suggest(given);
        expect(evaluation).toMatch(/^陈志远同志/u);
        expect(evaluation.length).toBeLessThanOrEqual(EVALUATION_LIMIT);
      }),
    );
  });
});
