import { PLACES, type PlaceId } from './places.ts';

export type Hit =
  | Readonly<{ kind: 'place'; id: PlaceId; name: string; second: string }>
  | Readonly<{ kind: 'application'; id: string; name: string; second: string }>;

type Row = Readonly<{ id: string; name: string; department: string; title: string; committee: string }>;

const MOST = 8;

/** Places by their word first, since there are few; then people in the order they came. */
export function hitsOf(asked: string, rows: readonly Row[]): readonly Hit[] {
  const places = PLACES.filter(({ label }) => label.includes(asked)).map(({ id, label, number }): Hit => ({
    kind: 'place',
    id,
    name: label,
    second: `去这里 Ctrl+${number}`,
  }));
  const people = rows.map(({ id, name, department, title, committee }): Hit => ({
    kind: 'application',
    id,
    name,
    second: [department, title, committee].filter(Boolean).join(' '),
  }));
  return [...places, ...people].slice(0, MOST);
}
