import * as z from 'zod';
import { APPLICATION_STATES, EMPLOYMENT_KINDS, TITLE_LEVELS } from '#model/application.ts';
import { MODULE_IDS } from '#model/modules.ts';
import { ApplicationSchema, PublicitySchema } from '#protocol/application.ts';
import { command, query } from './define.ts';
import { AnsweredFindingSchema, FindingCountsSchema } from './findings.contract.ts';
import { DecisionSchema, DeliverySchema, Done, Instant, Nothing, Page, PlainDate, ShortText, Uuid } from './common.ts';

/** The saved views of the queue's second row (ux 3.2). */
export const QUEUE_VIEWS = [
  'to-review',
  'urgent',
  'ready',
  'resubmitted',
  'with-applicant',
  'undelivered',
  'all',
] as const;
const ViewSchema = z.enum(QUEUE_VIEWS);
/** 必须解决, 需核对, 没有发现问题 */
export const QUEUE_PROBLEMS = ['blocking', 'look', 'none'] as const;

const QueueQuery = z.strictObject({
  view: ViewSchema.default('to-review'),
  /** name, pinyin, initials, last digits of the ID number, title, department */
  search: z.string().max(60).default(''),
  committees: z.array(z.string().max(100)).max(100).default([]),
  levels: z.array(z.enum(TITLE_LEVELS)).max(TITLE_LEVELS.length).default([]),
  employments: z.array(z.enum(EMPLOYMENT_KINDS)).max(EMPLOYMENT_KINDS.length).default([]),
  departments: z.array(ShortText).max(200).default([]),
  /** with findings that nobody has answered: any that must be settled, any to be looked at, neither */
  problems: z.array(z.enum(QUEUE_PROBLEMS)).max(QUEUE_PROBLEMS.length).default([]),
  sort: z.enum(['latest-start', 'name', 'closes', 'submitted']).default('latest-start'),
  descending: z.boolean().default(false),
});

/** 最迟公示日 (product rule 5), or why there is none to show. */
export const LatestStartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), date: PlainDate, daysLeft: z.int() }),
  z.strictObject({ kind: z.literal('no-window') }),
  z.strictObject({ kind: z.literal('calendar-missing'), year: z.int() }),
  /** publicity already runs or is done, or the application is not the unit's to act on */
  z.strictObject({ kind: z.literal('not-needed') }),
]);

export const PublicityStandingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('running'), day: z.int(), days: z.int(), endsOn: PlainDate }),
  z.strictObject({ kind: z.literal('over'), endsOn: PlainDate }),
  z.strictObject({ kind: z.literal('concluded'), endsOn: PlainDate }),
  z.strictObject({ kind: z.literal('objection') }),
]);

export const QueueRowSchema = z.strictObject({
  id: Uuid,
  version: z.int(),
  name: ShortText,
  department: ShortText,
  title: ShortText,
  committee: ShortText,
  state: z.enum(APPLICATION_STATES),
  closesAt: Instant.nullable(),
  latestStart: LatestStartSchema,
  /** 基层单位意见 */
  opinion: z.enum(['none', 'draft', 'submitted']),
  publicity: PublicityStandingSchema,
  chancesLeft: z.int().min(0),
  strikes: z.int().min(0),
  /** how many stand that nobody has answered */
  findings: FindingCountsSchema,
  submission: z.int(),
  seen: z.strictObject({ done: z.int(), total: z.int() }),
  hasDraft: z.boolean(),
  /** this unit's latest decision that the city's state does not show yet */
  pending: z.strictObject({ decision: DecisionSchema, delivery: DeliverySchema, commandId: Uuid }).nullable(),
  /** the latest decision of this computer, whatever became of it, for the 送达 column */
  delivery: DeliverySchema.nullable(),
});

/** Why an approval is not possible yet (product rule 2); the screen shows each as a link. */
export const APPROVAL_GAPS = [
  'opinion-missing',
  'publicity-missing',
  'publicity-running',
  'publicity-unconcluded',
  'objection-open',
  'objection-upheld',
  'dispatch-incomplete',
  'findings-blocking',
  'calendar-missing',
] as const;
export const ApprovalGapSchema = z.strictObject({
  code: z.enum(APPROVAL_GAPS),
  /** first day on which approving is possible, where a date is what is missing */
  possibleFrom: PlainDate.nullable(),
  /** how many findings block, where that is it */
  count: z.int().nullable(),
});

