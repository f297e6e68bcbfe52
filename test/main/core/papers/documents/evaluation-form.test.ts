/** 《专业技术职务任职资格评审表》: everything filed stands on it, under the heading where it belongs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluationForm, NOT_PASSED, type EvaluationFormInput } from '#core/papers/documents/evaluation-form.ts';
import { paperDay, paperPeriod } from '#core/papers/documents/given-days.ts';
import type { Application, FiledModule } from '#model/application.ts';
import { MODULE_IDS, MODULES, moduleDef } from '#model/modules.ts';
import { withFields, withoutRecords, withRecord } from '../../../../support/complete-application.ts';
import { paperPerson, RARE_NAME, withName } from '../../../../support/paper-people.ts';
import { linesOf, tableFaults, textOf } from '../../../../support/paper-sections.ts';

function formOf(application: Application, over: Partial<EvaluationFormInput> = {}): EvaluationFormInput {
  const held = application.modules.find(({ id }) => id === 'current-title')?.records[0];
  const { unit } = paperPerson();
  return { application, unit, heldRecordId: held?.id ?? null, isElectronicPassed: true, ...over };
}

/** Between the heading and the next one of the form. */
function under(lines: readonly string[], from: string, to: string): string {
  return lines.slice(lines.indexOf(from), lines.indexOf(to)).join('\n');
}

const HEADINGS = [
  '基本情况',
  '现有职称情况',
  '学习培训经历',
  '工作经历',
  '专业技术工作总结',
  '任现职前主要专业技术工作业绩登记',
  '任现职后主要专业技术工作业绩登记',
  '著作、论文及重要技术报告登记',
  '考试成绩及答辩情况',
  '年度及任期满考核结果',
  '单位推荐意见',
  '评审审批意见',
];

describe('评审表', () => {
  const { application } = withName(paperPerson(), RARE_NAME);

  it('has the parts of the form in its order', () => {
    const lines = linesOf(evaluationForm(formOf(application)));
    expect(lines.filter((line) => HEADINGS.includes(line))).toEqual(HEADINGS);
    expect(tableFaults(evaluationForm(formOf(application)))).toEqual([]);
  });

  it('says on its cover who files for what, and since when the present title is held', () => {
    const [cover] = evaluationForm(formOf(application));
    const words = textOf(cover ? [cover] : []);
    for (const word of ['昆明市松华中学', RARE_NAME, '一级教师', '高级教师', '中小学教师（副高级）', '数学']) {
      expect(words).toContain(word);
    }
    expect(words).toContain('2026年');
  });

  it('tells what was done before the present appointment from what was done since', () => {
    // appointed in January 2018
    const filed = [
      { awardedOn: '2017-12', name: '前一月的奖' },
      { awardedOn: '2018-01', name: '当月的奖' },
      { awardedOn: '', name: '没写时间的奖' },
    ].reduce((all, fields) => withRecord(all, 'award', fields), application);
    const spanning = withRecord(filed, 'main-work', { from: '2016-09', to: '', name: '一直在做的工作' });
    const earlier = withRecord(spanning, 'project', { from: '2015-01', to: '2016-12', name: '早年课题' });
    const lines = linesOf(evaluationForm(formOf(earlier)));
    const before = under(lines, HEADINGS[5] ?? '', HEADINGS[6] ?? '');
    const after = under(lines, HEADINGS[6] ?? '', '主要专业技术工作业绩登记（未填时间）');
    const undated = under(lines, '主要专业技术工作业绩登记（未填时间）', HEADINGS[7] ?? '');
    expect(before).toContain('前一月的奖');
    expect(before).toContain('早年课题');
    expect(after).toContain('当月的奖');
    expect(after).toContain('一直在做的工作');
    expect(undated).toContain('没写时间的奖');
    expect(undated).not.toContain('当月的奖');
  });

  it('does not part the work of somebody who holds no title', () => {
    const lines = linesOf(evaluationForm(formOf(withoutRecords(application, 'current-title'))));
    expect(lines).toContain('主要专业技术工作业绩登记');
    expect(lines.filter((line) => line.startsWith('任现职'))).toEqual([]);
  });

  it('has the opinion as it was submitted and leaves every signature to a hand', () => {
    const text = '该同志德能勤绩俱佳。\n于2026年9月9日至9月16日公示，无异议，同意推荐。';
    const opinion = { text, submittedAt: 0, submittedBy: '李敏' };
    const lines = linesOf(evaluationForm(formOf({ ...application, opinion })));
    const unit = under(lines, '单位推荐意见', '评审审批意见');
    expect(unit).toContain(text);
    expect(unit.match(/负责人（签字）：____/g)).toHaveLength(2);
    const committee = lines.slice(lines.indexOf('评审审批意见')).join('\n');
    for (const words of ['专家（签字）：____', '赞成人数', '主任（签字）：____', '人事或职改部门审批意见']) {
      expect(committee).toContain(words);
    }
    expect(committee).not.toMatch(/\d/);
  });

  it('takes the highest education for 最高学历, whatever came last', () => {
    const more = withRecord(application, 'education', {
      level: '硕士研究生',
      degree: '教育硕士',
      school: '滇池大学',
      major: '教育管理',
      from: '2008-09',
      to: '2010-06',
      years: '2年',
    });
    const last = withRecord(more, 'education', { level: '大专', school: '翠湖学院', from: '2012-09', to: '2015-06' });
    const basics = under(linesOf(evaluationForm(formOf(last))), '基本情况', '现有职称情况');
    expect(basics).toContain('2010年6月\n滇池大学\n教育管理\n2年\n硕士研究生\n教育硕士');
  });

  it('says on every page that it must not be handed in before the electronic review has passed', () => {
    const sections = evaluationForm(formOf(application, { isElectronicPassed: false }));
    expect(sections.map(({ footer }) => footer?.left)).toEqual([NOT_PASSED, NOT_PASSED]);
    expect(evaluationForm(formOf(application)).map(({ footer }) => footer?.left)).toEqual([
      undefined,
      '昆明市松华中学　2026年度职称申报',
    ]);
  });

  it('keeps fields that this edition of the modules does not know', () => {
    const lines = linesOf(evaluationForm(formOf(withFields(application, 'paper', { impact: '2.71' }))));
    expect(lines.slice(lines.indexOf('其他填报内容'))).toContain('2.71');
  });
});

