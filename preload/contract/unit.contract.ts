import * as z from 'zod';
import { UnitSchema } from '#protocol/protocol.ts';
import { command, query } from './define.ts';
import { Instant, Nothing } from './common.ts';

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
