import * as z from 'zod';
import { MODULE_IDS } from '#model/modules.ts';
import { command, query } from './define.ts';
import { Done, Instant, Nothing, Uuid } from './common.ts';

const Phrase = z.strictObject({
  id: Uuid,
  /** null: fits everywhere */
  moduleId: z.enum(MODULE_IDS).nullable(),
  text: z.string(),
  usedCount: z.int(),
  usedAt: Instant.nullable(),
});

/** 常用语: own words for return opinions, the most used first. */
export const phrases = {
  list: query({ input: Nothing, output: z.strictObject({ phrases: z.array(Phrase).max(1000) }) }),
  /** A new one, or new words for an old one. */
  save: command({
    input: z.strictObject({
      id: Uuid,
      moduleId: z.enum(MODULE_IDS).nullable(),
      text: z.string().trim().min(1).max(300),
    }),
    output: Done,
    errors: ['too-many', 'disk-full'],
  }),
  remove: command({ input: z.strictObject({ id: Uuid }), output: Done }),
  used: command({ input: z.strictObject({ id: Uuid }), output: Done }),
} as const;
