/** A placeholder together with what is put in its place, so that neither can be without the other. */
import type { Placeholder } from '#model/paper.ts';
import type { TemplateData, TemplateItem } from '#ports/jobs.ts';

type Common = Readonly<{ name: string; meaning: string; isRequired: boolean }>;
type Plain<Input> = Common & Readonly<{ is: 'text' | 'condition'; value: (input: Input) => string | boolean }>;
type List<Input> = Common &
  Readonly<{
    is: 'list';
    fields: readonly Placeholder[];
    value: (input: Input) => readonly TemplateItem[];
  }>;
export type Field<Input> = Plain<Input> | List<Input>;

type Named = readonly [name: string, meaning: string];

/** Without which the paper is not what the guide asks for. */
export function required<Input>(named: Named, value: (input: Input) => string): Plain<Input> {
  return { name: named[0], meaning: named[1], isRequired: true, is: 'text', value };
}

export function text<Input>(named: Named, value: (input: Input) => string): Plain<Input> {
  return { name: named[0], meaning: named[1], isRequired: false, is: 'text', value };
}

export function condition<Input>(named: Named, value: (input: Input) => boolean): Plain<Input> {
  return { name: named[0], meaning: named[1], isRequired: false, is: 'condition', value };
}

/** The same where the paper can do without. */
export function optional<Input>(fields: readonly Field<Input>[]): readonly Field<Input>[] {
  return fields.map((field) => ({ ...field, isRequired: false }));
}

type Items<Input, Item> = Readonly<{
  of: (input: Input) => readonly Item[];
  fields: readonly Plain<Readonly<{ item: Item; number: number }>>[];
  isRequired?: boolean;
}>;

export function list<Input, Item>(
  [name, meaning]: Named,
  { of, fields, isRequired = false }: Items<Input, Item>,
): List<Input> {
  return {
    name,
    meaning,
    isRequired,
    is: 'list',
    fields: fields.map((field) => toPlaceholder(field, name)),
    value: (input) => of(input).map((item, at) => valuesOf(fields, { item, number: at + 1 })),
  };
}

/** What each item of a list has that is a person, an objection, a day …; `number` counts from 1. */
export function each<Item>(fields: readonly Plain<Item>[]): readonly Plain<Readonly<{ item: Item; number: number }>>[] {
  return [
    text(['序号', '从1起'], ({ number }) => String(number)),
    ...fields.map((field) => ({ ...field, value: ({ item }: Readonly<{ item: Item }>) => field.value(item) })),
  ];
}

export function placeholdersOf<Input>(fields: readonly Field<Input>[]): readonly Placeholder[] {
  return fields.flatMap((field) => [toPlaceholder(field, null), ...(field.is === 'list' ? field.fields : [])]);
}

export function valuesOf<Input>(fields: readonly Plain<Input>[], input: Input): TemplateItem {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value(input)]));
}

export function dataOf<Input>(fields: readonly Field<Input>[], input: Input): TemplateData {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value(input)]));
}

function toPlaceholder<Input>({ name, is, meaning, isRequired }: Field<Input>, of: string | null): Placeholder {
  return { name, is, list: of, meaning, isRequired };
}
