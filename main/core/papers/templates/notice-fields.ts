/** 公示通知, 异议记录, and the proof of a whole notice. */
import type { PublicityOutcome } from '#model/application.ts';
import { condition, each, list, optional, required, text, type Field } from './fields.ts';
import type { PersonInput, TemplateInputs } from './inputs.ts';
import { dayField, dayFields, noticeFields, OBJECTION_FIELDS, PERSON_FIELDS, unitFields } from './shared-fields.ts';
import { outcomeWords, peopleWords, titlesWords } from './words.ts';

type OfPeople = Readonly<{ people: readonly PersonInput[] }>;

export function peopleFields<Input extends OfPeople>(): readonly Field<Input>[] {
  return [
    text(['人员概述', '如段雪梅等3人'], ({ people }) => peopleWords(people)),
    text(['资格概述', '只有一种时为资格名称，否则为“有关专业技术”'], ({ people }) => titlesWords(people)),
    text(['人数', ''], ({ people }) => String(people.length)),
    list(['人员', '每人一行'], {
      of: ({ people }: Input) => people,
      fields: each(PERSON_FIELDS),
      isRequired: true,
    }),
  ];
}

type Notice = TemplateInputs['publicity-notice'];
export const PUBLICITY_NOTICE: readonly Field<Notice>[] = [
  ...unitFields<Notice>(),
  ...noticeFields<Notice>(),
  ...dayFields<Notice>(),
  ...peopleFields<Notice>(),
];

type Record_ = TemplateInputs['objection-record'];
export const OBJECTION_RECORD: readonly Field<Record_>[] = [
  ...unitFields<Record_>(),
  ...optional(noticeFields<Record_>()),
  condition(['无异议', '没有收到异议'], ({ objections }) => objections.length === 0),
  text(['异议件数', ''], ({ objections }) => String(objections.length)),
  list(['异议', '每件一份'], {
    of: ({ objections }: Record_) => objections,
    fields: OBJECTION_FIELDS,
    isRequired: true,
  }),
  dayField<Record_>(),
];

type Proof = TemplateInputs['notice-proof'];
type Concluded = Proof['people'][number];
export const NOTICE_PROOF: readonly Field<Proof>[] = [
  ...unitFields<Proof>(),
  ...noticeFields<Proof>(),
  ...dayFields<Proof>(),
  text(['人员概述', '如段雪梅等3人'], ({ people }) => peopleWords(people)),
  text(['人数', ''], ({ people }) => String(people.length)),
  list(['人员', '每人一行'], {
    of: ({ people }: Proof) => people,
    fields: each<Concluded>([
      ...PERSON_FIELDS,
      required(['公示结果', '每人的'], ({ outcome }) => SHORT_OUTCOMES[outcome]),
    ]),
    isRequired: true,
  }),
  required(['公示结论', '有无异议及核实的结论'], noticeOutcome),
  condition(['有异议', '收到过异议'], ({ objections }) => objections.length > 0),
  list(['异议', '每件的反映内容、核实情况和结论'], {
    of: ({ objections }: Proof) => objections,
    fields: OBJECTION_FIELDS,
  }),
  text(['照片张数', '公示照片'], ({ photos }) => String(photos)),
  dayField<Proof>(),
];

const SHORT_OUTCOMES: Readonly<Record<PublicityOutcome, string>> = {
  'no-objection': '无异议',
  'objection-settled': '有异议，经核实不影响推荐',
  'objection-upheld': '异议属实，不予推荐',
};

function noticeOutcome({ people, objections }: Proof): string {
  if (objections.length === 0) return outcomeWords('no-objection', 0);
  const upheld = people.filter(({ outcome }) => outcome === 'objection-upheld');
  const others = `公示期间收到异议${objections.length}件，均已调查核实`;
  if (upheld.length === 0) return `${others}，反映的问题不属实，不影响推荐`;
  return `${others}，其中对${upheld.map(({ name }) => name).join('、')}的异议属实，不予推荐`;
}
