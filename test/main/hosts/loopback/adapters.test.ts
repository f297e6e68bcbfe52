import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArgs } from '../../../../main/hosts/loopback/args.ts';
import { createFileKeychain } from '../../../../main/hosts/adapters/file-keychain.ts';

describe('the arguments', () => {
  const NOW = Date.UTC(2026, 10, 23);
  it('have defaults', () => {
    expect(readArgs([], NOW)).toEqual({ profile: null, port: 47_613, clockShiftMs: 0, opensBrowser: true });
  });

  it('are read', () => {
    const args = ['--profile', 'p', '--port', '0', '--now', '2026-09-01T09:00:00+08:00', '--no-browser'];
    expect(readArgs(args, NOW)).toEqual({
      profile: 'p',
      port: 0,
      clockShiftMs: Date.UTC(2026, 8, 1, 1) - NOW,
      opensBrowser: false,
    });
  });

  it.each([
    [['--port', 'x'], 'not a port number'],
    [['--port', '70000'], 'not a port number'],
    [['--now', 'tomorrow'], 'not an ISO date'],
    [['--unknown'], 'Unknown option'],
    [['stray'], 'Unexpected argument'],
  ])('%j are refused: %s', (args, message) => {
    expect(() => readArgs(args, NOW)).toThrow(message);
  });
});

describe('the keychain in a file', () => {
  let profile: string;
  beforeEach(() => {
    profile = join(mkdtempSync(join(tmpdir(), 'keychain-')), 'profile');
  });
  afterEach(() => rmSync(profile, { recursive: true, force: true }));
  const SECRET = Uint8Array.from({ length: 32 }, (_, i) => i * 7);

  it('gives back what it protected, over a restart too', async () => {
    const sealed = await createFileKeychain(profile).protect(SECRET);
    expect(Buffer.from(sealed).includes(Buffer.from(SECRET))).toBe(false);
    expect(new Uint8Array(await createFileKeychain(profile).reveal(sealed))).toEqual(SECRET);
  });

  it('keeps its key for this account only', async () => {
    await createFileKeychain(profile).protect(SECRET);
    const others = statSync(join(profile, 'loopback-keychain')).mode & 0o077;
    expect(others).toBe(process.platform === 'win32' ? others : 0);
  });

  it('rejects what was protected elsewhere, changed or cut short', async () => {
    const keychain = createFileKeychain(profile);
    const sealed = Buffer.from(await keychain.protect(SECRET));
    const other = createFileKeychain(mkdtempSync(join(tmpdir(), 'keychain-')));
    await other.protect(SECRET);
    await expect(other.reveal(sealed)).rejects.toBeInstanceOf(Error);
    await expect(keychain.reveal(sealed.subarray(0, 20))).rejects.toBeInstanceOf(Error);
    await expect(keychain.reveal(new Uint8Array())).rejects.toBeInstanceOf(Error);
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    await expect(keychain.reveal(sealed)).rejects.toBeInstanceOf(Error);
  });

  it('protects at the same time from several places with one key', async () => {
    const sealed = await Promise.all(Array.from({ length: 8 }, () => createFileKeychain(profile).protect(SECRET)));
    for (const one of sealed) expect(new Uint8Array(await createFileKeychain(profile).reveal(one))).toEqual(SECRET);
  });
});
