/** 公示情况证明 of one person (Q18), and of one whom a dispatch company sent. */
import { DISPATCH_SIDES, type DispatchSide } from '#model/application.ts';
import { formatPaperSpan } from '#model/beijing-time.ts';
import { condition, list, optional, required, text, type Field } from './fields.ts';
import type { CountedDay, InputOf, ProofInput } from './inputs.ts';
import { dayField, dayFields, noticeFields, OBJECTION_FIELDS, PERSON_FIELDS, unitFields } from './shared-fields.ts';
import { clause, daysWords, outcomeWords } from './words.ts';

function proofFields<Input extends ProofInput>(): readonly Field<Input>[] {
  return [
    ...PERSON_FIELDS.map((field) => ({ ...field, value: ({ person }: Input) => field.value(person) })),
    required(['公示结论', '有无异议及核实的结论'], ({ outcome, objections }) =>
      outcomeWords(outcome, objections.length),
    ),
    condition(['有异议', '收到过异议'], ({ objections }) => objections.length > 0),
    condition(['可以推荐', '没有属实的异议'], ({ outcome }) => outcome !== 'objection-upheld'),
    list(['异议', '每件的反映内容、核实情况和结论'], {
      of: ({ objections }: Input) => objections,
      fields: OBJECTION_FIELDS,
    }),
    text(['照片张数', '公示照片'], ({ photos }) => String(photos)),
    dayField<Input>(),
  ];
}

export const PUBLICITY_PROOF: readonly Field<ProofInput>[] = [
  ...unitFields<ProofInput>(),
  ...proofFields<ProofInput>(),
  ...noticeFields<ProofInput>(),
  ...dayFields<ProofInput>(),
];

type Dispatch = InputOf<'publicity-proof-dispatch'>;
type Side = Readonly<{
  unit: string;
  postedOn: string;
  endsOn: string;
  place: string;
  days: readonly CountedDay[] | null;
}>;

/** What the two units have done, whichever of them this one is. */
function sideOf({ unit, notice, dispatch }: Dispatch, side: DispatchSide): Side {
  const { postedOn, endsOn, days, facts } = notice;
  return dispatch.ownSide === side
    ? { unit: unit.name, postedOn, endsOn, days, place: clause(facts.place) }
    : { unit: dispatch.otherUnit, ...dispatch.otherNotice };
}

const SIDE_WORDS: Readonly<Record<DispatchSide, readonly [prefix: string, meaning: string]>> = {
  'dispatch-company': ['派遣单位', '劳务派遣公司'],
  'host-unit': ['用工单位', '实际用工的单位'],
};

/** 双公示: both periods, places and days, since one that is missing makes the proof worthless. */
const SIDE_FIELDS: readonly Field<Dispatch>[] = DISPATCH_SIDES.flatMap((side) => {
  const [prefix, meaning] = SIDE_WORDS[side];
  return [
    required<Dispatch>([prefix, meaning], (input) => sideOf(input, side).unit),
    required<Dispatch>([`${prefix}公示起止`, ''], (input) => {
      const { postedOn, endsOn } = sideOf(input, side);
      return formatPaperSpan(postedOn, endsOn);
    }),
    required<Dispatch>([`${prefix}公示地点`, ''], (input) => sideOf(input, side).place),
    text<Dispatch>([`${prefix}工作日明细`, '那一年的放假安排没有装入时留空手填'], (input) =>
      daysWords(sideOf(input, side).days ?? []),
    ),
  ];
});

export const PUBLICITY_PROOF_DISPATCH: readonly Field<Dispatch>[] = [
  // each of the two units has a placeholder of its own
  ...optional(unitFields<Dispatch>()),
  ...proofFields<Dispatch>(),
  ...SIDE_FIELDS,
  required(['公示内容', '学历、资历条件及学术、业绩成果等'], ({ notice }) => clause(notice.facts.shown)),
  text(['受理部门', '受理异议的部门或联系人'], ({ notice }) => notice.facts.contact.trim()),
  required(['监督电话', '受理异议的电话'], ({ notice }) => notice.facts.phone.trim()),
];
