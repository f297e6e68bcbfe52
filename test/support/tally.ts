/** What a test runner counted, in a file, so that test/run.ts can add two runners up. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export type Tally = Readonly<{
  passed: number;
  failed: number;
  skipped: readonly Readonly<{ name: string; reason: string }>[];
}>;

/** Environment variable that names the file a runner's reporter writes to. */
export const TALLY_FILE = 'TALLY_FILE';
export const NO_REASON = 'no reason given';

export function writeTally(tally: Tally): void {
  const file = process.env[TALLY_FILE];
  if (file) writeFileSync(file, JSON.stringify(tally));
}

/** A runner that ended without a word has failed. */
export function readTally(file: string): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
  return JSON.parse(readFileSync(file, 'utf8')) as Tally;
}

/** `N passed, N failed, N skipped`, after a line for each skipped test. */
export function summarise(tallies: readonly Tally[]): Readonly<{ lines: readonly string[]; isGood: boolean }> {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  const skipped = tallies.flatMap((tally) => tally.skipped);
  return {
    lines: [
      ...skipped.map(({ name, reason }) => `skipped: ${name} (${reason})`),
      `${passed} passed, ${failed} failed, ${skipped.length} skipped`,
    ],
    isGood: failed === 0 && passed > 0,
  };
}
