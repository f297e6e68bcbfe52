import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '#ports/index.ts';
import { createFileLog } from '../../../../main/hosts/adapters/file-log.ts';

let profile: string;
let log: Log;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'log-'));
  log = createFileLog(profile, { now: () => Date.UTC(2026, 8, 1), monotonic: () => 0 });
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

function lines(): Record<string, unknown>[] {
  const text = readFileSync(join(profile, 'logs', 'desk.log'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('keeps numbers, codes and ids', () => {
    const id = '0198f000-0000-7000-8000-123456789012';
    log.info('sync.pulled', { count: 12, code: 'city-busy', ok: true, lastAt: 1_788_220_800_000, id, none: null });
    expect(lines()).toEqual([
      {
        at: '2026-09-01T00:00:00.000Z',
        level: 'info',
        event: 'sync.pulled',
        count: 12,
        code: 'city-busy',
        ok: true,
        lastAt: 1_788_220_800_000,
        id,
        none: null,
      },
    ]);
  });

  it.each([
    ['a name', '张晓梅'],
    ['an ID number', '530102199001011237'],
    ['an ID number within a code', 'id:530102199001011237'],
    ['a telephone', '13888888888'],
    ['a telephone as a number', 13_888_888_888],
    ['an ID number as a number', 530_102_199_001_011_200],
    ['a sentence', 'not found for this person'],
    ['a long text', 'a'.repeat(81)],
    ['an object', { name: '张晓梅' }],
  ])('replaces %s', (_what, value) => {
    log.warn('x', { value: value as string });
    expect(lines()[0]).toMatchObject({ value: '[removed]' });
  });

  it('replaces personal words used as names of events or facts', () => {
    log.info('打开 张晓梅', { 张晓梅: 1 });
    expect(readFileSync(join(profile, 'logs', 'desk.log'), 'utf8')).not.toContain('张晓梅');
  });

  it('keeps of an error its class, code and places, never its message', () => {
    log.error('bug', Object.assign(new TypeError('cannot read 张晓梅 13888888888'), { code: 'ENOENT' }), {
      incident: 'K7Q2-3FZ9',
    });
    const [line] = lines();
    expect(line).toMatchObject({ level: 'error', error: 'TypeError', code: 'ENOENT', incident: 'K7Q2-3FZ9' });
    const text = JSON.stringify(line);
    expect(text).not.toContain('张晓梅');
    expect(text).not.toContain('13888888888');
    expect(text).not.toContain(import.meta.dirname);
    expect(String(line?.['stack']).split(',')[0]).toMatch(/^file-log\.test\.ts:\d+:\d+$/);
  });

  it('survives what is thrown without being an error', () => {
    log.error('bug', '张晓梅');
    expect(lines()[0]).toMatchObject({ error: 'string' });
  });

  it('starts anew after 2 MB and keeps one old file, readable by this account only', () => {
    const facts = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`fact${i}`, 'a'.repeat(80)]));
    for (let i = 0; i < 2_500; i += 1) log.info('full', facts);
    const directory = join(profile, 'logs');
    expect(readdirSync(directory).toSorted()).toEqual(['desk.1.log', 'desk.log']);
    for (const name of readdirSync(directory)) {
      const { size, mode } = statSync(join(directory, name));
      expect(size).toBeLessThanOrEqual(2_000_000);
      expect(mode & 0o077).toBe(process.platform === 'win32' ? mode & 0o077 : 0);
    }
  });

  it('never fails the work it tells of', () => {
    rmSync(join(profile, 'logs'), { recursive: true });
    expect(() => log.info('x')).not.toThrow();
  });
});