describe('nothing that was filed is lost', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('', '䶮', '2019-07', '2019-7', '2019-07-01', '至今', '第一行\n第二行', '{page}', '·'),
    fc
      .date({ min: new Date('1950-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 7)),
  );
  const records = (keys: readonly string[]) =>
    fc.array(
      fc.record({
        id: fc.uuid(),
        fields: fc.record(Object.fromEntries([...keys, 'unheard-of'].map((key) => [key, value]))),
        attachmentIds: fc.constant([]),
      }),
      { maxLength: 4 },
    );
  const modules: fc.Arbitrary<FiledModule[]> = fc.tuple(
    ...MODULE_IDS.map((id) => {
      const keys = moduleDef(id).fields.map(({ key }) => key);
      return records(keys).map((filed) => ({ id, records: filed }));
    }),
  );

  it('each value stands on the form, as it was typed or as papers write a day', () => {
    const base = paperPerson().application;
    fc.assert(
      fc.property(modules, (filed) => {
        const sections = evaluationForm(formOf({ ...base, modules: filed }));
        expect(tableFaults(sections)).toEqual([]);
        const paper = textOf(sections);
        for (const line of filed.flatMap(expectedLines)) expect(paper).toContain(line);
      }),
      { numRuns: 60 },
    );
  });

  function expectedLines({ id, records: filed }: FiledModule): readonly string[] {
    const days = new Set(
      MODULES.flatMap((def) => def.fields)
        .filter(({ kind }) => kind === 'month' || kind === 'date')
        .map(({ key }) => key),
    );
    return filed.flatMap(({ fields }, at) =>
      Object.entries(fields).flatMap(([key, typed]) => {
        const known = moduleDef(id).fields.some((field) => field.key === key) && (id !== 'basic' || at === 0);
        if (known && (key === 'from' || key === 'to'))
          return [paperPeriod(fields['from']?.trim() ?? '', fields['to']?.trim() ?? '')];
        const shown = known && days.has(key) ? paperDay(typed.trim()) : typed.trim();
        return shown.split(/\r\n|\r|\n/);
      }),
    );
  }
});
