/** `npm test`: all that a fresh machine can run. Ends with one line: N passed, N failed, N skipped. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt } from '../resources/scripts/lib/build.ts';
import { findBrowser, installBrowser } from './support/browser.ts';
import { readTally, summarise, TALLY_FILE, type Tally } from './support/tally.ts';

const root = path.join(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'desk-tests-'));

/** Runs a runner of node_modules with a reporter that writes a tally. */
function run(name: string, program: string, args: readonly string[]): Tally {
  const file = path.join(scratch, `${name}.json`);
  const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, [TALLY_FILE]: file },
  });
  const tally = readTally(file);
  // it found something wrong that none of its tests stands for
  return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function runEndToEnd(): Tally {
  if (!findBrowser()) {
    const { browser, reason } = installBrowser();
    if (!browser) {
      process.stderr.write(`${reason}\n`);
      return { passed: 0, failed: 1, skipped: [] };
    }
  }
  return run('playwright', '@playwright/test/cli.js', [
    'test',
    '--config=test/playwright.config.ts',
    `--reporter=list,${path.join(root, 'test/support/playwright-tally.ts')}`,
  ]);
}

try {
  ensureBuilt(root);
  const tallies = [
    run('vitest', 'vitest/vitest.mjs', [
      'run',
      '--config=test/vitest.config.ts',
      '--reporter=default',
      `--reporter=${path.join(root, 'test/support/vitest-tally.ts')}`,
    ]),
    runEndToEnd(),
  ];
  const { lines, isGood } = summarise(tallies);
  process.stdout.write(`\n${lines.join('\n')}\n`);
  process.exitCode = isGood ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
