/** The files of an edition: which entries each holds, and what must hold of its rows together. */
import * as z from 'zod';
import {
  Committee,
  Contact,
  Discipline,
  GuideText,
  Office,
  PlanningRow,
  Question,
  Section,
  Series,
} from '#contract/reference-items.ts';

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
  return z.strictObject({ edition: z.string().regex(/^\d{4}$/), source: GuideText, items });
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
