/**
 * The working calendar of the desk: the shipped years, and over them those that were installed here. One object
 * that whoever counts days may keep: it answers by the newest.
 */
import { createWorkingCalendar, type CalendarYear, type WorkingCalendar } from '#model/calendar.ts';

export type LiveCalendar = Readonly<{
  calendar: WorkingCalendar;
  /** In the order in which they were installed; of one year the last counts. */
  setInstalled(years: readonly CalendarYear[]): void;
}>;

export function createLiveCalendar(shipped: readonly CalendarYear[]): LiveCalendar {
  let current = createWorkingCalendar(shipped);
  return {
    calendar: {
      get years() {
        return current.years;
      },
      get holidays() {
        return current.holidays;
      },
      get makeupWorkdays() {
        return current.makeupWorkdays;
      },
    },
    setInstalled(years) {
      current = createWorkingCalendar([...shipped, ...years]);
    },
  };
}
