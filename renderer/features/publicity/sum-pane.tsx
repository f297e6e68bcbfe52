/** 「算给您看」: the sum in words, which date decides, and how it was counted. */
import { useMemo, useState } from 'react';
import { formatMonthDay } from '#model/beijing-time.ts';
import { URGENT_DAYS } from '#model/publicity-dates.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { sumLines } from './sum-lines.ts';
import type { Plan } from './types.ts';
import { countPeople, daysTo, includedGroups, planState } from './words.ts';

export function SumPane({ plan }: Readonly<{ plan: Plan }>) {
  const [isAsked, setAsked] = useState(false);
  const lines = useMemo(() => sumLines(plan), [plan]);
  const years = plan.sources.map(({ year }) => year).join('、');
  return (
    <aside className="sum-pane" aria-label="算给您看">
      <header className="publicity-head">
        <h2>算给您看</h2>
        <StatusTag {...planState(plan)} />
      </header>
      <div className="sum-scroll">
        <p className="sum-end">
          <span className="second">公示期满</span>
          <strong>{`${formatMonthDay(plan.endsOn)} 24:00`}</strong>
        </p>
        <ol className="sum-lines">
          {lines.map(({ key, days, text, isCounted }) => (
            <li key={key} className={isCounted ? 'is-counted' : undefined}>
              <span>{days}</span>
              <span>{text}</span>
            </li>
          ))}
        </ol>
        <SumFacts plan={plan} />
      </div>
      <footer className="sum-foot second">
        <span className="sum-source">{`日历依据：国务院办公厅${years}年放假安排，已装入。规则：指南第18问 `}</span>
        <button type="button" className="text-act" onClick={() => setAsked(true)}>
          怎么算的
        </button>
      </footer>
      {isAsked && <RuleDialog plan={plan} onClose={() => setAsked(false)} />}
    </aside>
  );
}

function SumFacts({ plan }: Readonly<{ plan: Plan }>) {
  const { closesOn, latest } = nearest(plan);
  const { approvableOn, signableOn } = plan;
  return (
    <dl className="sum-facts">
      <dt>最早可通过</dt>
      <dd>
        {`${formatMonthDay(approvableOn)} 0时起`}
        {signableOn === null && <span className="second">下一个工作日未计算（那一年的放假安排未装入）</span>}
        {signableOn !== null && signableOn !== approvableOn && (
          <span className="second">{`下一个工作日 ${formatMonthDay(signableOn)}`}</span>
        )}
      </dd>
      {closesOn !== null && (
        <>
          <dt>{`${closesOn.isOne ? '' : '最早'}截止`}</dt>
          <dd>{`${formatMonthDay(closesOn.date)} 24:00`}</dd>
        </>
      )}
      {latest !== null && (
        <>
          <dt>最迟发布日</dt>
          <dd className={latest.daysLeft <= URGENT_DAYS ? 'tone-warn' : undefined}>
            {`${formatMonthDay(latest.date)}，${daysTo(latest.date, plan.today)}`}
          </dd>
        </>
      )}
    </dl>
  );
}

/** The first closing and latest start of those on the notice; of all chosen where nobody is. */
function nearest(plan: Plan) {
  const included = includedGroups(plan);
  const groups = countPeople(included) > 0 ? included : plan.groups;
  const closings = [...new Set(groups.flatMap(({ closesOn }) => closesOn ?? []))].toSorted();
  const starts = groups.flatMap(({ latestStart }) => (latestStart.kind === 'date' ? [latestStart] : []));
  const [date] = closings;
  return {
    closesOn: date === undefined ? null : { date, isOne: closings.length === 1 },
    latest: starts.toSorted((a, b) => a.daysLeft - b.daysLeft)[0] ?? null,
  };
}
