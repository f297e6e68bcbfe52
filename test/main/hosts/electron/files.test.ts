import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileTokens } from '../../../../main/hosts/electron/files.ts';
import { createSafeKeychain, hasKeychain, type SafeStorageLike } from '../../../../main/hosts/electron/keychain.ts';
import { userDataDirectory } from '../../../../main/hosts/electron/profile.ts';

let directory: string;
let file: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'files-'));
  file = join(directory, 'scan.jpg');
  writeFileSync(file, 'abc');
  mkdirSync(join(directory, 'folder'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function tokens() {
  const time = { now: 0 };
  return { time, files: createFileTokens({ now: () => 0, monotonic: () => time.now }) };
}

describe('a file handed in', () => {
  it('is known by a random word, once', async () => {
    const { files } = tokens();
    const [first, second] = [await files.issue(file), await files.issue(file)];
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(second).not.toBe(first);
    expect(await files.take(first ?? '')).toEqual({ name: 'scan.jpg', bytes: Buffer.from('abc') });
    expect(await files.take(first ?? '')).toBeNull();
  });

  it.each(['', 'scan.jpg', '../scan.jpg'])('is none under the relative path %j', async (path) => {
    expect(await tokens().files.issue(path)).toBeNull();
  });

  it('is none when it is a folder or not there', async () => {
    const { files } = tokens();
    expect(await files.issue(join(directory, 'folder'))).toBeNull();
    expect(await files.issue(join(directory, 'nothing'))).toBeNull();
  });

  it('of 32 MB is read, and of one byte more is none, also when it grew after it was handed in', async () => {
    const { files } = tokens();
    const large = join(directory, 'large.jpg');
    writeFileSync(large, '');
    truncateSync(large, 32 * 1024 * 1024);
    const [first, second] = [await files.issue(large), await files.issue(large)];
    expect((await files.take(first ?? ''))?.bytes.length).toBe(32 * 1024 * 1024);
    truncateSync(large, 32 * 1024 * 1024 + 1);
    expect(await files.take(second ?? '')).toBeNull();
    expect(await files.issue(large)).toBeNull();
  });

  it('that is gone by the time it is read is none', async () => {
    const { files } = tokens();
    const passing = join(directory, 'passing.jpg');
    writeFileSync(passing, 'x');
    const token = await files.issue(passing);
    rmSync(passing);
    expect(await files.take(token ?? '')).toBeNull();
  });

  it('that was pasted is taken from memory, once, under its bare name', async () => {
    const { files } = tokens();
    const token = files.hold('../image.png', Buffer.from('abc'));
    expect(await files.take(token ?? '')).toEqual({ name: 'image.png', bytes: Buffer.from('abc') });
    expect(await files.take(token ?? '')).toBeNull();
  });

  it('that was pasted is none over 32 MB, nor while 64 MB wait to be taken', async () => {
    const { files, time } = tokens();
    const most = new Uint8Array(32 * 1024 * 1024);
    expect(files.hold('a.png', new Uint8Array(most.length + 1))).toBeNull();
    const first = files.hold('a.png', most);
    expect(files.hold('b.png', most)).not.toBeNull();
    expect(files.hold('c.png', new Uint8Array(1))).toBeNull();
    await files.take(first ?? '');
    expect(files.hold('c.png', new Uint8Array(1))).not.toBeNull();
    time.now = 30 * 60_000;
    expect(files.hold('d.png', most)).not.toBeNull();
  });

  it('is forgotten after half an hour and on locking', async () => {
    const { files, time } = tokens();
    const old = await files.issue(file);
    time.now = 30 * 60_000;
    expect(await files.take(old ?? '')).toBeNull();
    const other = await files.issue(file);
    files.clear();
    expect(await files.take(other ?? '')).toBeNull();
  });

  it('is forgotten when a thousand others came after it', async () => {
    const { files } = tokens();
    const first = await files.issue(file);
    const second = await files.issue(file);
    for (let i = 0; i < 999; i += 1) await files.issue(file);
    expect(await files.take(first ?? '')).toBeNull();
    expect(await files.take(second ?? '')).not.toBeNull();
  });
});

describe('the system’s keychain', () => {
  function storage(backend: string, isAvailable = true): SafeStorageLike {
    return {
      isAsyncEncryptionAvailable: async () => isAvailable,
      encryptStringAsync: async (text) => Buffer.from(`sealed:${text}`),
      async decryptStringAsync(encrypted) {
        const text = encrypted.toString();
        if (!text.startsWith('sealed:')) throw new Error('protected elsewhere');
        return { result: text.slice(7), shouldReEncrypt: false };
      },
      getSelectedStorageBackend: () => backend,
    };
  }
  it.each([
    ['linux', 'gnome_libsecret', true],
    ['linux', 'kwallet6', true],
    ['linux', 'basic_text', false],
    ['linux', 'unknown', false],
    ['win32', 'unknown', true],
    ['darwin', 'unknown', true],
  ] as const)('on %s with %s counts: %s', async (platform, backend, counts) => {
    expect(await hasKeychain(storage(backend), platform)).toBe(counts);
    expect(await hasKeychain(storage(backend, false), platform)).toBe(false);
  });

  it('gives back every byte', async () => {
    const keychain = createSafeKeychain(storage('kwallet6'), 'linux');
    const secret = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect(new Uint8Array(await keychain.reveal(await keychain.protect(secret)))).toEqual(secret);
    await expect(keychain.reveal(Buffer.from('of another account'))).rejects.toThrow('protected elsewhere');
  });

  it('keeps nothing where Electron would only pretend to', async () => {
    const keychain = createSafeKeychain(storage('basic_text'), 'linux');
    await expect(keychain.protect(new Uint8Array(32))).rejects.toThrow('no keychain');
    await expect(keychain.reveal(Buffer.from('sealed:AA'))).rejects.toThrow('no keychain');
  });
});

describe('the profile', () => {
  it('is on the local disk on Windows and where Electron says elsewhere', () => {
    expect(userDataDirectory('win32', '/local', '/roaming/desk')).toBe(join('/local', 'title-review-desk'));
    expect(userDataDirectory('win32', undefined, '/roaming/desk')).toBe('/roaming/desk');
    expect(userDataDirectory('linux', '/local', '/home/config/desk')).toBe('/home/config/desk');
  });
});
