/** 「按截止分开算」: people whose closings differ, dispatch staff, those too late (mock 04). */
import { Fragment } from 'react';
import { formatMonthDayShort } from '#model/beijing-time.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { shortCommittee } from '../queue/index.ts';
import type { Plan, PlanGroup } from './types.ts';
import { groupState, isUrgent, latestStartWords, peopleWords, tooLateWords } from './words.ts';

const NAMED = 12;

export function GroupTable({ plan }: Readonly<{ plan: Plan }>) {
  if (plan.groups.length === 0) return null;
  return (
    <section className="group-part" aria-label="按截止分开算">
      <table className="group-table">
        <thead>
          <tr>
            <th scope="col">按截止分开算</th>
            <th scope="col">人数</th>
            <th scope="col">截止</th>
            <th scope="col">期满</th>
            <th scope="col">最迟发布日</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {plan.groups.map((group) => (
            <Fragment key={keyOf(group)}>
              <GroupRow group={group} plan={plan} />
              {group.verdict === 'too-late' && <LateRow group={group} plan={plan} />}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function GroupRow({ group, plan }: Readonly<{ group: PlanGroup; plan: Plan }>) {
  const isLate = group.verdict === 'too-late';
  return (
    <tr>
      <th scope="row" title={group.committee}>
        {shortCommittee(group.committee)}
        {group.isDispatch && '，劳务派遣'}
      </th>
      <td title={peopleWords(namesOf(group), group.people.length, NAMED)}>{`${group.people.length}人`}</td>
      <td>{group.closesOn === null ? '未公布' : `${formatMonthDayShort(group.closesOn)} 24:00`}</td>
      <td className={isLate ? 'second' : undefined}>{`${formatMonthDayShort(plan.endsOn)} 24:00`}</td>
      <td className={isLate ? 'tone-bad' : isUrgent(group.latestStart) ? 'tone-warn' : undefined}>
        {latestStartWords(group.latestStart)}
      </td>
      <td>
        <StatusTag {...groupState(group)} />
      </td>
    </tr>
  );
}

/** Who is not on it, and why. */
function LateRow({ group, plan }: Readonly<{ group: PlanGroup; plan: Plan }>) {
  return (
    <tr className="late-row">
      <td colSpan={6}>
        <b>{peopleWords(namesOf(group), group.people.length, NAMED)}</b>
        {`：${tooLateWords(group, plan)}`}
      </td>
    </tr>
  );
}

function namesOf({ people }: PlanGroup): readonly string[] {
  return people.map(({ name }) => name);
}

function keyOf({ committee, isDispatch, closesOn, verdict }: PlanGroup): string {
  return [committee, isDispatch, closesOn, verdict].join(' ');
}
