/**
 * What the papers with templates are written from, already looked up. Days are 'YYYY-MM-DD', months 'YYYY-MM',
 * '' or null where nobody knows.
 */
import type { Decision, DispatchSide, PublicityOutcome, TitleLevel } from '#model/application.ts';
import type { NoticeFacts } from '#model/notice-text.ts';
import type { TemplateKind } from '#model/paper.ts';

export type UnitInput = Readonly<{
  name: string;
  year: number;
  contact: string;
  phone: string;
}>;

export type PersonInput = Readonly<{
  name: string;
  sex: string;
  birthday: string;
  idNumber: string;
  department: string;
  /** the highest */
  education: string;
  degree: string;
  school: string;
  major: string;
  presentTitle: string;
  presentSince: string;
  appointedOn: string;
  /** 从事专业 */
  occupation: string;
  series: string;
  level: TitleLevel;
  specialty: string;
  title: string;
  committee: string;
  /** 学术、业绩成果, as one text */
  achievements: string;
}>;

/** A day that counts (Q18), and whether it is a day off by the week that is worked (调休上班). */
export type CountedDay = Readonly<{ date: string; isMakeUp: boolean }>;

export type NoticeInput = Readonly<{
  postedOn: string;
  endsOn: string;
  days: readonly CountedDay[];
  facts: NoticeFacts;
}>;

export type ObjectionInput = Readonly<{
  /** about whom */
  name: string;
  receivedOn: string;
  from: string;
  way: string;
  content: string;
  investigation: string;
  verdict: 'unfounded' | 'upheld' | null;
  settledOn: string | null;
}>;

/** 双公示 (Q18): the notice of the other unit; its days null where its year's calendar is not loaded. */
export type DispatchInput = Readonly<{
  ownSide: DispatchSide;
  otherUnit: string;
  otherNotice: Readonly<{ postedOn: string; endsOn: string; place: string; days: readonly CountedDay[] | null }>;
}>;

type OfNotice = Readonly<{ unit: UnitInput; notice: NoticeInput }>;
/** `on`: the day under the paper; null: left for the hand that signs. */
type Signed = Readonly<{ on: string | null }>;

export type ProofInput = OfNotice &
  Signed &
  Readonly<{
    person: PersonInput;
    outcome: PublicityOutcome;
    /** to this person */
    objections: readonly ObjectionInput[];
    photos: number;
  }>;

export type TemplateInputs = Readonly<{
  'publicity-notice': OfNotice & Readonly<{ people: readonly PersonInput[] }>;
  'objection-record': OfNotice & Signed & Readonly<{ objections: readonly ObjectionInput[] }>;
  'publicity-proof': ProofInput;
  'publicity-proof-dispatch': ProofInput & Readonly<{ dispatch: DispatchInput }>;
  'notice-proof': OfNotice &
    Signed &
    Readonly<{
      people: readonly (PersonInput & Readonly<{ outcome: PublicityOutcome }>)[];
      objections: readonly ObjectionInput[];
      photos: number;
    }>;
  'return-letter': Readonly<{
    unit: UnitInput;
    person: PersonInput;
    decision: Exclude<Decision, 'approve'>;
    /** as the applicant reads it in the system, lines numbered */
    opinion: string;
    chancesLeft: number;
    /** the last day of the committee's window */
    closesOn: string | null;
    on: string;
  }>;
  'unit-report': Readonly<{ unit: UnitInput }> &
    Signed &
    Readonly<{
      /** to whom it goes: 主管部门 or 县区人社局 (Q3) */
      receiver: string;
      people: readonly PersonInput[];
      notices: readonly Readonly<{ postedOn: string; endsOn: string; place: string; people: number }>[];
      /** to those who are recommended, none of them upheld */
      objections: number;
    }>;
  'situation-statement': Readonly<{ unit: UnitInput }> &
    Signed &
    Readonly<{
      receiver: string;
      /** why the unit's own way to a committee is not open, and on which rule that rests; '' until somebody writes it */
      reason: string;
      basis: string;
      people: readonly PersonInput[];
    }>;
}>;

/** Nobody adds a kind without its input. */
export type InputOf<Kind extends TemplateKind> = TemplateInputs[Kind];
