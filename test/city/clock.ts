/** The city's clock: starts where it is told and runs on; tests and the demo may push it forward. */
export type CityClock = Readonly<{ now(): number; advance(byMs: number): void }>;

export const DAY_MS = 24 * 60 * 60 * 1000;
/** Asia/Shanghai has had no summer time since 1991. */
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000;

export function createClock(startsAt: number | undefined): CityClock {
  let offsetMs = startsAt === undefined ? 0 : startsAt - Date.now();
  return {
    now: () => Date.now() + offsetMs,
    advance(byMs) {
      offsetMs += byMs;
    },
  };
}

/** 'YYYY-MM-DD' of the instant in Beijing */
export function beijingDay(at: number): string {
  return new Date(at + BEIJING_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant at which a Beijing day begins; `plusDays` later or, negative, earlier. */
export function startOfBeijingDay(day: string, plusDays = 0): number {
  return Date.parse(`${day}T00:00:00Z`) - BEIJING_OFFSET_MS + plusDays * DAY_MS;
}
