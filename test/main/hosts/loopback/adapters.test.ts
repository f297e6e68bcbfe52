import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArgs } from '../../../../main/hosts/loopback/args.ts';
import { createFileKeychain } from '../../../../main/hosts/loopback/file-keychain.ts';

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

  it.each([[['--port', 'x']], [['--port', '70000']], [['--now', 'tomorrow']], [['--unknown']], [['stray']]])('%j are refused', (args) => {
    expect(() => readArgs(args, NOW)).toThrow();
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
    if (process.platform !== 'win32') expect(statSync(join(profile, 'loopback-keychain')).mode & 0o777).toBe(0o600);
  });

  it('rejects what was protected elsewhere, changed or cut short', async () => {
    const keychain = createFileKeychain(profile);
    const sealed = Buffer.from(await keychain.protect(SECRET));
    const other = createFileKeychain(mkdtempSync(join(tmpdir(), 'keychain-')));
    await other.protect(SECRET);
    await expect(other.reveal(sealed)).rejects.toThrow();
    await expect(keychain.reveal(sealed.subarray(0, 20))).rejects.toThrow();
    await expect(keychain.reveal(new Uint8Array())).rejects.toThrow();
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    await expect(keychain.reveal(sealed)).rejects.toThrow();
  });

  it('protects at the same time from several places with one key', async () => {
    const sealed = await Promise.all(Array.from({ length: 8 }, () => createFileKeychain(profile).protect(SECRET)));
    for (const one of sealed) expect(new Uint8Array(await createFileKeychain(profile).reveal(one))).toEqual(SECRET);
  });
});
