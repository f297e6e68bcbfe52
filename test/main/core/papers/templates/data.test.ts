/** What stands in the papers, by the guide's own words. */
import { describe, expect, it } from 'vitest';
import { personInput } from '#core/papers/templates/person-input.ts';
import { placeholdersFor, templateData } from '#core/papers/templates/templates.ts';
import { TEMPLATE_KINDS, type TemplateKind } from '#model/paper.ts';
import { completeApplication } from '../../../../support/complete-application.ts';
import { DUAN, TEMPLATE_INPUTS } from '../../../../support/template-inputs.ts';

const proof = TEMPLATE_INPUTS['publicity-proof'];
const dispatch = TEMPLATE_INPUTS['publicity-proof-dispatch'];
const required = (kind: TemplateKind): readonly string[] =>
  placeholdersFor(kind)
    .filter(({ isRequired }) => isRequired)
    .map(({ name }) => name);

it.each(TEMPLATE_KINDS)('%s has a value for each of its placeholders, and no other', (kind) => {
  const data = templateData(kind, TEMPLATE_INPUTS[kind] as never);
  const placeholders = placeholdersFor(kind);
  const top = placeholders.filter(({ list }) => list === null);
  expect(Object.keys(data).toSorted()).toEqual(top.map(({ name }) => name).toSorted());
  expect(new Set(top.map(({ name }) => name)).size).toBe(top.length);
  for (const { name, is } of top) {
    const value = data[name];
    expect(typeof value, name).toBe({ text: 'string', condition: 'boolean', list: 'object' }[is]);
    if (typeof value !== 'object') continue;
    const fields = placeholders.filter(({ list }) => list === name).map((field) => field.name);
    for (const item of value) expect(Object.keys(item)).toEqual(fields);
  }
});

describe('a proof of publicity (Q18)', () => {
  it('cannot be without what was shown, where, for which working days, and what came of it', () => {
    const asked = ['公示起止', '工作日数', '公示内容', '公示地点', '监督电话', '公示结论'];
    for (const kind of ['publicity-proof', 'notice-proof'] as const) {
      expect(required(kind)).toEqual(expect.arrayContaining(['单位名称', '姓名', '申报资格', ...asked]));
    }
  });

  it('lists each working day that counts', () => {
    expect(templateData('publicity-proof', proof)).toMatchObject({
      公示起止: '2026年9月18日至9月24日',
      工作日数: '5',
      工作日明细: '2026年9月20日（周日，调休上班）、9月21日（周一）、9月22日（周二）、9月23日（周三）、9月24日（周四）',
    });
  });

  it('names the year again where it turns', () => {
    const days = ['2026-12-31', '2027-01-04'].map((date) => ({ date, isMakeUp: false }));
    const notice = { ...proof.notice, postedOn: '2026-12-30', endsOn: '2027-01-04', days };
    expect(templateData('publicity-proof', { ...proof, notice })).toMatchObject({
      公示起止: '2026年12月30日至2027年1月4日',
      工作日明细: '2026年12月31日（周四）、2027年1月4日（周一）',
    });
  });

  it.each([
    ['no-objection', '公示期间未收到异议', true],
    ['objection-settled', '公示期间收到异议1件，经调查核实，反映的问题不属实，不影响推荐', true],
    ['objection-upheld', '公示期间收到异议1件，经调查核实，反映的问题属实，不予推荐', false],
  ] as const)('says of %s: %s', (outcome, words, canRecommend) => {
    const { objections } = dispatch;
    const data = templateData('publicity-proof', { ...proof, outcome, objections });
    expect(data).toMatchObject({ 公示结论: words, 可以推荐: canRecommend });
  });

  it('leaves the day of signing to the hand where nobody set it', () => {
    expect(templateData('publicity-proof', proof)['落款日期']).toBe('　　　　年　　月　　日');
    expect(templateData('publicity-proof', { ...proof, on: '2026-09-28' })['落款日期']).toBe('2026年9月28日');
  });
});

describe('the proof of dispatch staff (Q18: 双公示、双审核、双盖章)', () => {
  it('cannot be without both notices', () => {
    expect(required('publicity-proof-dispatch')).toEqual(
      expect.arrayContaining(['派遣单位', '用工单位'].flatMap((side) => [side, `${side}公示起止`, `${side}公示地点`])),
    );
  });

  it.each([
    ['host-unit', '昆明翠湖人力资源有限公司', '昆明市松华中学', '2026年9月17日至9月23日'],
    ['dispatch-company', '昆明市松华中学', '昆明翠湖人力资源有限公司', '2026年9月18日至9月24日'],
  ] as const)('knows which of the two this unit is: %s', (ownSide, company, host, companyDays) => {
    const input = { ...dispatch, dispatch: { ...dispatch.dispatch, ownSide } };
    expect(templateData('publicity-proof-dispatch', input)).toMatchObject({
      派遣单位: company,
      用工单位: host,
      派遣单位公示起止: companyDays,
    });
  });
});

it('counts the days of a notice as its proof does, row by row', () => {
  const { 工作日: rows } = templateData('notice-proof', TEMPLATE_INPUTS['notice-proof']);
  expect(rows).toHaveLength(5);
  expect(rows).toMatchObject([{ 序号: '1', 日期: '2026年9月20日', 星期: '周日，调休上班' }, { 序号: '2' }, {}, {}, {}]);
});

it('shows no identity number on the notice that is posted', async () => {
  const { makeTemplates } = await import('../../../../../resources/scripts/templates/all.ts');
  const { fillTemplate } = await import('#jobs/docx/templates.ts');
  const { bytes } = (await makeTemplates()).find(({ kind }) => kind === 'publicity-notice')!;
  const data = templateData('publicity-notice', TEMPLATE_INPUTS['publicity-notice']);
  const filled = await fillTemplate({ bytes, placeholders: placeholdersFor('publicity-notice'), data });
  expect(JSON.stringify(filled)).toContain(DUAN.name);
  expect(JSON.stringify(filled)).not.toContain(DUAN.idNumber);
});

it('returns every line of the opinion', () => {
  const letter = TEMPLATE_INPUTS['return-letter'];
  expect(templateData('return-letter', letter)).toMatchObject({
    办理结果: '返回修改',
    重置: false,
    剩余机会: '2',
    截止日期: '2026年9月30日',
    意见: [{ 内容: '请修改以下2处后重新提交：' }, { 内容: expect.stringContaining('1. 学历情况') }, {}],
  });
  expect(templateData('return-letter', { ...letter, decision: 'reset', closesOn: null })).toMatchObject({
    办理结果: '重置流程',
    重置: true,
    有截止日期: false,
  });
});

it('groups the report by committee, series and level', () => {
  const data = templateData('unit-report', TEMPLATE_INPUTS['unit-report']);
  expect(data['汇总']).toMatchObject([
    { 系列: '中小学教师', 级别: '副高级', 人数: '2' },
    { 系列: '卫生', 级别: '中级', 人数: '1' },
  ]);
});

it('takes a person from what was filed', () => {
  const application = completeApplication();
  const held = application.modules.find(({ id }) => id === 'current-title')?.records[0];
  const person = personInput(application);
  expect(person).toMatchObject({
    name: application.applicant.name,
    presentTitle: held?.fields['title'],
    title: application.filing.title,
  });
  expect(person.achievements).toMatch(/^(?:(?:课题|专利|奖励|著作|论文)：.+。)+$/u);
  expect(personInput({ ...application, modules: [] })).toMatchObject({ presentTitle: '', achievements: '' });
});
