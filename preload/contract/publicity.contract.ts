import * as z from 'zod';
import { DISPATCH_SIDES, EMPLOYMENT_KINDS, PUBLICITY_OUTCOMES } from '#model/application.ts';
import { DispatchSchema } from '#protocol/application.ts';
import { LatestStartSchema, PublicityStandingSchema } from './applications.contract.ts';
import { command, query } from './define.ts';
import { Done, Instant, Nothing, PlainDate, ShortText, Uuid } from './common.ts';
import { NoticeFactsSchema } from './drafts.contract.ts';

const Ids = z.array(Uuid).min(1).max(20_000);
const Reason = z.string().trim().min(1).max(300);

const BoardPerson = z.strictObject({
  id: Uuid,
  name: ShortText,
  department: ShortText,
  title: ShortText,
  committee: ShortText,
  employment: z.enum(EMPLOYMENT_KINDS),
  closesAt: Instant.nullable(),
  latestStart: LatestStartSchema,
});

const NoticeSummary = z.strictObject({
  id: Uuid,
  postedOn: PlainDate,
  endsOn: PlainDate,
  place: z.string(),
  people: z.int(),
  /** first names of the list, for recognising it */
  names: z.array(ShortText).max(8),
  openObjections: z.int(),
  concluded: z.int(),
  /** running: before the end · over: ended, not concluded for all · done · cancelled */
  state: z.enum(['running', 'over', 'done', 'cancelled']),
  standing: PublicityStandingSchema,
});

/** A day of the calendar as the planner draws it. */
const PlanDay = z.strictObject({
  date: PlainDate,
  /** unknown: of a year whose calendar is not loaded */
  kind: z.enum(['workday', 'weekend', 'makeup-workday', 'holiday', 'unknown']),
  holiday: z.string().nullable(),
  /** which of the five it is; 0: the posting day; null: not counted */
  counted: z.int().nullable(),
});

/** People with one closing and one need, counted together (mock 04, 「按截止分开算」). */
const PlanGroup = z.strictObject({
  committee: ShortText,
  isDispatch: z.boolean(),
  people: z.array(z.strictObject({ id: Uuid, name: ShortText, department: ShortText })).max(20_000),
  closesOn: PlainDate.nullable(),
  latestStart: LatestStartSchema,
  verdict: z.enum(['in-time', 'too-late', 'second-notice-missing', 'no-window', 'calendar-missing']),
});

const Plan = z.strictObject({
  today: PlainDate,
  postedOn: PlainDate,
  endsOn: PlainDate,
  endsOnByRuleB: PlainDate,
  approvableOn: PlainDate,
  /** next working day, on which 「无异议」 can be signed; null where its year is not loaded */
  signableOn: PlainDate.nullable(),
  countedDays: z.array(PlainDate).max(10),
  isPostingDayOff: z.boolean(),
  /** six weeks from the Monday of the week of the posting month's first day, more where the end lies beyond */
  days: z.array(PlanDay).max(70),
  groups: z.array(PlanGroup).max(500),
  /** notices of the calendars that the sum rests on */
  sources: z.array(z.strictObject({ year: z.int(), title: z.string(), number: z.string().nullable() })).max(5),
});

const Objection = z.strictObject({
  id: Uuid,
  applicationId: Uuid,
  name: ShortText,
  /** when, from whom, in which way */
  receivedOn: PlainDate,
  from: z.string().max(100),
  way: z.string().max(100),
  content: z.string().max(2000),
  raisedAt: Instant,
  verdict: z.enum(['unfounded', 'upheld']).nullable(),
  investigation: z.string().max(4000),
  settledOn: PlainDate.nullable(),
});

/** Everything that happens to a notice; each is one entry of its `changes`. */
export const NOTICE_CHANGES = [
  'posted',
  'moved',
  'amended',
  'cancelled',
  'taken-off',
  'objection-raised',
  'objection-settled',
  'concluded',
  'reopened',
  'dispatch',
  'photo-added',
  'photo-removed',
  /** the same record handed to the city once more, because it did not take the last one */
  'sent-again',
] as const;

