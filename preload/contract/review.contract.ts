import * as z from 'zod';
import { LETTER_LIMIT } from '#model/return-letter.ts';
import { command } from './define.ts';
import { DecisionSchema, DeliverySchema, Instant, Uuid } from './common.ts';

export const review = {
  /**
   * One decision on one application (五(三)4). When it answers, the decision is in the journal and
   * the archive; it reaches the city later by itself.
   */
  decide: command({
    input: z.strictObject({
      /** made by the screen once per act: sending the same act twice decides once */
      commandId: Uuid,
      applicationId: Uuid,
      /** the version that was on screen */
      version: z.int().min(1),
      decision: DecisionSchema,
      opinion: z.string().max(LETTER_LIMIT),
      /** ticked 「这是最后一次机会」 */
      lastChanceConfirmed: z.boolean().default(false),
    }),
    output: z.strictObject({
      commandId: Uuid,
      delivery: DeliverySchema,
      /** until then it stays on this computer and can be undone */
      sendsAt: Instant,
      chancesLeft: z.int().min(0),
    }),
    /** approval-not-possible carries {gaps}; stale-version {version}; no-chances-left {used} */
    errors: [
      'not-found',
      'stale-version',
      'not-at-unit-review',
      'closed-for-year',
      'already-decided',
      'opinion-missing',
      'no-chances-left',
      'last-chance-unconfirmed',
      'approval-not-possible',
      'disk-full',
    ],
  }),
  /** Takes back a decision that has not left this computer; history keeps both. */
  undo: command({
    input: z.strictObject({ commandId: Uuid }),
    output: z.strictObject({ applicationId: Uuid, chancesLeft: z.int().min(0) }),
    errors: ['not-found', 'already-sent', 'disk-full'],
  }),
} as const;
