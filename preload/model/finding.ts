/** What a check found in an application. Nothing is decided by it: people decide. */
import type { ModuleId } from './modules.ts';

/** 必须解决, 需核对, 提示 */
export const SEVERITIES = ['blocking', 'look', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Whom it speaks to: only what is the applicant's to correct can go into a return. */
export const AUDIENCES = ['applicant', 'unit'] as const;
export type Audience = (typeof AUDIENCES)[number];

export type Finding = Readonly<{
  /** `rule`, or `rule:subject` where a rule can speak several times; the same while the fault stands */
  key: string;
  rule: string;
  severity: Severity;
  audience: Audience;
  /** null: about the application as a whole */
  moduleId: ModuleId | null;
  recordId: string | null;
  /** key of the field in the module's record */
  field: string | null;
  attachmentId: string | null;
  /** as found: 「毕业时间填2010-07，早于入学时间2010-09」 */
  fact: string;
  /** what to do: 「请改正」 */
  advice: string;
  /** place in the guide: 'Q18', '五(三)5' */
  source: string;
  /** a blocking one for which the guide leaves room: it may be overridden, with a reason */
  canOverride: boolean;
}>;

export type FindingCounts = Readonly<Record<Severity, number>>;
