import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileVault, type FileVault } from '#vault/file-vault.ts';

const keys = { content: randomBytes(32), name: randomBytes(32) };
let dir: string;
let vault: FileVault;
beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'desk-vault-'));
  vault = await openFileVault({ dir, keys });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function put(bytes: Uint8Array): Promise<string> {
  const sha256 = hashOf(bytes);
  expect(await vault.put(sha256, bytes)).toEqual({ ok: true, value: null });
  return sha256;
}

function files(): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function onlyFile(): string {
  const [file, ...others] = files();
  if (!file || others.length > 0) throw new Error(`${files().length} files`);
  return file;
}

describe('the vault', () => {
  it('gives back any bytes, also after opening again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const sha256 = await put(bytes);
        const again = await openFileVault({ dir, keys });
        const got = await again.get(sha256);
        return got.ok && Buffer.from(got.value).equals(Buffer.from(bytes)) && (await again.has(sha256));
      }),
      { numRuns: 25 },
    );
  });

  it('has nothing that was not put', async () => {
    expect(await vault.has('0'.repeat(64))).toBe(false);
    expect(await vault.get('0'.repeat(64))).toMatchObject({ error: { code: 'missing' } });
  });

  it('stores nothing under a hash that is not its own', async () => {
    expect(await vault.put(hashOf(Buffer.from('a')), Buffer.from('b'))).toMatchObject({
      error: { code: 'hash-mismatch' },
    });
    expect(files()).toEqual([]);
  });

  it('takes only a hash for a name', async () => {
    for (const name of ['', '../../etc/passwd', 'A'.repeat(64), '0'.repeat(63)]) {
      await expect(vault.get(name)).rejects.toThrow(TypeError);
      await expect(vault.has(name)).rejects.toThrow(TypeError);
    }
  });

  it('keeps one file of a scan that comes twice, also at the same time', async () => {
    const bytes = randomBytes(1000);
    await Promise.all([put(bytes), put(bytes), put(bytes)]);
    await put(bytes);
    expect(files()).toHaveLength(1);
  });

  it('tells neither content nor hash to someone who has the disk', async () => {
    const bytes = Buffer.from('身份证 530102199003076239 '.repeat(50));
    const sha256 = await put(bytes);
    expect(onlyFile()).not.toContain(sha256);
    const stored = readFileSync(onlyFile());
    expect(stored.includes('530102199003076239')).toBe(false);
    expect(stored.includes(Buffer.from(sha256, 'hex'))).toBe(false);
  });

  it('cannot be read with other keys', async () => {
    const sha256 = await put(Buffer.from('scan'));
    const otherName = await openFileVault({ dir, keys: { ...keys, name: randomBytes(32) } });
    expect(await otherName.get(sha256)).toMatchObject({ error: { code: 'missing' } });
  });
});

describe('a scan that was damaged', () => {
  it.each([
    ['one bit changed', (file: string) => writeFileSync(file, changed(readFileSync(file)))],
    ['cut', (file: string) => truncateSync(file, 500)],
    ['cut to a few bytes', (file: string) => truncateSync(file, 5)],
    ['emptied', (file: string) => truncateSync(file, 0)],
    ['longer', (file: string) => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.alloc(1)]))],
  ])('%s is put in quarantine once and can be stored anew', async (_, damage) => {
    const bytes = randomBytes(1000);
    const sha256 = await put(bytes);
    damage(onlyFile());
    const both = await Promise.all([vault.get(sha256), vault.get(sha256)]);
    expect(both.map((result) => result.ok)).toEqual([false, false]);
    expect(onlyFile()).toContain('quarantine');
    expect(await vault.get(sha256)).toMatchObject({ error: { code: 'missing' } });
    expect(await vault.has(sha256)).toBe(false);
    await put(bytes);
    expect(await vault.get(sha256)).toMatchObject({ ok: true });
  });

  it('by putting another scan in its place is found', async () => {
    const first = await put(Buffer.from('scan of A'));
    const fileOfFirst = onlyFile();
    const second = await put(Buffer.from('scan of B'));
    const fileOfSecond = files().find((file) => file !== fileOfFirst);
    copyFileSync(fileOfFirst, fileOfSecond ?? '');
    expect(await vault.get(second)).toMatchObject({ error: { code: 'damaged' } });
    expect(await vault.get(first)).toMatchObject({ ok: true });
  });
});

describe('a broken-off put', () => {
  it('leaves nothing after the next opening', async () => {
    await put(Buffer.from('whole'));
    writeFileSync(path.join(dir, 'incoming', 'half'), 'half');
    await openFileVault({ dir, keys });
    expect(files()).toHaveLength(1);
  });

  it('by an unusable folder rejects and leaves no temporary file', async () => {
    rmSync(path.join(dir, 'incoming'), { recursive: true });
    writeFileSync(path.join(dir, 'incoming'), 'a file in the way');
    const bytes = Buffer.from('scan');
    await expect(vault.put(hashOf(bytes), bytes)).rejects.toThrow();
    expect(files()).toEqual([path.join(dir, 'incoming')]);
  });
});

describe('a closed vault', () => {
  it('does not take good files for damaged ones when its keys are wiped under a reader', async () => {
    const own = { content: Buffer.from(keys.content), name: Buffer.from(keys.name) };
    const leaving = await openFileVault({ dir, keys: own });
    const sha256 = await put(randomBytes(2_000_000));
    const reading = leaving.get(sha256);
    leaving.close();
    own.content.fill(0);
    await expect(reading).rejects.toThrow('closed');
    expect(existsSync(path.join(dir, 'quarantine'))).toBe(false);
    expect(await vault.get(sha256)).toMatchObject({ ok: true });
  });
});

function changed(bytes: Buffer): Buffer {
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
  return bytes;
}
