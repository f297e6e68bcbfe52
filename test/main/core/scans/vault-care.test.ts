/** Bytes that are damaged or gone are found, and got again from wherever they can be. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScrubTuning } from '#core/scans/scrub.ts';
import { AS_SCANNED } from '#model/scan.ts';
import { expectOk, until } from '../../../support/desk-client.ts';
import { fileOf } from '../../../support/fake-jobs.ts';
import { makeApprovable } from '../../../support/review-bench.ts';
import { openScansBench, vaultFiles, type ScansBench } from '../../../support/scans-bench.ts';
import { makeScan } from '../../../sync/application.ts';

const AT_ONCE: ScrubTuning = { startMs: 0, partOfTime: 1 };

let bench: ScansBench;
beforeEach(async () => {
  bench = await openScansBench();
});
afterEach(() => bench.dispose());

function list() {
  return expectOk(bench.scans.pages({ view: 'all', applicationId: null, offset: 0, limit: 500 })).pages;
}

/** The vault's file that holds these bytes. */
function placeOf(before: readonly string[]): string {
  const [file, ...others] = vaultFiles(bench.vaultDir).filter((name) => !before.includes(name));
  if (!file || others.length > 0) throw new Error(`${others.length + 1} new files`);
  return file;
}

function flip(file: string): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
  writeFileSync(file, bytes);
}

async function originalAlone(): Promise<string> {
  bench.jobs.hold();
  const before = vaultFiles(bench.vaultDir);
  await bench.drop([{ text: 'diploma', name: '毕业证书.jpg' }]);
  const file = placeOf(before);
  bench.jobs.release();
  await until(async () => (list()[0]?.state === 'ready' ? true : null), 'the page');
  return file;
}

async function scrubbed(whileClosed: () => void): Promise<void> {
  bench = await bench.restart({ scrub: AT_ONCE, whileClosed });
  const { db } = bench.review.temp;
  await until(
    async () => (db.prepare('SELECT 1 AS x FROM scan_scrub WHERE finished_at IS NOT NULL').get() ? true : null),
    'the vault to be read through',
  );
}

describe('one flipped byte', () => {
  it('in an original that was taken in here is found, and reported until the file is dropped again', async () => {
    const original = await originalAlone();
    await scrubbed(() => flip(original));
    expect(list()).toMatchObject([{ original: { isLost: true }, pictures: { original: null } }]);
    const [intake] = expectOk(bench.scans.intakes()).intakes;
    expect(expectOk(bench.scans.report(intake?.id ?? '')).files).toMatchObject([{ state: 'lost' }]);
    expect(expectOk(bench.scans.pages({ view: 'trouble', applicationId: null, offset: 0, limit: 1 })).total).toBe(1);
    // its copy is whole
    expect(list()[0]?.pictures.copy).not.toBeNull();
    expect(bench.warnings).toContain('scans.lost');
    await bench.drop([{ text: 'diploma', name: '再来一次.jpg' }]);
    expect(list()).toMatchObject([{ fileName: '毕业证书.jpg', original: { isLost: false } }]);
    expect(expectOk(bench.scans.pages({ view: 'trouble', applicationId: null, offset: 0, limit: 1 })).total).toBe(0);
  });

  it('in what was made of it is found, and it is made anew', async () => {
    const original = await originalAlone();
    const derived = vaultFiles(bench.vaultDir).filter((file) => file !== original);
    expect(derived).toHaveLength(2);
    await scrubbed(() => derived.forEach(flip));
    await until(async () => (list()[0]?.state === 'ready' ? true : null), 'the copy to be made anew');
    expect(vaultFiles(bench.vaultDir)).toHaveLength(3);
    expect(list()[0]?.original.isLost).toBe(false);
  });

  it('in a photo of a notice is found, and nothing is asked of the city for it', async () => {
    const { db } = bench.review.temp;
    const { attachment, bytes } = makeScan(2000, 'photo');
    const { sha256, sizeBytes } = attachment;
    await bench.vault.put(sha256, bytes);
    db.exec('PRAGMA foreign_keys = OFF');
    db.prepare(
      `INSERT INTO notice_photo VALUES ('p', 'n', '公告栏.jpg', :sha256, 'image/jpeg', :sizeBytes, 1, '李敏')`,
    ).run({
      sha256,
      sizeBytes,
    });
    db.prepare('INSERT INTO blob VALUES (:sha256, :sizeBytes, 1)').run({ sha256, sizeBytes });
    await scrubbed(() => vaultFiles(bench.vaultDir).forEach(flip));
    expect(bench.review.temp.db.prepare('SELECT 1 AS x FROM blob').all()).toEqual([]);
    expect(bench.warnings).toContain('scans.lost');
    expect(bench.refetched).toEqual([]);
  });

  it('in a scan of the city has it fetched anew', async () => {
    const scan = makeScan(2000, 'city');
    bench.review.arrive(makeApprovable({ attachments: [scan.attachment] }));
    const application = makeApprovable();
    bench.review.arrive({ ...application, attachments: [scan.attachment] });
    const { sha256, sizeBytes } = scan.attachment;
    await bench.vault.put(sha256, scan.bytes);
    bench.review.temp.db.prepare('INSERT INTO blob VALUES (:sha256, :sizeBytes, 1)').run({ sha256, sizeBytes });
    await scrubbed(() => vaultFiles(bench.vaultDir).forEach(flip));
    expect(bench.refetched).toEqual([sha256]);
  });
});