/** Name, department and title as they were posted, whatever is filed now. */
const NoticePerson = z.strictObject({
  id: Uuid,
  name: ShortText,
  department: ShortText,
  title: ShortText,
  employment: z.enum(EMPLOYMENT_KINDS),
  concludedAt: Instant.nullable(),
  outcome: z.enum(PUBLICITY_OUTCOMES).nullable(),
  openObjections: z.int(),
  dispatch: DispatchSchema.nullable(),
  /** taken off the notice, or the filing was reset after it was posted */
  hasLeft: z.boolean(),
  /** an approval rests on it: nothing about it can be taken back any more */
  isApproved: z.boolean(),
});

const Notice = z.strictObject({
  summary: NoticeSummary,
  facts: NoticeFactsSchema,
  /** the notice as it is posted */
  text: z.string(),
  countedDays: z.array(PlainDate).max(10),
  people: z.array(NoticePerson).max(20_000),
  objections: z.array(Objection).max(1000),
  photos: z
    .array(
      z.strictObject({
        id: Uuid,
        name: z.string(),
        sizeBytes: z.int(),
        addedAt: Instant,
        addedBy: ShortText,
        /** address of the picture for this session */
        address: z.string().max(200),
        /** its bytes on this computer are damaged or gone; the same file added again makes it whole */
        isLost: z.boolean(),
      }),
    )
    .max(200),
  changes: z
    .array(
      z.strictObject({
        at: Instant,
        person: ShortText,
        kind: z.enum(NOTICE_CHANGES),
        /** facts by their names: reason, name, from, to, people …; of an amendment the fields as they were before */
        detail: z.record(z.string(), z.string()),
      }),
    )
    .max(1000),
  createdAt: Instant,
  createdBy: ShortText,
});

/** Somebody who is left out of an act, and why. */
const LeftOut = z.strictObject({
  id: Uuid,
  name: ShortText,
  reason: z.enum([
    'not-found',
    'not-at-unit-review',
    'already-posted',
    'too-late',
    'objection-open',
    'dispatch-incomplete',
    'already-concluded',
    'decided',
  ]),
});

