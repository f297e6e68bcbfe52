/** The list to choose people from: a line for each committee, its people under it. Pure. */
import type { WaitingPerson } from './types.ts';

export type PickerRow =
  | Readonly<{ kind: 'committee'; id: string; name: string; people: readonly WaitingPerson[] }>
  | Readonly<{ kind: 'person'; id: string; person: WaitingPerson }>;

/** Committees in the order of their first person, so that what closes first stands first. */
export function pickerRows(people: readonly WaitingPerson[]): readonly PickerRow[] {
  const committees = Map.groupBy(people, ({ committee }) => committee);
  return [...committees].flatMap(([name, members]): readonly PickerRow[] => [
    { kind: 'committee', id: `committee ${name}`, name, people: members },
    ...members.map((person): PickerRow => ({ kind: 'person', id: person.id, person })),
  ]);
}

export type Ticked = 'all' | 'some' | 'none';

export function tickedOf(row: PickerRow, chosen: ReadonlySet<string>): Ticked {
  const ids = idsOf(row);
  const count = ids.filter((id) => chosen.has(id)).length;
  if (count === 0) return 'none';
  return count === ids.length ? 'all' : 'some';
}

/** Whom a row stands for. */
export function idsOf(row: PickerRow): readonly string[] {
  return row.kind === 'person' ? [row.id] : row.people.map(({ id }) => id);
}

/** What is found by what is on the row; by pinyin and the like the core finds. */
export function isMentioned({ name, department, title, committee }: WaitingPerson, text: string): boolean {
  return [name, department, title, committee].some((field) => field.includes(text));
}
