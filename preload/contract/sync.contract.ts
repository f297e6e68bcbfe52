import * as z from 'zod';
import { ApplicationSchema } from '#protocol/application.ts';
import { CONFLICT_CODES, ReceiptSchema, REJECTED_CODES } from '#protocol/protocol.ts';
import { command, query } from './define.ts';
import { ActSchema, DeliverySchema, Done, Instant, Nothing, Page, ShortText, Uuid } from './common.ts';

export const TASK_CODES = [...CONFLICT_CODES, ...REJECTED_CODES, 'mass-removal'] as const;

/** What the status strip says, always from facts (ux 3.11). */
export const SyncStatusSchema = z.strictObject({
  phase: z.enum(['not-enrolled', 'idle', 'connecting', 'pulling', 'pushing', 'fetching-scans']),
  /** how the last contact ended */
  network: z.enum([
    'unknown',
    'online',
    'offline',
    'not-the-city',
    'login-needed',
    'certificate',
    'revoked',
    'forked',
    'busy',
    'paused',
  ]),
  lastContactAt: Instant.nullable(),
  failingSince: Instant.nullable(),
  attempts: z.int().min(0),
  nextTryAt: Instant.nullable(),
  pending: z.strictObject({ count: z.int(), oldestAt: Instant.nullable() }),
  attention: z.int().min(0),
  scans: z.strictObject({ missing: z.int(), missingBytes: z.int() }),
  progress: z.strictObject({ done: z.int(), total: z.int() }).nullable(),
  /** city clock − this computer's, in ms; null when never measured in this session */
  clockOffsetMs: z.int().nullable(),
});

const OutboxItem = z.strictObject({
  commandId: Uuid,
  /** null, and no name, for an act about the unit itself */
  applicationId: Uuid.nullable(),
  name: ShortText,
  act: ActSchema,
  decidedBy: ShortText,
  decidedAt: Instant,
  delivery: DeliverySchema,
  sendsAt: Instant,
  receiptNumber: z.string().max(40).nullable(),
  deliveredAt: Instant.nullable(),
  problem: z.enum(TASK_CODES).nullable(),
  canUndo: z.boolean(),
});

/** One case that needs a person (ux 3.12): both sides, dated. */
const TaskSchema = z.strictObject({
  id: Uuid,
  code: z.enum(TASK_CODES),
  raisedAt: Instant,
  commandId: Uuid.nullable(),
  applicationId: Uuid.nullable(),
  name: ShortText,
  phone: z.string().max(20),
  ours: z.strictObject({ act: ActSchema, opinion: z.string(), decidedAt: Instant, decidedBy: ShortText }).nullable(),
  current: ApplicationSchema.nullable(),
  removals: z.array(ShortText).max(500),
});

const LogEntry = z.strictObject({
  id: z.int(),
  at: Instant,
  kind: z.enum(['pulled', 'sent', 'received', 'scans', 'failed', 'restored', 'enrolled']),
  count: z.int(),
  code: z.string().max(60),
});

export const sync = {
  status: query({ input: Nothing, output: SyncStatusSchema }),
  /** 「现在收发」: tries at once; the result shows in the status */
  now: command({ input: Nothing, output: Done, errors: ['not-enrolled'] }),
  outbox: query({
    input: z.strictObject({ ...Page }),
    output: z.strictObject({ total: z.int(), items: z.array(OutboxItem).max(500) }),
  }),
  receipt: query({ input: z.strictObject({ commandId: Uuid }), output: ReceiptSchema, errors: ['not-found'] }),
  tasks: query({ input: Nothing, output: z.strictObject({ tasks: z.array(TaskSchema).max(500) }) }),
  /** `acknowledge` archives the case; accept and refuse answer a mass removal. */
  resolveTask: command({
    input: z.strictObject({ taskId: Uuid, answer: z.enum(['acknowledge', 'accept', 'refuse']) }),
    output: Done,
    errors: ['not-found', 'answer-not-possible'],
  }),
  log: query({
    input: z.strictObject({ ...Page }),
    output: z.strictObject({ total: z.int(), entries: z.array(LogEntry).max(500) }),
  }),
} as const;
