/** 返回修改告知书, 推荐报告, 情况说明. */
import { LEVEL_WORDS } from '#model/application.ts';
import { formatPaperDate, formatPaperSpan } from '#model/beijing-time.ts';
import { condition, each, list, required, text, type Field } from './fields.ts';
import type { PersonInput, TemplateInputs } from './inputs.ts';
import { peopleFields } from './notice-fields.ts';
import { dayField, PERSON_FIELDS, unitFields } from './shared-fields.ts';
import { clause, outcomeWords } from './words.ts';

type Letter = TemplateInputs['return-letter'];

export const RETURN_LETTER: readonly Field<Letter>[] = [
  ...unitFields<Letter>(),
  ...PERSON_FIELDS.map((field) => ({ ...field, value: ({ person }: Letter) => field.value(person) })),
  required(['办理结果', '返回修改或重置流程'], ({ decision }) => (decision === 'return' ? '返回修改' : '重置流程')),
  condition(['重置', '已选的申报年度、类别、评委会要重新选'], ({ decision }) => decision === 'reset'),
  list(['意见', '审核意见，一条一行'], {
    of: ({ opinion }: Letter) => opinionLines(opinion),
    fields: [required(['内容', '一条意见'], ({ item }: Readonly<{ item: string }>) => item)],
    isRequired: true,
  }),
  text(['剩余机会', '返回修改和重置流程还剩几次'], ({ chancesLeft }) => String(chancesLeft)),
  condition(['有截止日期', ''], ({ closesOn }) => closesOn !== null),
  text(['截止日期', '评委会关闭申报的那一天'], ({ closesOn }) => (closesOn === null ? '' : formatPaperDate(closesOn))),
  dayField<Letter>(),
];

/** Empty lines mean nothing in a letter. */
function opinionLines(opinion: string): readonly string[] {
  return opinion
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter(Boolean);
}

type Report = TemplateInputs['unit-report'];
type Group = Readonly<{ committee: string; series: string; level: string; people: number }>;

export const UNIT_REPORT: readonly Field<Report>[] = [
  ...unitFields<Report>(),
  required(['主送机关', '主管部门或县（市）区人社局'], ({ receiver }) => receiver),
  ...peopleFields<Report>(),
  list(['汇总', '按评委会、系列、级别分组'], {
    of: ({ people }: Report) => groupsOf(people),
    fields: each<Group>([
      text(['评委会', ''], ({ committee }) => committee),
      text(['系列', ''], ({ series }) => series),
      text(['级别', ''], ({ level }) => level),
      text(['人数', ''], ({ people }) => String(people)),
    ]),
  }),
  list(['公示', '每次公示的起止、地点和人数'], {
    of: ({ notices }: Report) => notices,
    fields: each<Report['notices'][number]>([
      text(['公示起止', ''], ({ postedOn, endsOn }) => formatPaperSpan(postedOn, endsOn)),
      text(['公示地点', ''], ({ place }) => clause(place)),
      text(['公示人数', ''], ({ people }) => String(people)),
    ]),
  }),
  required(['公示结果', '有无异议'], ({ objections }) =>
    outcomeWords(objections === 0 ? 'no-objection' : 'objection-settled', objections),
  ),
  dayField<Report>(),
];

/** In the order in which the people stand. */
function groupsOf(people: readonly PersonInput[]): readonly Group[] {
  const groups = Map.groupBy(people, ({ committee, series, level }) => [committee, series, level].join('\n'));
  return [...groups.values()].flatMap(([first, ...others]) =>
    first
      ? [
          {
            committee: first.committee,
            series: first.series,
            level: LEVEL_WORDS[first.level],
            people: others.length + 1,
          },
        ]
      : [],
  );
}

type Statement = TemplateInputs['situation-statement'];

/** 昆人社通〔2025〕20号: with the rule that it rests on and the list of people. */
export const SITUATION_STATEMENT: readonly Field<Statement>[] = [
  ...unitFields<Statement>(),
  required(['主送机关', ''], ({ receiver }) => receiver),
  required(['事由', '本单位内部评委会渠道不畅通的原因'], ({ reason }) => clause(reason) || BLANK),
  required(['政策依据', '文件名称和文号'], ({ basis }) => clause(basis) || BLANK),
  ...peopleFields<Statement>(),
  dayField<Statement>(),
];

/** Underlined by the template: to be filled in by hand. */
const BLANK = '　'.repeat(18);