describe('files that no row knows of', () => {
  it('are removed after the next unlock, and nothing else is', async () => {
    await originalAlone();
    const known = vaultFiles(bench.vaultDir);
    const orphan = makeScan(100, 'orphan');
    await bench.vault.put(orphan.attachment.sha256, orphan.bytes);
    await scrubbed(() => {});
    expect(vaultFiles(bench.vaultDir)).toEqual(known);
  });

  it('stay while whoever put them may not have said so yet', async () => {
    const scan = makeScan(100, 'on its way');
    await bench.vault.put(scan.attachment.sha256, scan.bytes);
    expect(await bench.vault.sweep([])).toBe(0);
    expect(await bench.vault.has(scan.attachment.sha256)).toBe(true);
  });

  it('of an earlier mend go, the original and the copy of today stay', async () => {
    await originalAlone();
    const pages = list().map(({ id }) => ({ id, mend: { ...AS_SCANNED, turn: 90 as const } }));
    expectOk(bench.scans.mend({ pages }));
    await until(async () => (list()[0]?.state === 'ready' ? true : null), 'the copy to be made anew');
    expect(vaultFiles(bench.vaultDir)).toHaveLength(5);
    await scrubbed(() => {});
    expect(vaultFiles(bench.vaultDir)).toHaveLength(3);
  });
});

describe('a picture for the screen', () => {
  it('of a scan of the city is made when somebody looks, once, and kept', async () => {
    const bytes = fileOf({ text: 'city scan' });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await bench.vault.put(sha256, bytes);
    const look = async () => {
      const address = bench.scans.thumbnailOf(sha256).slice('/scan/'.length);
      const both = await Promise.all([bench.addresses.open(address), bench.addresses.open(address)]);
      return both.map((opened) => Buffer.from(opened?.bytes ?? []).toString('utf8'));
    };
    const expected = `preview of city scan 1`;
    expect((await look()).map((text) => text.slice(0, expected.length))).toEqual([expected, expected]);
    expect(bench.jobs.asked).toEqual(['preview']);
    bench = await bench.restart();
    await look();
    expect(bench.jobs.asked).toEqual([]);
    // its bytes are lost: made once more
    vaultFiles(bench.vaultDir)
      .filter((file) => readFileSync(file).length !== bytes.length + 28)
      .forEach((file) => rmSync(file));
    expect((await look())[0]).toContain(expected);
    expect(bench.jobs.asked).toEqual(['preview']);
  });

  it('as large as a window shows it is made and kept likewise, and is the scan itself where it cannot be made', async () => {
    const open = async (sha256: string) => {
      const address = bench.scans.screenOf({ sha256, mime: 'image/png' }).slice('/scan/'.length);
      return bench.addresses.open(address);
    };
    const put = async (bytes: Uint8Array) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await bench.vault.put(sha256, bytes);
      return sha256;
    };
    const scan = await put(fileOf({ text: 'city scan' }));
    expect(await open(scan)).toMatchObject({ mime: 'image/jpeg' });
    const before = bench.jobs.asked.length;
    await open(scan);
    expect(bench.jobs.asked.length).toBe(before);
    const strange = fileOf({ text: 'nothing that is read here', unreadable: 'damaged' });
    expect(await open(await put(strange))).toEqual({ bytes: strange, mime: 'image/png' });
  });
});
