/** 最迟公示日: the one date that is worth the whole app (product rule 5), or why there is none. */
import { formatMonthDay, relativeDays } from '#model/beijing-time.ts';
import { URGENT_DAYS } from '#model/publicity-dates.ts';
import { Glyph } from '../../ui/glyph.tsx';
import type { QueueRow } from './row-pages.ts';

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
  return (
    <span className="start-cell is-quiet">
      <span className="start-gutter" />
      {quietWords(row)}
    </span>
  );
}

function quietWords({ latestStart: start, state, pending, publicity }: QueueRow): string {
  if (start.kind === 'no-window') return '无截止日';
  if (start.kind === 'calendar-missing') return `未计算，缺${start.year}年放假安排`;
  if (pending) return '已决定';
  if (state === 'with-applicant') return '等修改后再算';
  if (state !== 'unit-review') return '不用公示';
  if (publicity.kind === 'objection') return '公示中 有异议';
  if (publicity.kind === 'running') return '公示中';
  if (publicity.kind === 'over') return '公示期已满';
  return '公示已满';
}
