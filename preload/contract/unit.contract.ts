import * as z from 'zod';
import { UnitSchema, UnitUpdateSchema } from '#protocol/protocol.ts';
import { UNIT_FIELDS } from '#model/unit-facts.ts';
import { command, query } from './define.ts';
import { DeliverySchema, Instant, Nothing, PlainDate, ShortText, Uuid } from './common.ts';

export const unit = {
  get: query({
    input: Nothing,
    output: z.strictObject({
      unit: UnitSchema.nullable(),
      year: z.int().nullable(),
      cityUrl: z.string().max(300).nullable(),
      enrolledAt: Instant.nullable(),
    }),
  }),
  /** 单位信息: every field's history, newest first. */
  history: query({
    input: Nothing,
    output: z.strictObject({
      changes: z
        .array(
          z.strictObject({
            at: Instant,
            person: ShortText,
            field: z.enum(UNIT_FIELDS),
            before: z.string(),
            after: z.string(),
            delivery: DeliverySchema.nullable(),
          }),
        )
        .max(2000),
      /** applications whose seals follow the unit's kind (Q3) */
      underway: z.int(),
      /** Beijing date: no name holds from a day after it */
      today: PlainDate,
    }),
  }),
  /** Changes what the unit says of itself; the credit code stays (五(四)7). */
  update: command({
    input: z.strictObject({ commandId: Uuid, facts: UnitUpdateSchema }),
    output: z.strictObject({ unit: UnitSchema }),
    /** facts-incomplete carries {missing} · rename-undated: another name without its day */
    errors: ['not-enrolled', 'nothing-changed', 'facts-incomplete', 'rename-undated', 'disk-full'],
  }),
  /** Binds this computer to the unit's account at the city (needs the network), then starts the first pull. */
  enrol: command({
    input: z.strictObject({
      cityUrl: z.url({ protocol: /^https?$/ }).max(300),
      creditCode: z.string().trim().max(18),
      account: z.string().trim().min(1).max(60),
      password: z.string().min(1).max(200),
    }),
    output: z.strictObject({ unit: UnitSchema, year: z.int() }),
    /** bad-credentials carries {attemptsLeft} */
    errors: [
      'bad-credit-code',
      'insecure-address',
      'city-unreachable',
      'not-the-city',
      'bad-credentials',
      'account-locked',
      'already-enrolled',
    ],
  }),
} as const;
