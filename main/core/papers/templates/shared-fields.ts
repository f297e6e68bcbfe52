/** Placeholders that several papers have. */
import { LEVEL_WORDS } from '#model/application.ts';
import { formatPaperDate, formatPaperSpan } from '#model/beijing-time.ts';
import { PUBLICITY_DAYS } from '#model/publicity-dates.ts';
import { paperDay } from '../documents/given-days.ts';
import { each, list, required, text, type Field } from './fields.ts';
import type { CountedDay, NoticeInput, ObjectionInput, PersonInput, UnitInput } from './inputs.ts';
import { clause, dayKind, daysWords, dayWords, monthWords, verdictWords } from './words.ts';

export function unitFields<Input extends Readonly<{ unit: UnitInput }>>(): readonly Field<Input>[] {
  return [
    required(['单位名称', '本单位全称，与公章一致'], ({ unit }) => unit.name),
    text(['年度', '申报年度，如2026'], ({ unit }) => String(unit.year)),
    text(['联系人', '单位信息中的联系人'], ({ unit }) => unit.contact),
    text(['联系电话', '单位信息中的电话'], ({ unit }) => unit.phone),
  ];
}

/** Q18: what is shown, for at least five working days. */
export function noticeFields<Input extends Readonly<{ notice: NoticeInput }>>(): readonly Field<Input>[] {
  return [
    required(['公示起止', '如2026年9月18日至9月24日'], ({ notice }) => formatPaperSpan(notice.postedOn, notice.endsOn)),
    text(['发布日期', '公示发布的那一天'], ({ notice }) => formatPaperDate(notice.postedOn)),
    text(['期满日期', '第5个工作日'], ({ notice }) => formatPaperDate(notice.endsOn)),
    required(['工作日数', '计入公示期的工作日天数'], ({ notice }) =>
      // its end was reckoned when it was posted, whatever calendars are here now
      String(notice.days.length || PUBLICITY_DAYS),
    ),
    required(['公示内容', '学历、资历条件及学术、业绩成果等'], ({ notice }) => clause(notice.facts.shown)),
    required(['公示地点', '地点和方式'], ({ notice }) => clause(notice.facts.place)),
    text(['材料查阅', '申报材料在哪里看'], ({ notice }) => clause(notice.facts.materialsAt)),
    text(['受理部门', '受理异议的部门或联系人'], ({ notice }) => notice.facts.contact.trim()),
    required(['监督电话', '受理异议的电话'], ({ notice }) => notice.facts.phone.trim()),
  ];
}

/** Each working day by itself, as text and as rows. */
export function dayFields<Input extends Readonly<{ notice: NoticeInput }>>(): readonly Field<Input>[] {
  return [
    text(['工作日明细', '计入的每一个工作日，连成一句'], ({ notice }) => daysWords(notice.days)),
    list(['工作日', '计入的每一个工作日，一天一行'], {
      of: ({ notice }: Input) => notice.days,
      fields: each([
        text<CountedDay>(['日期', '如2026年9月21日'], ({ date }) => formatPaperDate(date)),
        text(['星期', '如周一；调休上班的注明'], dayKind),
      ]),
    }),
  ];
}

export const PERSON_FIELDS = [
  required(['姓名', ''], ({ name }: PersonInput) => name),
  text(['性别', ''], ({ sex }: PersonInput) => sex),
  text(['出生年月', '如1985.03'], ({ birthday }: PersonInput) => monthWords(birthday)),
  text(['出生日期', '如1985年3月12日'], ({ birthday }: PersonInput) => paperDay(birthday)),
  text(['身份证号', '公示通知上不要写'], ({ idNumber }: PersonInput) => idNumber),
  text(['部门', '部门岗位'], ({ department }: PersonInput) => department),
  text(['学历学位', '最高的，如本科、学士'], ({ education, degree }: PersonInput) =>
    [education, degree].filter(Boolean).join('、'),
  ),
  text(['毕业院校', ''], ({ school }: PersonInput) => school),
  text(['所学专业', ''], ({ major }: PersonInput) => major),
  text(['现职称', ''], ({ presentTitle }: PersonInput) => presentTitle),
  text(['取得时间', '现职称，如2018.11'], ({ presentSince }: PersonInput) => monthWords(presentSince)),
  text(['聘任时间', '现职称，如2018.12'], ({ appointedOn }: PersonInput) => monthWords(appointedOn)),
  text(['从事专业', ''], ({ occupation }: PersonInput) => occupation),
  text(['申报系列', ''], ({ series }: PersonInput) => series),
  text(['申报级别', '正高级、副高级、中级、助理级、员级'], ({ level }: PersonInput) => LEVEL_WORDS[level]),
  text(['申报专业', ''], ({ specialty }: PersonInput) => specialty),
  required(['申报资格', '资格名称，如高级教师'], ({ title }: PersonInput) => title),
  text(['评委会', ''], ({ committee }: PersonInput) => committee),
  text(['业绩成果', '课题、专利、奖励、著作、论文，连成一段'], ({ achievements }: PersonInput) => achievements),
] as const;

export const OBJECTION_FIELDS = each([
  text(['反映对象', '被反映的申报人'], ({ name }: ObjectionInput) => name),
  text(['受理日期', ''], ({ receivedOn }: ObjectionInput) => formatPaperDate(receivedOn)),
  text(['反映人', ''], ({ from }: ObjectionInput) => from || '（未署名）'),
  text(['反映方式', ''], ({ way }: ObjectionInput) => way),
  text(['反映内容', ''], ({ content }: ObjectionInput) => clause(content)),
  text(['核实情况', '调查核实的过程'], ({ investigation }: ObjectionInput) => clause(investigation)),
  text(['核实结论', ''], ({ verdict }: ObjectionInput) => verdictWords(verdict)),
  text(['办结日期', ''], ({ settledOn }: ObjectionInput) => (settledOn === null ? '' : formatPaperDate(settledOn))),
]);

/** The day beneath the unit's name. */
export function dayField<Input extends Readonly<{ on: string | null }>>(): Field<Input> {
  return text(['落款日期', '没有定的留空手填'], ({ on }: Input) => dayWords(on));
}
