import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScanDesk, type ScanDesk } from '#core/scans/scans.service.ts';
import { openFileVault, type FileVault } from '#vault/file-vault.ts';
import { makeScan, type Scan } from '../../../sync/application.ts';

let dir: string;
let vault: FileVault;
let damaged: string[];
let desk: ScanDesk;
let scan: Scan;
beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'scans-'));
  vault = await openFileVault({ dir, keys: { content: randomBytes(32), name: randomBytes(32) } });
  damaged = [];
  desk = createScanDesk(vault, (sha256) => void damaged.push(sha256));
  scan = makeScan(5_000, 'diploma');
  await vault.put(scan.attachment.sha256, scan.bytes);
});
afterEach(() => {
  vault.close();
  rmSync(dir, { recursive: true });
});

function tokenOf(address: string): string {
  return address.slice('/scan/'.length);
}

describe('the address of a scan', () => {
  it('opens the scan, with its own kind', async () => {
    const opened = await desk.open(tokenOf(desk.addressOf(scan.attachment)));
    expect(opened?.mime).toBe('image/jpeg');
    expect(Buffer.from(opened?.bytes ?? []).equals(scan.bytes)).toBe(true);
    expect(damaged).toEqual([]);
  });

  it('stays the same while the session lasts and tells nothing of the scan', () => {
    const address = desk.addressOf(scan.attachment);
    expect(desk.addressOf({ ...scan.attachment })).toBe(address);
    expect(address).toMatch(/^\/scan\/[\w-]{43}$/);
    expect(address).not.toContain(scan.attachment.sha256.slice(0, 8));
  });

  it('is another one for another scan, and for the same scan in another session', () => {
    const address = desk.addressOf(scan.attachment);
    expect(desk.addressOf(makeScan(10, 'other').attachment)).not.toBe(address);
    expect(createScanDesk(vault, () => undefined).addressOf(scan.attachment)).not.toBe(address);
  });

  it('is worth nothing in another session', async () => {
    const token = tokenOf(desk.addressOf(scan.attachment));
    expect(await createScanDesk(vault, () => undefined).open(token)).toBeNull();
  });

  it.each(['', 'x', '__proto__', 'constructor', '../diploma'])('%j is none', async (token) => {
    desk.addressOf(scan.attachment);
    expect(await desk.open(token)).toBeNull();
    expect(damaged).toEqual([]);
  });

  it('cannot be the hash itself', async () => {
    desk.addressOf(scan.attachment);
    expect(await desk.open(scan.attachment.sha256)).toBeNull();
  });
});

describe('a scan that is not whole', () => {
  /** Flips a byte in the largest file: the scan's own. */
  function damage(): void {
    const files = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .toSorted((a, b) => statSync(b).size - statSync(a).size);
    const file = files[0] as string;
    const bytes = readFileSync(file);
    bytes[2_500] = (bytes[2_500] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  }

  it('is not shown but asked for anew, and shown under the same address once it is here again', async () => {
    const token = tokenOf(desk.addressOf(scan.attachment));
    damage();
    expect(await desk.open(token)).toBeNull();
    expect(damaged).toEqual([scan.attachment.sha256]);
    await vault.put(scan.attachment.sha256, scan.bytes);
    expect(Buffer.from((await desk.open(token))?.bytes ?? []).equals(scan.bytes)).toBe(true);
    expect(damaged).toHaveLength(1);
  });

  it('or not there at all is asked for as well', async () => {
    const { attachment } = makeScan(10, 'missing');
    expect(await desk.open(tokenOf(desk.addressOf(attachment)))).toBeNull();
    expect(damaged).toEqual([attachment.sha256]);
  });
});
