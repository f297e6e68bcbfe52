import * as z from 'zod';
import type { Finding } from '#model/finding.ts';
import { AUDIENCES, SEVERITIES } from '#model/finding.ts';
import { MODULE_IDS } from '#model/modules.ts';
import { command } from './define.ts';
import { Done, Instant, ShortText, Uuid } from './common.ts';

const FindingKey = z.string().min(1).max(120);

export const FindingSchema = z.strictObject({
  key: FindingKey,
  rule: z.string().max(60),
  severity: z.enum(SEVERITIES),
  audience: z.enum(AUDIENCES),
  moduleId: z.enum(MODULE_IDS).nullable(),
  recordId: z.string().nullable(),
  field: z.string().max(40).nullable(),
  attachmentId: z.string().nullable(),
  fact: z.string().max(500),
  advice: z.string().max(300),
  source: z.string().max(40),
  canOverride: z.boolean(),
}) satisfies z.ZodType<Finding>;

/** A person's 「不是问题」, or the override of a blocking one; it holds while the fact reads the same. */
export const FindingAnswerSchema = z.strictObject({
  kind: z.enum(['dismissed', 'overridden']),
  reason: z.string(),
  by: ShortText,
  at: Instant,
});
export const AnsweredFindingSchema = FindingSchema.extend({ answer: FindingAnswerSchema.nullable() });
export const FindingCountsSchema = z.strictObject({ blocking: z.int(), look: z.int(), hint: z.int() });

export const findings = {
  /** Says with a reason why a finding does not count; recorded in the audit. */
  answer: command({
    input: z.strictObject({ applicationId: Uuid, key: FindingKey, reason: z.string().trim().min(1).max(300) }),
    output: Done,
    /** finding-gone: it does not stand any more · cannot-override: the guide leaves no room */
    errors: ['not-found', 'finding-gone', 'cannot-override', 'disk-full'],
  }),
  withdraw: command({
    input: z.strictObject({ applicationId: Uuid, key: FindingKey }),
    output: Done,
    errors: ['not-found'],
  }),
} as const;
