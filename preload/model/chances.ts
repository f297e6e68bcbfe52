/** The two counters that can end an application: chances and strikes (五(二)3(1); 五(三) 注意). */
import type { Decision } from './application.ts';

/** Returns and resets together, over the application's whole year (五(二)3(1)). */
export const CHANCES = 4;
/** Opinions of superiors after which nobody accepts the person again this year (五(三) 注意). */
export const STRIKES = 3;

/** How loud a counter is (ux 2): amber one step before the end, red at it. */
export type CounterTone = 'plain' | 'amber' | 'red';

/** `isLast`: the next one is the last. `isOver`: there is none left. */
export type Counter = Readonly<{ used: number; left: number; isLast: boolean; isOver: boolean; tone: CounterTone }>;

/** With none left, return and reset are refused. */
export function countChances(used: number): Counter {
  return count(used, CHANCES);
}

/** Once over, the application is closed for the year. */
export function countStrikes(strikes: number): Counter {
  return count(strikes, STRIKES);
}

export function costsChance(decision: Decision): boolean {
  return decision !== 'approve';
}

// The city may count past the limit; what is left never falls below nothing.
function count(used: number, limit: number): Counter {
  const left = Math.max(0, limit - used);
  return { used, left, isLast: left === 1, isOver: left === 0, tone: toneOf(left) };
}

function toneOf(left: number): CounterTone {
  if (left === 0) return 'red';
  return left === 1 ? 'amber' : 'plain';
}
