/** What the core tells every window: ids and facts, never state; a reader fetches anew. */
import * as z from 'zod';
import type { EventsDef } from './define.ts';
import { Uuid } from './common.ts';

export const events = {
  'access.changed': z.strictObject({ state: z.enum(['locked', 'unlocked']) }),
  /** `ids` null: too many to name, refetch everything */
  'applications.changed': z.strictObject({ ids: z.array(Uuid).max(200).nullable() }),
  /** a notice, its people or objections */
  'publicity.changed': z.strictObject({}),
  /** `done`: rows behind it, those left out too; also told when it is paused or goes on */
  'batch.progress': z.strictObject({ batchId: Uuid, done: z.int(), total: z.int(), isOver: z.boolean() }),
  /** pages, intakes or rules; `intakeId` null: of more than one */
  'scans.changed': z.strictObject({ intakeId: Uuid.nullable() }),
  /** of files and pages of an intake known so far those behind it; its pages have changed; at most four times a second */
  'scans.progress': z.strictObject({ intakeId: Uuid, done: z.int(), total: z.int(), isOver: z.boolean() }),
  /** how far papers have come, their templates, or what they are made of */
  'papers.changed': z.strictObject({}),
  /** papers of a batch behind it, those that could not be made too; at most four times a second */
  'papers.progress': z.strictObject({ batchId: Uuid, done: z.int(), total: z.int(), isOver: z.boolean() }),
  'calendar.changed': z.strictObject({}),
  'sync.changed': z.strictObject({}),
  'settings.changed': z.strictObject({}),
  'unit.changed': z.strictObject({}),
} as const satisfies EventsDef;
export type AppEvents = typeof events;