const Address = z.string().max(200);

const Detail = z.strictObject({
  /** the desk's clock when this was read: the window's own may differ */
  now: Instant,
  application: ApplicationSchema,
  row: QueueRowSchema,
  /** why the unit cannot act, or null when it can */
  notActionable: z.enum(['not-at-unit-review', 'closed-for-year', 'decided']).nullable(),
  approvalGaps: z.array(ApprovalGapSchema).max(10),
  /** blocking first, then in the order of the modules */
  findings: z.array(AnsweredFindingSchema).max(10_000),
  /** 基层单位意见 and 公示记录 as they stand here, whatever has reached the city */
  unitForms: z.strictObject({
    opinion: z
      .strictObject({
        text: z.string(),
        submittedAt: Instant,
        submittedBy: ShortText,
        /** which version of this computer, and how far it has come; null when it was written elsewhere */
        number: z.int().nullable(),
        delivery: DeliverySchema.nullable(),
      })
      .nullable(),
    publicity: z.strictObject({ record: PublicitySchema, noticeId: Uuid.nullable() }).nullable(),
  }),
  /** module ids looked at since they last changed */
  seenModules: z.array(z.enum(MODULE_IDS)),
  seenAttachments: z.array(Uuid),
  /** modules that differ from what was last reviewed, after a resubmission */
  changedModules: z.array(z.enum(MODULE_IDS)),
  /** attachment id → address of the picture for this session, or null while it is still at the city */
  scans: z.record(z.string(), Address.nullable()),
  /** the same for a picture as large as a window shows it, 1600 pixels at most, made when it is first asked for */
  screens: z.record(z.string(), Address.nullable()),
  /** the same for a small picture of it, 320 pixels at most */
  thumbnails: z.record(z.string(), Address.nullable()),
  /** pages filed on this computer, in the order of their places; pictures are null until they are made */
  filedPages: z
    .array(
      z.strictObject({
        id: Uuid,
        moduleId: z.enum(MODULE_IDS),
        fileName: z.string().max(255),
        pictures: z.strictObject({
          thumbnail: Address.nullable(),
          original: Address.nullable(),
          copy: Address.nullable(),
        }),
      }),
    )
    .max(10_000),
  /** decisions of this computer, newest first, with what became of them */
  decisions: z.array(
    z.strictObject({
      commandId: Uuid,
      decision: DecisionSchema,
      opinion: z.string(),
      decidedAt: Instant,
      decidedBy: ShortText,
      delivery: DeliverySchema,
      receiptNumber: z.string().max(40).nullable(),
    }),
  ),
});

export const applications = {
  list: query({
    input: QueueQuery.extend(Page),
    output: z.strictObject({
      total: z.int().min(0),
      rows: z.array(QueueRowSchema).max(500),
      /** how many in each view, before search and filters */
      counts: z.record(ViewSchema, z.int().min(0)),
      /** Beijing date the days are counted from */
      today: PlainDate,
    }),
  }),
  /** ids of the whole view in order, for 「第12/86件」, next and previous */
  ids: query({ input: QueueQuery, output: z.strictObject({ ids: z.array(Uuid).max(100_000) }) }),
  /** what can be filtered by, with counts */
  facets: query({
    input: Nothing,
    output: z.strictObject({
      committees: z.array(z.strictObject({ value: ShortText, count: z.int() })).max(200),
      departments: z.array(z.strictObject({ value: ShortText, count: z.int() })).max(1000),
    }),
  }),
  /** `isAhead`: it may be opened next; its scans are not fetched before those of the one on screen */
  get: query({
    input: z.strictObject({ id: Uuid, isAhead: z.boolean().default(false) }),
    output: Detail,
    errors: ['not-found'],
  }),
  /** Records that this person looked at these parts, as they stand now. */
  markSeen: command({
    input: z.strictObject({
      id: Uuid,
      modules: z.array(z.enum(MODULE_IDS)).max(MODULE_IDS.length).default([]),
      attachments: z.array(Uuid).max(500).default([]),
    }),
    output: Done,
    errors: ['not-found'],
  }),
} as const;
