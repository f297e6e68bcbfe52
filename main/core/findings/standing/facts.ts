/** What the rules ask that turn with the day, with the unit's own forms and with the counters. */
import type { ApplicationState, EmploymentKind, FilingKind, PublicityRecord } from '#model/application.ts';
import type { PlainDate } from '#model/beijing-time.ts';

/** The last day on which the record form of a schooling can be verified online (Q14). */
export type DegreeRecord = Readonly<{ recordId: string; validUntil: string }>;

export type StandingFacts = Readonly<{
  state: ApplicationState;
  kind: FilingKind;
  employment: EmploymentKind;
  /** no decision of this unit is under way, and the year is not over for it */
  isActionable: boolean;
  submission: number;
  submittedAt: number;
  closesAt: number | null;
  degreeRecords: readonly DegreeRecord[];
  chancesLeft: number;
  strikes: number;
  /** 基层单位意见 and 公示记录 as they stand here */
  opinionAt: number | null;
  publicity: Omit<PublicityRecord, 'place'> | null;
  /** 最迟公示日, where one is needed and can be counted */
  latestStart: Readonly<{ date: string; daysLeft: number }> | null;
  now: number;
  /** the day of `now` in Beijing */
  today: PlainDate;
}>;