/** 公示 (Q18). Dates are Beijing days. */
export const publicity = {
  /** Who waits for a notice, and every notice of the year, newest first. */
  board: query({
    input: Nothing,
    output: z.strictObject({
      today: PlainDate,
      waiting: z.array(BoardPerson).max(100_000),
      notices: z.array(NoticeSummary).max(2000),
    }),
  }),
  /** The sum for a posting day and some people; changes nothing. */
  plan: query({
    input: z.strictObject({ applicationIds: z.array(Uuid).max(20_000), postedOn: PlainDate }),
    output: Plan,
    /** carries {year} */
    errors: ['calendar-missing'],
  }),
  notice: query({ input: z.strictObject({ id: Uuid }), output: Notice, errors: ['not-found'] }),
  /** 「生成公示」: one notice for those who can be on it; the others are named with the reason. */
  post: command({
    input: z.strictObject({ noticeId: Uuid, applicationIds: Ids, postedOn: PlainDate, facts: NoticeFactsSchema }),
    output: z.strictObject({ noticeId: Uuid, posted: z.int(), leftOut: z.array(LeftOut).max(20_000) }),
    /** nobody carries {leftOut}, notice-incomplete {missing}: keys of the facts that are empty, calendar-missing {year} */
    errors: ['nobody', 'notice-incomplete', 'calendar-missing', 'disk-full'],
  }),
  /** Another posting day after posting: asks why, and keeps it. */
  movePosting: command({
    input: z.strictObject({ noticeId: Uuid, postedOn: PlainDate, reason: Reason }),
    output: Done,
    errors: ['not-found', 'already-concluded', 'calendar-missing', 'disk-full'],
  }),
  /** Place, contact and the like, corrected after posting. */
  amend: command({
    input: z.strictObject({ noticeId: Uuid, facts: NoticeFactsSchema }),
    output: Done,
    errors: ['not-found', 'notice-incomplete', 'disk-full'],
  }),
  /** Calls the notice off; not once an approval rests on it. */
  cancel: command({
    input: z.strictObject({ noticeId: Uuid, reason: Reason }),
    output: Done,
    errors: ['not-found', 'already-approved', 'disk-full'],
  }),
  takeOff: command({
    input: z.strictObject({ noticeId: Uuid, applicationId: Uuid, reason: Reason }),
    output: Done,
    errors: ['not-found', 'already-approved', 'disk-full'],
  }),
  raiseObjection: command({
    input: z.strictObject({
      objectionId: Uuid,
      noticeId: Uuid,
      applicationId: Uuid,
      receivedOn: PlainDate,
      from: z.string().trim().max(100),
      way: z.string().trim().max(100),
      content: z.string().trim().min(1).max(2000),
    }),
    output: Done,
    /** outside-notice: received before the posting day or in the future */
    errors: ['not-found', 'outside-notice', 'already-approved', 'disk-full'],
  }),
  /** Investigated and concluded: 不属实 (does not stand in the way) or 属实 (nobody is recommended). */
  settleObjection: command({
    input: z.strictObject({
      objectionId: Uuid,
      investigation: z.string().trim().min(1).max(4000),
      verdict: z.enum(['unfounded', 'upheld']),
      settledOn: PlainDate,
    }),
    output: Done,
    errors: ['not-found', 'already-settled', 'outside-notice', 'disk-full'],
  }),
  /** 「结束公示」 for some of its people or all; those with an open objection stay. */
  conclude: command({
    input: z.strictObject({ noticeId: Uuid, applicationIds: Ids.nullable() }),
    output: z.strictObject({ concluded: z.int(), leftOut: z.array(LeftOut).max(20_000) }),
    /** too-early carries {possibleFrom}: the first day on which it can be concluded; nobody carries {leftOut} */
    errors: ['not-found', 'too-early', 'nobody', 'disk-full'],
  }),
  /** Takes the conclusion back, until an approval rests on it. */
  reopen: command({
    input: z.strictObject({ noticeId: Uuid, applicationId: Uuid, reason: Reason }),
    output: Done,
    errors: ['not-found', 'already-approved', 'disk-full'],
  }),
  /** 双公示、双审核、双盖章 of dispatch staff. */
  recordDispatch: command({
    input: z.strictObject({
      noticeId: Uuid,
      applicationId: Uuid,
      ownSide: z.enum(DISPATCH_SIDES),
      otherUnit: z.string().trim().max(100),
      otherNotice: z.strictObject({ postedOn: PlainDate, place: z.string().trim().min(1).max(200) }).nullable(),
      reviewed: z.array(z.enum(DISPATCH_SIDES)).max(2),
      sealed: z.array(z.enum(DISPATCH_SIDES)).max(2),
    }),
    output: Done,
    /** calendar-missing carries {year}, of the other notice's days */
    errors: ['not-found', 'already-approved', 'calendar-missing', 'disk-full'],
  }),
  /** `file`: a token from the window's letter slot; JPEG or PNG by content. */
  addPhoto: command({
    input: z.strictObject({ noticeId: Uuid, file: z.string().min(1).max(100), name: z.string().max(200) }),
    output: z.strictObject({ photoId: Uuid }),
    errors: ['not-found', 'file-gone', 'not-a-picture', 'too-large', 'disk-full'],
  }),
  removePhoto: command({
    input: z.strictObject({ noticeId: Uuid, photoId: Uuid }),
    output: Done,
    errors: ['not-found', 'disk-full'],
  }),
  /** 截止: what closes when, how far its people are, who is at risk. */
  deadlines: query({
    input: Nothing,
    output: z.strictObject({
      today: PlainDate,
      rows: z
        .array(
          z.strictObject({
            committee: ShortText,
            closesAt: Instant.nullable(),
            latestStart: LatestStartSchema,
            people: z.int(),
            /** no notice yet · on one · ended or concluded · may be approved · approved here */
            unposted: z.int(),
            posted: z.int(),
            ended: z.int(),
            ready: z.int(),
            decided: z.int(),
            withApplicant: z.int(),
            atRisk: z
              .array(
                z.strictObject({
                  id: Uuid,
                  name: ShortText,
                  why: z.enum(['late', 'soon', 'with-applicant', 'objection', 'blocking']),
                }),
              )
              .max(500),
          }),
        )
        .max(500),
    }),
  }),
} as const;
