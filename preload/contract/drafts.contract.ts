import * as z from 'zod';
import { command, query } from './define.ts';
import { Done, Instant, Uuid } from './common.ts';

/** What was typed and not yet handed in; in the archive, never in the browser's storage. */
const Draft = { kind: z.enum(['review-opinion']), applicationId: Uuid };

export const drafts = {
  get: query({
    input: z.strictObject(Draft),
    output: z.strictObject({ text: z.string(), decision: z.string().max(20).nullable(), savedAt: Instant }).nullable(),
  }),
  save: command({
    input: z.strictObject({
      ...Draft,
      text: z.string().max(5000),
      decision: z.enum(['approve', 'return', 'reset']).nullable(),
    }),
    output: z.strictObject({ savedAt: Instant }),
    errors: ['not-found', 'disk-full'],
  }),
  discard: command({ input: z.strictObject(Draft), output: Done }),
} as const;
