import * as z from 'zod';
import { PUBLICITY_OUTCOMES } from '#model/application.ts';
import type { OpinionFacts } from '#model/opinion-text.ts';
import { command, query } from './define.ts';
import { DeliverySchema, Instant, Nothing, PlainDate, ShortText, Uuid } from './common.ts';
import { OpinionFormSchema } from './drafts.contract.ts';

const Place = z.string().max(200);
const OpinionFactsSchema = z.strictObject({
  name: ShortText,
  department: ShortText,
  title: ShortText,
  presentTitle: ShortText,
  presentSince: z.string().max(10),
  unitName: ShortText,
  publicity: z
    .strictObject({
      postedOn: PlainDate,
      endsOn: PlainDate,
      place: Place,
      workingDays: z.int().nullable(),
      openObjections: z.int(),
      isConcluded: z.boolean(),
      outcome: z.enum(PUBLICITY_OUTCOMES).nullable(),
      noticeId: Uuid.nullable(),
      other: z.strictObject({ unit: ShortText, postedOn: PlainDate, endsOn: PlainDate, place: Place }).nullable(),
    })
    .nullable(),
}) satisfies z.ZodType<OpinionFacts>;

const OpinionVersion = z.strictObject({
  number: z.int(),
  text: z.string(),
  submittedAt: Instant,
  submittedBy: ShortText,
  delivery: DeliverySchema,
});

const Similar = z.strictObject({ name: ShortText, percent: z.int() }).nullable();

/** Somebody whose opinion can be written. */
const OpinionPerson = z.strictObject({
  id: Uuid,
  name: ShortText,
  department: ShortText,
  title: ShortText,
  standing: z.enum(['none', 'draft', 'submitted']),
  isPublicityConcluded: z.boolean(),
});

/** Why nothing can be handed in now. */
const NOT_NOW = ['not-at-unit-review', 'closed-for-year', 'decided'] as const;

/** 基层单位意见 (五(三)5). */
export const opinion = {
  get: query({
    input: z.strictObject({ applicationId: Uuid }),
    output: z.strictObject({
      facts: OpinionFactsSchema,
      form: OpinionFormSchema,
      /** the form is a draft not handed in */
      isDraft: z.boolean(),
      savedAt: Instant.nullable(),
      /** newest first */
      versions: z.array(OpinionVersion).max(200),
      /** the application's version, for `submit` */
      version: z.int(),
      notNow: z.enum(NOT_NOW).nullable(),
      similarTo: Similar,
    }),
    errors: ['not-found'],
  }),
  /** Everybody at unit review, in the queue's order. */
  people: query({ input: Nothing, output: z.strictObject({ people: z.array(OpinionPerson).max(100_000) }) }),
  /** A first text of the evaluation from what the applicant filed, with 〔待填〕 where only the unit knows. */
  suggest: query({
    input: z.strictObject({ applicationId: Uuid }),
    output: z.strictObject({ evaluation: z.string() }),
    errors: ['not-found'],
  }),
  /** Autosave; says whose evaluation it resembles too closely. */
  save: command({
    input: z.strictObject({ applicationId: Uuid, form: OpinionFormSchema }),
    output: z.strictObject({ savedAt: Instant, similarTo: Similar }),
    errors: ['not-found', 'disk-full'],
  }),
  discard: command({ input: z.strictObject({ applicationId: Uuid }), output: z.null(), errors: ['not-found'] }),
  /** Locks a version; a change afterwards makes the next one. `commandId` as in review.decide. */
  submit: command({
    input: z.strictObject({ commandId: Uuid, applicationId: Uuid, version: z.int().min(1), form: OpinionFormSchema }),
    output: z.strictObject({ number: z.int(), delivery: DeliverySchema }),
    /** opinion-incomplete carries {checks}: 'code:field' of what is missing or contradicts · stale-version {version} */
    errors: ['not-found', 'stale-version', 'opinion-incomplete', 'disk-full', ...NOT_NOW],
  }),
  /** 「起草其余28位」: takes over everything but the evaluation into drafts that are still empty. */
  draftMany: command({
    input: z.strictObject({
      applicationIds: z.array(Uuid).min(1).max(20_000),
      common: OpinionFormSchema.omit({ evaluation: true, ownText: true }),
    }),
    output: z.strictObject({ drafted: z.int(), skipped: z.int() }),
    errors: ['disk-full'],
  }),
} as const;
