/**
 * When the online channel is open (Q5(4), product rule 6). Days are natural days: the guide does not
 * speak of working days here. The channel cannot be opened again once it is closed.
 */
import type { FilingWindow } from './application.ts';
import { addDays, endOfDay, startOfDay, type PlainDate } from './beijing-time.ts';

/** Q5(4): the channel opens so many days before collection starts. */
const OPENS_DAYS_BEFORE = 7;
/** Q5(4): the last open day, counted back from the collection deadline, when the city hands in for all. */
const COLLECTIVE_CLOSES_DAYS_BEFORE = 3;
/** Q5(4), otherwise; 五(二)3(5) knows only this one. */
const PLAIN_CLOSES_DAYS_BEFORE = 1;

/** What a provincial committee announces. */
export type Collection = Readonly<{
  startsOn: PlainDate;
  endsOn: PlainDate;
  /** whether the city must hand in collectively; null while nobody has said */
  isCollective: boolean | null;
}>;

export type ProvincialWindow = Readonly<{
  isProvincial: true;
  /** first and last open day */
  opensOn: PlainDate;
  closesOn: PlainDate;
  /** epoch ms; `closesAt` is 24:00 of the last day, i.e. 0:00 of the next */
  opensAt: number;
  closesAt: number;
  /** the days between the last open day and the collection deadline, for showing the sum */
  closesDaysBefore: number;
  /**
   * The later last day by 五(二)3(5), where the two places of the guide disagree; null where they
   * agree. The earlier one counts, and the screen says that the year's notice decides.
   */
  otherReading: Readonly<{ closesOn: PlainDate; closesAt: number; source: '五(二)3(5)' }> | null;
}>;

export type CityWindow = Readonly<{
  isProvincial: false;
  opensOn: PlainDate | null;
  closesOn: PlainDate | null;
  opensAt: number | null;
  closesAt: number | null;
}>;

/** Where a window stands at an instant. */
export type WindowState = 'not-announced' | 'not-yet-open' | 'open' | 'closed';

/** While it is unknown whether the city hands in collectively, the stricter rule holds. */
export function provincialWindow(collection: Collection): ProvincialWindow {
  const closesDaysBefore = collection.isCollective === false ? PLAIN_CLOSES_DAYS_BEFORE : COLLECTIVE_CLOSES_DAYS_BEFORE;
  const opensOn = addDays(collection.startsOn, -OPENS_DAYS_BEFORE);
  const closesOn = addDays(collection.endsOn, -closesDaysBefore);
  const laterDay = addDays(collection.endsOn, -PLAIN_CLOSES_DAYS_BEFORE);
  return {
    isProvincial: true,
    opensOn,
    closesOn,
    opensAt: startOfDay(opensOn),
    closesAt: endOfDay(closesOn),
    closesDaysBefore,
    otherReading:
      laterDay === closesOn ? null : { closesOn: laterDay, closesAt: endOfDay(laterDay), source: '五(二)3(5)' },
  };
}

/** A city committee's window is what its notice of the year says, whole days (Q5(4)). */
export function cityWindow(opensOn: PlainDate | null, closesOn: PlainDate | null): CityWindow {
  return {
    isProvincial: false,
    opensOn,
    closesOn,
    opensAt: opensOn === null ? null : startOfDay(opensOn),
    closesAt: closesOn === null ? null : endOfDay(closesOn),
  };
}

/** A window without a closing is not announced, and nothing is counted towards it. */
export function windowState(window: Omit<FilingWindow, 'isProvincial'>, now: number): WindowState {
  if (window.closesAt === null) return 'not-announced';
  if (now >= window.closesAt) return 'closed';
  return window.opensAt !== null && now < window.opensAt ? 'not-yet-open' : 'open';
}

const RUSH_MS = 2 * 60 * 60 * 1000;

/** Within two hours of closing a decision leaves at once and cannot be taken back (ux 2.1). All in epoch ms. */
export function isClosingSoon(closesAt: number | null, now: number): boolean {
  return closesAt !== null && closesAt - now < RUSH_MS;
}
