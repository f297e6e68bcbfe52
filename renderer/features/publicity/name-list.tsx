/** The full list of who will be on the notice, by department; where the window is wide enough (mock 04). */
import { useMemo } from 'react';
import type { Plan } from './types.ts';
import { includedGroups } from './words.ts';

const MOST = 300;

export function NameList({ plan }: Readonly<{ plan: Plan }>) {
  const people = useMemo(() => {
    const all = includedGroups(plan).flatMap((group) => group.people);
    return all.toSorted((a, b) => a.department.localeCompare(b.department, 'zh-CN'));
  }, [plan]);
  if (people.length === 0) return null;
  const rest = people.length - MOST;
  return (
    <section className="name-list" aria-label="名单">
      <h3>{`名单${people.length}人，按部门`}</h3>
      <ul>
        {people.slice(0, MOST).map(({ id, name, department }) => (
          <li key={id}>
            {name} <span className="second">{department}</span>
          </li>
        ))}
        {rest > 0 && <li className="second">{`另有${rest}人`}</li>}
      </ul>
    </section>
  );
}
