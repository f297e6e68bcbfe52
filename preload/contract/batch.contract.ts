import * as z from 'zod';
import { BATCH_KINDS, BATCH_STATES, LEFT_OUT_CODES } from '#model/batch.ts';
import { command, query } from './define.ts';
import { Done, Instant, Nothing, ShortText, Uuid } from './common.ts';

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
  /** left out; neither done nor left out: not reached yet */
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
    /** nobody: none of them can be done now */
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
            /** of one left out; 'disk-full' of the one that still waits because there was no room */
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
