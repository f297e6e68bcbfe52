import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { beijingDateOf, formatDate, yearOf } from '#model/beijing-time.ts';
import { CalendarDialog } from './calendar-dialog.tsx';
import { monthsOf, type Month, type MonthDay } from './month-grid.ts';
import type { CalendarYear } from './types.ts';
import './calendar.css';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;
const MARKS: Readonly<Record<MonthDay['kind'], string>> = {
  workday: '',
  weekend: '',
  holiday: '休',
  'makeup-workday': '班',
};
const SPOKEN: Readonly<Record<MonthDay['kind'], string>> = {
  workday: '',
  weekend: '',
  holiday: '放假',
  'makeup-workday': '调休上班',
};

/** A year's days off and make-up workdays, by which publicity is counted. */
export function CalendarTab({ years }: Readonly<{ years: readonly CalendarYear[] }>) {
  const [today] = useState(() => beijingDateOf(Date.now()));
  const [chosen, setChosen] = useState<number | null>(null);
  const [isInstalling, setInstalling] = useState(false);
  const shown = years.find(({ year }) => year === (chosen ?? yearOf(today))) ?? years[0];
  const months = useMemo(() => (shown ? monthsOf(shown) : []), [shown]);
  if (!shown) return null;
  const { title, number, issuedOn } = shown.source;
  const nextYear = Math.max(...years.map(({ year }) => year)) + 1;
  return (
    <div className="library-scroll calendar" tabIndex={0} role="region" aria-label={`${shown.year}年日历`}>
      <div className="calendar-years" role="group" aria-label="年份">
        {years.map(({ year }) => (
          <button
            key={year}
            type="button"
            className="calendar-year"
            aria-pressed={year === shown.year}
            onClick={() => setChosen(year)}
          >
            {year}
          </button>
        ))}
        <span className="calendar-legend">
          <b className="day-mark is-holiday">休</b> 放假
        </span>
        <span className="calendar-legend">
          <b className="day-mark is-makeup-workday">班</b> 调休上班
        </span>
        <Button className="calendar-install" onClick={() => setInstalling(true)}>
          装入日历
        </Button>
      </div>
      <p className="second calendar-source">
        {[title, number, issuedOn === null ? null : `${formatDate(issuedOn)}发布`].filter(Boolean).join('，')}
      </p>
      <div className="calendar-months">
        {months.map((month) => (
          <MonthTable key={month.month} month={month} today={today} />
        ))}
      </div>
      {isInstalling && <CalendarDialog year={nextYear} onClose={() => setInstalling(false)} />}
    </div>
  );
}

function MonthTable({ month: { month, weeks }, today }: Readonly<{ month: Month; today: string }>) {
  return (
    <table className="month">
      <caption>{`${month}月`}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== null)?.date}>
            {week.map((day, index) => (
              <DayCell key={WEEKDAYS[index]} day={day} isToday={day?.date === today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, isToday }: Readonly<{ day: MonthDay | null; isToday: boolean }>) {
  if (!day) return <td>{'\u00a0'}</td>;
  const mark = MARKS[day.kind];
  return (
    <td className={`day is-${day.kind}`} aria-current={isToday ? 'date' : undefined}>
      <span className={isToday ? 'day-number is-today' : 'day-number'}>{day.day}</span>
      {mark !== '' && (
        <span className={`day-mark is-${day.kind}`} aria-hidden="true">
          {mark}
        </span>
      )}
      {SPOKEN[day.kind] !== '' && <span className="sr-only">{SPOKEN[day.kind]}</span>}
      {day.name !== null && <span className="day-name">{day.name}</span>}
    </td>
  );
}
