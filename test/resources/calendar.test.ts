import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

it('the shipped calendars are what the package makes, byte for byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
  try {
    const script = join('resources', 'scripts', 'make-calendar.ts');
    const run = spawnSync(process.execPath, [script, folder], { cwd: root, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    const shipped = readdirSync(join(root, 'resources', 'calendar'));
    expect(readdirSync(folder)).toEqual(shipped);
    for (const name of shipped) {
      expect(readFileSync(join(folder, name), 'utf8'), name).toBe(
        readFileSync(join(root, 'resources', 'calendar', name), 'utf8'),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
