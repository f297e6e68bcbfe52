/** What each table of an edition must look like. Bounds are generous for print, tight against junk. */
import * as z from 'zod';
import { TITLE_LEVELS } from '#model/application.ts';
import { COMMITTEE_LEVELS, GUIDE_TABLES, PHONE_PATTERN } from '#model/reference.ts';

/** No blanks at the ends, none at all inside a name: both are leftovers of line breaks in print. */
const Text = z
  .string()
  .max(2000)
  .regex(/^\S(?:.*\S)?$/u);
const Name = z.string().max(100).regex(/^\S+$/u);
const Count = z.int().min(1).max(999);
const Level = z.enum(COMMITTEE_LEVELS);
const Phone = z.string().regex(PHONE_PATTERN);
const Phones = z.array(Phone).min(1);
const Ladder = z
  .partialRecord(z.enum(TITLE_LEVELS), Name)
  .refine((ladder) => Object.keys(ladder).length > 0, 'a ladder without a title');
const Blocks = z
  .array(z.union([z.strictObject({ text: Text }), z.strictObject({ table: z.enum(GUIDE_TABLES) })]))
  .min(1);

const Series = z.strictObject({ number: Count, name: Name, ladders: z.array(Ladder).min(1) });
const PlanningRow = z
  .strictObject({ level: Level, number: Count, committee: Name, body: Name, month: z.int().min(1).max(12), due: Name })
  .refine((row) => row.due === `${row.month}月底前`, { path: ['due'], error: 'month and due disagree' });
const Committee = z.strictObject({ level: Level, number: Count, name: Name, scope: Text, body: Name, phones: Phones });
const Office = z.strictObject({ number: Count, name: Name, service: Text, address: Text, phones: Phones });
const Discipline = z.strictObject({ name: Name });
const Question = z
  .strictObject({ id: z.string(), number: Count, title: Text, blocks: Blocks })
  .refine((question) => question.id === `Q${question.number}`, { path: ['id'], error: 'id and number disagree' });
const Section = z.strictObject({
  id: z.string().regex(/^[一五](?:\([一二三四]\)(?:\d(?:\(\d\))?)?)?$/u),
  title: Text,
  path: z.array(Text).max(3),
  blocks: Blocks,
});
const Contact = z.discriminatedUnion('kind', [
  /** 12333 and its like, too */
  z.strictObject({ name: Name, kind: z.literal('phone'), value: Phone.or(z.string().regex(/^\d{5}$/)), source: Name }),
  z.strictObject({ name: Name, kind: z.literal('web'), value: z.url({ protocol: /^https?$/ }), source: Name }),
  z.strictObject({ name: Name, kind: z.literal('mail'), value: z.email(), source: Name }),
]);

/** Rows stand in the guide's order, each list counting 1, 2, 3 …: a lost row shows as a gap. */
function numbered<T extends z.ZodType<Readonly<{ number: number; level?: string }>>>(item: T) {
  return z
    .array(item)
    .min(1)
    .superRefine((rows, ctx) => {
      const last = new Map<string, number>();
      rows.forEach((row, index) => {
        const list = row.level ?? '';
        if (row.number !== (last.get(list) ?? 0) + 1) {
          ctx.addIssue({ code: 'custom', path: [index, 'number'], message: 'a gap in the numbers' });
        }
        last.set(list, row.number);
      });
    });
}

function distinct<K extends string, T extends z.ZodType<Readonly<Record<K, string>>>>(item: T, key: K) {
  return z
    .array(item)
    .min(1)
    .superRefine((rows, ctx) => {
      const seen = new Set<string>();
      rows.forEach((row, index) => {
        if (seen.has(row[key])) ctx.addIssue({ code: 'custom', path: [index, key], message: 'stands twice' });
        seen.add(row[key]);
      });
    });
}

function table<T extends z.ZodType>(items: T) {
  return z.strictObject({ edition: z.string().regex(/^\d{4}$/), source: Text, items });
}

/** The files of an edition by name, without `.json`. */
export const REFERENCE_TABLES = {
  titles: table(numbered(Series)),
  planning: table(numbered(PlanningRow)),
  committees: table(numbered(Committee)),
  offices: table(numbered(Office)),
  disciplines: table(distinct(Discipline, 'name')),
  questions: table(numbered(Question)),
  sections: table(distinct(Section, 'id')),
  contacts: table(distinct(Contact, 'value')),
};
export type ReferenceTable = keyof typeof REFERENCE_TABLES;
