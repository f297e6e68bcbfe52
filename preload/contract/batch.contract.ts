import * as z from 'zod';
import { command, query } from './define.ts';
import { Done, Instant, Nothing, ShortText, Uuid } from './common.ts';

export const BATCH_KINDS = ['approve', 'return', 'opinion', 'conclude'] as const;
export const BATCH_STATES = ['running', 'paused', 'interrupted', 'stopped', 'done'] as const;

/** Why somebody is left out; shown in words with `detail` (a date, a count, a name). */
export const LEFT_OUT_CODES = [
  'not-found',
  'not-at-unit-review',
  'closed-for-year',
  'decided',
  'changed-meanwhile',
  'not-fully-seen',
  'not-possible-yet',
  'findings-blocking',
  'no-chances-left',
  'last-chance',
  'nothing-to-return',
  'no-opinion-draft',
  'opinion-incomplete',
  'no-notice',
  'already-concluded',
  'too-early',
  'objection-open',
  'objection-upheld',
  'dispatch-incomplete',
  'own-application',
  'disk-full',
  'failed',
] as const;

const Ids = z.array(Uuid).min(1).max(20_000);
const Params = z.strictObject({
  /** of an approval: the opinion text for all */
  opinion: z.string().max(5000).nullable().default(null),
});

const LeftOut = z.strictObject({
  id: Uuid,
  name: ShortText,
  code: z.enum(LEFT_OUT_CODES),
  detail: z.string().max(300),
});

const Summary = z.strictObject({
  id: Uuid,
  kind: z.enum(BATCH_KINDS),
  state: z.enum(BATCH_STATES),
  total: z.int(),
  done: z.int(),
  failed: z.int(),
  createdAt: Instant,
  createdBy: ShortText,
  finishedAt: Instant.nullable(),
});

/** 预览 → 办理 → 报告 (ux 2.1): one transaction an application, all in a job that survives a reload and a crash. */
export const batch = {
  preview: query({
    input: z.strictObject({ kind: z.enum(BATCH_KINDS), applicationIds: Ids, params: Params }),
    output: z.strictObject({
      /** `text`: what leaves, word for word */
      will: z
        .array(z.strictObject({ id: Uuid, name: ShortText, title: ShortText, text: z.string().max(10_000) }))
        .max(20_000),
      cannot: z.array(LeftOut).max(20_000),
      /** possible, but each by itself: a last chance */
      single: z.array(LeftOut).max(20_000),
    }),
  }),
  /** Starts; what cannot be done any more by its turn is told in the report. */
  start: command({
    input: z.strictObject({ batchId: Uuid, kind: z.enum(BATCH_KINDS), applicationIds: Ids, params: Params }),
    output: Summary,
    errors: ['nobody', 'another-runs', 'disk-full'],
  }),
  pause: command({ input: z.strictObject({ batchId: Uuid }), output: Done, errors: ['not-found'] }),
  /** 「接着办」 after a pause, or after the program ended in the middle */
  resume: command({ input: z.strictObject({ batchId: Uuid }), output: Done, errors: ['not-found', 'another-runs'] }),
  /** 「到此为止」 */
  stop: command({ input: z.strictObject({ batchId: Uuid }), output: Done, errors: ['not-found'] }),
  /** newest first */
  list: query({ input: Nothing, output: z.strictObject({ batches: z.array(Summary).max(500) }) }),
  get: query({
    input: z.strictObject({ batchId: Uuid }),
    output: z.strictObject({
      summary: Summary,
      items: z
        .array(
          z.strictObject({
            id: Uuid,
            name: ShortText,
            state: z.enum(['waiting', 'done', 'left-out']),
            code: z.enum(LEFT_OUT_CODES).nullable(),
            detail: z.string().max(300),
          }),
        )
        .max(20_000),
    }),
    errors: ['not-found'],
  }),
  /** The report as a file to save (CSV that Excel opens): its address for this session. */
  report: query({
    input: z.strictObject({ batchId: Uuid }),
    output: z.strictObject({ address: z.string().max(200), fileName: z.string().max(100) }),
    errors: ['not-found'],
  }),
} as const;
