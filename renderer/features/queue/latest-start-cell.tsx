/** 最迟公示日: the one date that is worth the whole app (product rule 5), or why there is none. */
import { addDays, formatMonthDay, formatMonthDayShort, relativeDays, type PlainDate } from '#model/beijing-time.ts';
import { URGENT_DAYS } from '#model/publicity-dates.ts';
import { DECISION_WORDS } from '../../ui/decision-words.ts';
import { Glyph } from '../../ui/glyph.tsx';
import type { QueueRow } from './row-pages.ts';
import { STATE_WORDS } from './words.ts';

export function LatestStartCell({ row }: Readonly<{ row: QueueRow }>) {
  const { latestStart: start } = row;
  if (start.kind === 'date' && !row.pending) {
    const isRed = start.daysLeft <= URGENT_DAYS;
    const isPast = start.daysLeft < 0;
    return (
      <span className={isRed ? 'start-cell is-red' : 'start-cell'}>
        <span className="start-gutter">{isRed && <Glyph name="square" />}</span>
        {isPast ? (
          <span>{`已过最迟日${-start.daysLeft}天`}</span>
        ) : (
          <>
            <span>{formatMonthDay(start.date)}</span>
            <span className="start-left">{relativeDays(start.daysLeft)}</span>
          </>
        )}
      </span>
    );
  }
  const [state, second] = quietWords(row);
  return (
    <span className="start-cell is-quiet">
      <span className="start-gutter" />
      <span>{state}</span>
      {second !== '' && <span className="start-left">{second}</span>}
    </span>
  );
}

/** Where it stands when no date is to be met, and what comes next. */
function quietWords(row: QueueRow): readonly [state: string, second: string] {
  const { latestStart: start, state, pending } = row;
  if (start.kind === 'no-window') return ['未计算', '无截止日'];
  if (start.kind === 'calendar-missing') return ['未计算', `缺${start.year}年日历`];
  if (pending) return ['已决定', DECISION_WORDS[pending.decision]];
  return state === 'unit-review' ? publicityWords(row) : [STATE_WORDS[state], ''];
}

function publicityWords({ publicity, opinion }: QueueRow): readonly [state: string, second: string] {
  switch (publicity.kind) {
    case 'none':
      return ['未公示', ''];
    case 'objection':
      return ['公示中', '有异议'];
    case 'running':
      return ['公示中', `${formatMonthDayShort(addDays(publicity.endsOn as PlainDate, 1))}可通过`];
    case 'over':
      return ['公示期满', '待结论'];
    case 'concluded':
      return ['公示已满', opinion === 'submitted' ? '' : '差基层意见'];
  }
}
