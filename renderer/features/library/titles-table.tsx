import { LEVEL_WORDS, TITLE_LEVELS } from '#model/application.ts';
import { Field } from './marked.tsx';
import type { HitOf } from './types.ts';

/** Q1's table: a series, its ladders, a title a level. */
export function TitlesTable({ series }: Readonly<{ series: readonly HitOf<'title'>[] }>) {
  return (
    <table className="library-table is-titles">
      <thead>
        <tr>
          <th scope="col">系列</th>
          {TITLE_LEVELS.map((level) => (
            <th key={level} scope="col">
              {LEVEL_WORDS[level]}
            </th>
          ))}
        </tr>
      </thead>
      {series.map((hit) => (
        <tbody key={hit.id}>
          {hit.item.ladders.map((ladder, row) => (
            <tr key={Object.values(ladder).join(' ')}>
              {row === 0 && (
                <th scope="rowgroup" rowSpan={hit.item.ladders.length}>
                  <span className="second">{hit.item.number}</span>
                  <Field hit={hit} path="name" text={hit.item.name} />
                </th>
              )}
              {TITLE_LEVELS.map((level) => (
                <td key={level}>
                  <Field hit={hit} path={`ladders.${row}.${level}`} text={ladder[level] ?? ''} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Q5's table within the text of the question. */
export function PlanningTable({ rows }: Readonly<{ rows: readonly HitOf<'planning'>[] }>) {
  return (
    <table className="library-table is-inline-planning">
      <thead>
        <tr>
          <th scope="col">评委会</th>
          <th scope="col">组建单位</th>
          <th scope="col">评审时间</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, item }) => (
          <tr key={id}>
            <td>{item.committee}</td>
            <td>{item.body}</td>
            <td>{item.due}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
