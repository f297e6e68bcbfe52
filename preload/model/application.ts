/**
 * What an applicant files and where it stands: the shapes that the city sends, the archive keeps
 * and the screen shows. Words: the product's glossary; modules: part 五(二)2 of the guide.
 */
import type { ModuleId } from './modules.ts';

/** Where an application stands in the flow of 五(二)3(2). The unit acts at `unit-review` only. */
export const APPLICATION_STATES = [
  'unit-review',
  'with-applicant',
  'superior-review',
  'city-review',
  'accepted',
  'withdrawn',
  'closed',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** How the person belongs to the unit (Q2, Q7–Q10). Of the last two nobody may file (Q2). */
export const EMPLOYMENT_KINDS = [
  'staff',
  'off-staff',
  'dispatch',
  'worker-in-technical-post',
  'manager-in-technical-post',
  'seconded',
  'postdoc',
  'freelancer',
  'civil-servant',
  'retired',
] as const;
export type EmploymentKind = (typeof EMPLOYMENT_KINDS)[number];

export const TITLE_LEVELS = ['senior', 'associate-senior', 'middle', 'assistant', 'junior'] as const;
export type TitleLevel = (typeof TITLE_LEVELS)[number];
export const LEVEL_WORDS: Readonly<Record<TitleLevel, string>> = {
  senior: '正高级',
  'associate-senior': '副高级',
  middle: '中级',
  assistant: '助理级',
  junior: '员级',
};

export const FILING_KINDS = ['review', 'series-change', 'recognition'] as const;
export type FilingKind = (typeof FILING_KINDS)[number];
/** Q11, Q12 */
export const FILING_KIND_WORDS: Readonly<Record<FilingKind, string>> = {
  review: '评审',
  'series-change': '转系列评审',
  recognition: '考核定职',
};

export type Applicant = Readonly<{
  name: string;
  idNumber: string;
  sex: 'male' | 'female';
  /** 'YYYY-MM-DD' */
  birthday: string;
  phone: string;
  department: string;
  employment: EmploymentKind;
}>;

/** The choices a return keeps and a reset clears (五(二)3(1)). */
export type Filing = Readonly<{
  kind: FilingKind;
  series: string;
  level: TitleLevel;
  title: string;
  specialty: string;
  isEngineering: boolean;
  committee: string;
}>;

/** The committee's channel (Q5(4)); instants in epoch ms, `closesAt` is the instant after 24:00. */
export type FilingWindow = Readonly<{
  isProvincial: boolean;
  opensAt: number | null;
  closesAt: number | null;
}>;

export type FiledRecord = Readonly<{
  id: string;
  fields: Readonly<Record<string, string>>;
  attachmentIds: readonly string[];
}>;

export type FiledModule = Readonly<{ id: ModuleId; records: readonly FiledRecord[] }>;

export type Attachment = Readonly<{
  id: string;
  moduleId: ModuleId;
  recordId: string | null;
  name: string;
  /** hex SHA-256 of the original's bytes; its name on the wire */
  sha256: string;
  sizeBytes: number;
  mime: 'image/jpeg' | 'image/png';
}>;

/** 基层单位意见 (五(三)5), as far as an approval depends on it. */
export type BasicUnitOpinion = Readonly<{ text: string; submittedAt: number; submittedBy: string }>;

/** 无异议, 有异议已核实（不影响推荐）, 异议属实 (then nobody is recommended). */
export const PUBLICITY_OUTCOMES = ['no-objection', 'objection-settled', 'objection-upheld'] as const;
export type PublicityOutcome = (typeof PUBLICITY_OUTCOMES)[number];

/** The two units that answer for dispatch staff: 派遣公司, 用工单位 (Q10, Q18). */
export const DISPATCH_SIDES = ['dispatch-company', 'host-unit'] as const;
export type DispatchSide = (typeof DISPATCH_SIDES)[number];

/** 双公示、双审核、双盖章 (Q18): what the other unit posted, and which of the two have reviewed and sealed. */
export type DispatchRecord = Readonly<{
  /** the side that this unit is */
  ownSide: DispatchSide;
  otherUnit: string;
  /** the other unit's notice; null until it is known */
  otherNotice: Readonly<{ postedOn: string; endsOn: string; place: string }> | null;
  reviewed: readonly DispatchSide[];
  sealed: readonly DispatchSide[];
}>;

/** 公示记录 (Q18), as far as an approval depends on it. Dates are 'YYYY-MM-DD' in Beijing. */
export type PublicityRecord = Readonly<{
  postedOn: string;
  endsOn: string;
  place: string;
  openObjections: number;
  concludedAt: number | null;
  outcome: PublicityOutcome | null;
  /** of dispatch staff only */
  dispatch?: DispatchRecord | null | undefined;
}>;

export const STEP_ACTIONS = [
  'submit',
  'resubmit',
  'withdraw',
  'approve',
  'return',
  'reset',
  'opinion',
  'basic-opinion',
  'publicity',
  'accept',
  'close',
] as const;
export type StepAction = (typeof STEP_ACTIONS)[number];
export const STEP_LEVELS = ['applicant', 'unit', 'superior', 'city', 'system'] as const;
export type StepLevel = (typeof STEP_LEVELS)[number];

/** One line of 审核记录. `opinion` is a superior's, `basic-opinion` and `publicity` are the unit's forms. */
export type Step = Readonly<{
  id: string;
  at: number;
  level: StepLevel;
  actor: string;
  action: StepAction;
  opinion: string;
}>;

export type Application = Readonly<{
  id: string;
  /** grows with every change at the city; a command names the version it was made on */
  version: number;
  year: number;
  state: ApplicationState;
  applicant: Applicant;
  filing: Filing;
  window: FilingWindow;
  /** returns and resets spent so far, of 4 (五(二)3(1)) */
  chancesUsed: number;
  /** opinions raised by superiors, of 3 (五(三) 注意) */
  strikes: number;
  submittedAt: number;
  /** 1 for the first filing, 2 after the first correction … */
  submission: number;
  modules: readonly FiledModule[];
  attachments: readonly Attachment[];
  opinion: BasicUnitOpinion | null;
  publicity: PublicityRecord | null;
  history: readonly Step[];
}>;

/** The three decisions of the unit's review (五(三)4). */
export const DECISIONS = ['approve', 'return', 'reset'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Everything that this unit hands to the city: decisions, 基层单位意见, 公示记录, 单位信息. */
export const ACTS = [...DECISIONS, 'opinion', 'publicity', 'unit'] as const;
export type Act = (typeof ACTS)[number];

/** Narrows an act to one of the three that move an application on. */
export function isDecision(act: Act): act is Decision {
  return DECISIONS.some((decision) => decision === act);
}

/**
 * How far an act has travelled. `effective` is claimed only with a stored receipt.
 * waiting: on this computer, may still be undone · due: on this computer, goes out next ·
 * sending: handed to the network, no answer yet · attention: refused by the city, needs a person.
 */
export const DELIVERY_STATES = ['waiting', 'due', 'sending', 'effective', 'attention', 'undone'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
