import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Hit } from './types.ts';

export type Column = Readonly<{ key: string; title: string; cell(hit: Hit): ReactNode }>;

/** The row that the keys act on, and what they do. */
export type Moves = Readonly<{
  activeId: string | null;
  onActivate(id: string): void;
  /** True when the key was for the list. */
  onKey(event: KeyboardEvent): boolean;
  onOpen(hit: Hit): void;
}>;

type Props = Readonly<{ label: string; name: string; columns: readonly Column[]; rows: readonly Hit[]; moves: Moves }>;

/** A list with one tab stop and a moving row. */
export function RowTable({ label, name, columns, rows, moves }: Props) {
  const { activeId } = moves;
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    body.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  return (
    <div className="library-scroll">
      <table
        className={`library-table is-${name}`}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={activeId === null ? undefined : rowId(activeId)}
        onKeyDown={(event) => moves.onKey(event)}
      >
        <thead>
          <tr>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((hit) => (
            <tr
              key={hit.id}
              id={rowId(hit.id)}
              aria-selected={hit.id === activeId}
              onClick={() => moves.onActivate(hit.id)}
              onDoubleClick={() => moves.onOpen(hit)}
            >
              {columns.map(({ key, cell }) => (
                <td key={key}>{cell(hit)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function rowId(id: string): string {
  return `entry-${id}`;
}
