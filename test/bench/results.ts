/** What a bench tells of one thing that it measured. */
import { round } from './statistics.ts';

export type BenchResult = Readonly<{
  metric: string;
  value: number;
  unit: string;
  /** the same measured on what we compare with, or null where there is nothing to compare with */
  peer: number | null;
  goal: number;
  holds: boolean;
}>;

export function atMost(metric: string, value: number, unit: string, goal: number): BenchResult {
  return { metric, value: round(value), unit, peer: null, goal, holds: value <= goal };
}
