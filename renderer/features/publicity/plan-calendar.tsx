/** The month with the five days counted out (mock 04): one tab stop, the arrows move the posting day. */
import { useMemo, type KeyboardEvent, type MouseEvent } from 'react';
import { addDays, formatPaperDate, plainDate, type PlainDate } from '#model/beijing-time.ts';
import { addMonths } from '#model/months.ts';
import { isComposing } from '../../ui/ime-guard.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import { shortCommittee } from '../queue/index.ts';
import {
  factsOf,
  plainFacts,
  weeksOf,
  type BandPiece,
  type CalendarCell,
  type CalendarWeek,
} from './calendar-layout.ts';
import type { Plan } from './types.ts';

type Props = Readonly<{
  today: PlainDate;
  postedOn: PlainDate;
  /** undefined: the days cannot be counted, or are not yet */
  plan: Plan | undefined;
  onPostedOn(date: PlainDate): void;
}>;

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

export function PlanCalendar({ today, postedOn, plan, onPostedOn }: Props) {
  const weeks = useMemo(
    () => weeksOf(plan ? factsOf(plan, shortCommittee) : plainFacts(today, postedOn)),
    [plan, today, postedOn],
  );
  const shown = plan?.postedOn ?? postedOn;
  const monthWords = formatPaperDate(shown).replace(/月.*$/, '月');
  const previous = () => onPostedOn(addMonths(postedOn, -1));
  const next = () => onPostedOn(addMonths(postedOn, 1));
  useHotKeys({
    left: () => onPostedOn(addDays(postedOn, -1)),
    right: () => onPostedOn(addDays(postedOn, 1)),
    pageup: previous,
    pagedown: next,
  });
  function onKeyDown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (!step || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    onPostedOn(step(postedOn));
  }
  function onClick({ target }: MouseEvent): void {
    const day = target instanceof Element ? target.closest<HTMLElement>('[data-date]')?.dataset['date'] : undefined;
    if (day !== undefined) onPostedOn(plainDate(day));
  }
  return (
    <section className="plan-calendar" aria-label="日历">
      <header className="publicity-head calendar-head">
        <button type="button" className="month-step" aria-label="上个月" aria-keyshortcuts="PageUp" onClick={previous}>
          <span aria-hidden="true">‹</span>
          <KeyHint keys="PageUp" />
        </button>
        <h2>{monthWords}</h2>
        <button type="button" className="month-step" aria-label="下个月" aria-keyshortcuts="PageDown" onClick={next}>
          <KeyHint keys="PageDown" />
          <span aria-hidden="true">›</span>
        </button>
        <span className="calendar-keys second">←→ 移动发布日</span>
      </header>
      <div
        className="calendar-grid"
        role="grid"
        tabIndex={0}
        aria-label={`${monthWords}，发布日${formatPaperDate(shown)}`}
        aria-activedescendant={`day-${shown}`}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <div role="row" className="calendar-weekdays">
          {WEEKDAYS.map((weekday) => (
            <span key={weekday} role="columnheader">
              {weekday}
            </span>
          ))}
        </div>
        {weeks.map((week) => (
          <WeekRow key={week.cells[0]?.date} week={week} />
        ))}
      </div>
    </section>
  );
}

const STEPS: Readonly<Record<string, (date: PlainDate) => PlainDate>> = {
  ArrowLeft: (date) => addDays(date, -1),
  ArrowRight: (date) => addDays(date, 1),
  ArrowUp: (date) => addDays(date, -7),
  ArrowDown: (date) => addDays(date, 7),
  PageUp: (date) => addMonths(date, -1),
  PageDown: (date) => addMonths(date, 1),
};

function WeekRow({ week }: Readonly<{ week: CalendarWeek }>) {
  return (
    <div role="row" className={week.isTall ? 'calendar-week is-tall' : 'calendar-week'}>
      {week.cells.map((cell) => (
        <DayCell key={cell.date} cell={cell} />
      ))}
    </div>
  );
}

function DayCell({ cell }: Readonly<{ cell: CalendarCell }>) {
  const { date, number, isPast, isToday, isOff, isPostingDay, band, note, mark, sentence } = cell;
  const looks = ['calendar-day', isOff && 'is-off', isPast && 'is-past', isToday && 'is-today'];
  return (
    <div
      id={`day-${date}`}
      data-date={date}
      role="gridcell"
      aria-label={sentence}
      aria-selected={isPostingDay}
      aria-current={isToday ? 'date' : undefined}
      className={looks.filter(Boolean).join(' ')}
    >
      <span className="day-top" aria-hidden="true">
        <span className="date-number">{number}</span>
        {mark && (
          <span className={`corner-mark tone-${mark.tone}`}>
            <span className="in-full">{mark.text}</span>
            <span className="in-short">{mark.short}</span>
          </span>
        )}
      </span>
      {band && <Band band={band} />}
      {note && (
        <span className={`day-note tone-${note.tone}`} aria-hidden="true">
          <span className="in-full">{note.text}</span>
          <span className="in-short">{note.short}</span>
        </span>
      )}
    </div>
  );
}

function Band({ band: { kind, text, isFirst, isLast } }: Readonly<{ band: BandPiece }>) {
  const looks = ['day-band', `is-${kind}`, isFirst && 'is-first', isLast && 'is-last'];
  return (
    <span className={looks.filter(Boolean).join(' ')} aria-hidden="true">
      {text}
    </span>
  );
}
