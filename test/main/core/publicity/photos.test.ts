/** Evidence photos: pictures by content, kept in the vault, and no business of the city's. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { countMissingScans, selectNextScans } from '#core/sync/sync.repository.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { posted } from '../../../support/notices.ts';
import { openReviewBench, type ReviewBench } from '../../../support/review-bench.ts';
import { makeApplication } from '../../../sync/application.ts';

const JPEG = [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1];
const TOO_LARGE = 20 * 1024 * 1024 + 1;

let bench: ReviewBench;
let noticeId: string;
beforeEach(() => {
  bench = openReviewBench();
  const person = makeApplication();
  bench.arrive(person);
  noticeId = posted(bench, [person], '2026-09-01');
});
afterEach(() => bench.dispose());

async function add(bytes: readonly number[] | Uint8Array, name = '公告栏.jpg') {
  const file = bench.files.hold('IMG_0032.jpg', Uint8Array.from(bytes));
  return bench.publicity.addPhoto({ noticeId, file, name });
}

const photos = () => expectOk(bench.publicity.notice({ id: noticeId })).photos;

it.each([
  ['a JPEG', JPEG, 'image/jpeg'],
  ['a PNG', PNG, 'image/png'],
])('%s is kept and shown under an address of the session', async (_, bytes, mime) => {
  const { photoId } = expectOk(await add(bytes));
  const [photo] = photos();
  expect(photo).toMatchObject({ id: photoId, name: '公告栏.jpg', sizeBytes: bytes.length, addedBy: '李敏' });
  const token = photo!.address.replace('/scan/', '');
  expect(await bench.scans.open(token)).toEqual({ bytes: Uint8Array.from(bytes), mime });
});

it('is neither missing nor asked of the city, and still there after a restart', async () => {
  expectOk(await add(JPEG));
  const { db } = bench.temp;
  expect(countMissingScans(db)).toEqual({ missing: 0, missingBytes: 0 });
  expect(selectNextScans(db, null, [], 10)).toEqual([]);
  expect(db.prepare('SELECT size_bytes FROM blob').all()).toEqual([{ size_bytes: JPEG.length }]);
  bench = bench.restart();
  expect(photos()).toHaveLength(1);
});

it('whose bytes were lost says so, until the same file is added again', async () => {
  const { photoId } = expectOk(await add(JPEG));
  bench.temp.db.exec('DELETE FROM blob');
  expect(photos()).toMatchObject([{ id: photoId, isLost: true }]);
  expect(expectOk(await add(JPEG, '再来一次.jpg'))).toEqual({ photoId });
  expect(photos()).toMatchObject([{ id: photoId, name: '公告栏.jpg', isLost: false }]);
});

it.each([
  ['not a picture, whatever its name', [0x25, 0x50, 0x44, 0x46], 'not-a-picture'],
  ['empty', [], 'not-a-picture'],
  ['too large', new Uint8Array(TOO_LARGE).fill(0xff), 'too-large'],
])('%s is refused', async (_, bytes, code) => {
  expect(await add(bytes)).toMatchObject({ error: { code } });
  expect(photos()).toEqual([]);
});

it('a file that is gone, and a notice that is none, are told apart', async () => {
  const gone = { noticeId, file: 'spent', name: '公告栏.jpg' };
  expect(await bench.publicity.addPhoto(gone)).toMatchObject({ error: { code: 'file-gone' } });
  expect(await bench.publicity.addPhoto({ ...gone, noticeId: crypto.randomUUID() })).toMatchObject({
    error: { code: 'not-found' },
  });
});

it('is taken off again, which is kept', async () => {
  const { photoId } = expectOk(await add(JPEG));
  expectOk(bench.publicity.removePhoto({ noticeId, photoId }));
  expect(photos()).toEqual([]);
  expect(bench.publicity.removePhoto({ noticeId, photoId })).toMatchObject({ error: { code: 'not-found' } });
  const { changes } = expectOk(bench.publicity.notice({ id: noticeId }));
  expect(changes.map(({ kind }) => kind)).toEqual(['photo-removed', 'photo-added', 'posted']);
});
