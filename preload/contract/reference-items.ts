/** What each kind of entry of the guide must look like. Bounds are generous for print, tight against junk. */
import * as z from 'zod';
import { TITLE_LEVELS } from '#model/application.ts';
import { COMMITTEE_LEVELS, GUIDE_TABLES, PHONE_PATTERN } from '#model/reference.ts';

/** No blanks at the ends, none at all inside a name: both are leftovers of line breaks in print. */
export const GuideText = z
  .string()
  .max(2000)
  .regex(/^\S(?:.*\S)?$/u);
const Name = z.string().max(100).regex(/^\S+$/u);
const Count = z.int().min(1).max(999);
const Level = z.enum(COMMITTEE_LEVELS);
const Phone = z.string().regex(PHONE_PATTERN);
const Phones = z.array(Phone).min(1).max(10).readonly();
const Ladder = z
  .partialRecord(z.enum(TITLE_LEVELS), Name)
  .refine((ladder) => Object.keys(ladder).length > 0, 'a ladder without a title');

export const GuideBlocks = z
  .array(z.union([z.strictObject({ text: GuideText }), z.strictObject({ table: z.enum(GUIDE_TABLES) })]))
  .min(1)
  .max(100)
  .readonly();
export const Series = z.strictObject({ number: Count, name: Name, ladders: z.array(Ladder).min(1).max(50).readonly() });
export const PlanningRow = z
  .strictObject({ level: Level, number: Count, committee: Name, body: Name, month: z.int().min(1).max(12), due: Name })
  .refine((row) => row.due === `${row.month}月底前`, { path: ['due'], error: 'month and due disagree' });
export const Committee = z.strictObject({
  level: Level,
  number: Count,
  name: Name,
  scope: GuideText,
  body: Name,
  phones: Phones,
});
export const Office = z.strictObject({
  number: Count,
  name: Name,
  service: GuideText,
  address: GuideText,
  phones: Phones,
});
export const Discipline = z.strictObject({ name: Name });
export const Question = z
  .strictObject({ id: z.string().max(10), number: Count, title: GuideText, blocks: GuideBlocks })
  .refine((question) => question.id === `Q${question.number}`, { path: ['id'], error: 'id and number disagree' });
export const Section = z.strictObject({
  id: z.string().regex(/^[一五](?:\([一二三四]\)(?:\d(?:\(\d\))?)?)?$/u),
  title: GuideText,
  path: z.array(GuideText).max(3).readonly(),
  blocks: GuideBlocks,
});
export const Contact = z.discriminatedUnion('kind', [
  /** 12333 and its like, too */
  z.strictObject({ name: Name, kind: z.literal('phone'), value: Phone.or(z.string().regex(/^\d{5}$/)), source: Name }),
  z.strictObject({ name: Name, kind: z.literal('web'), value: z.url({ protocol: /^https?$/ }), source: Name }),
  z.strictObject({ name: Name, kind: z.literal('mail'), value: z.email(), source: Name }),
]);
