/** What the papers' tests need around them: approved people, a damaged scan, a folder, a caught print, an own template. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import PizZip from 'pizzip';
import type { Application } from '#model/application.ts';
import { findApplication, insertBlob, saveApplication } from '../city/store.ts';
import { expect, type Desk } from './fixtures.ts';
import { ownApplications } from './steps.ts';

const GONE_UP: ReadonlySet<string> = new Set(['superior-review', 'city-review', 'accepted']);

/** So many people whom the unit approved, whoever is named first: those gone up, then some whom the city lets pass meanwhile. */
export function approvePeople(desk: Desk, count: number, first: string): readonly string[] {
  const all = ownApplications(desk);
  const named = all.filter(({ applicant }) => applicant.name === first);
  const goneUp = all.filter(({ state }) => GONE_UP.has(state));
  const ready = all.filter(({ state, publicity }) => state === 'unit-review' && publicity?.concludedAt);
  const people = [...named, ...goneUp, ...ready].slice(0, count);
  for (const { id, state } of people)
    if (!GONE_UP.has(state)) change(desk, id, (was) => ({ ...was, state: 'accepted' }));
  expect(people).toHaveLength(count);
  return people.map(({ applicant }) => applicant.name);
}

/** One of their scans is no picture any more; the city hands it out as it lies there. */
export async function damageScanOf(desk: Desk, name: string): Promise<void> {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(`not a picture of ${name}`)]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const folder = path.join(desk.folder, 'city', 'blobs', sha256.slice(0, 2));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, sha256), bytes);
  insertBlob(desk.city.db, { sha256, size: bytes.length, mime: 'image/jpeg' });
  const person = ownApplications(desk).find(({ applicant }) => applicant.name === name);
  if (!person) throw new Error(`the seed has no ${name}`);
  desk.city.db
    .prepare(`INSERT INTO holding SELECT b.no, a.no FROM blob b, application a WHERE b.sha256 = ? AND a.id = ?`)
    .run(sha256, person.id);
  change(desk, person.id, (was) => ({
    ...was,
    attachments: was.attachments.map((one, at) =>
      at === 0 ? { ...one, sha256, sizeBytes: bytes.length, mime: 'image/jpeg' } : one,
    ),
  }));
}

function change({ city: { db } }: Desk, id: string, make: (was: Application) => Application): void {
  const stored = findApplication(db, id);
  if (!stored) throw new Error('no such application');
  const { application } = stored;
  saveApplication(db, stored, { ...make(application), version: application.version + 1 });
}

/** Chromium's own folder stands in for the one a person would choose: a real FileSystemDirectoryHandle. */
export async function standInFolder(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
}

export function folderFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names: string[] = [];
    const folder = await navigator.storage.getDirectory();
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    return names.toSorted();
  });
}

export async function folderFile(page: Page, name: string): Promise<Buffer> {
  const text = await page.evaluate(async (fileName) => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle(fileName)).getFile();
    const reader = new FileReader();
    await new Promise((resolve) => {
      reader.addEventListener('load', resolve);
      reader.readAsDataURL(file);
    });
    return typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '';
  }, name);
  return Buffer.from(text, 'base64');
}

export async function emptyFolder(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) {
      await folder.removeEntry(name);
    }
  });
}

/** No printer is here, and a browser without a window cannot show its print dialog: what would be printed is kept. */
export async function catchPrints(page: Page): Promise<() => Buffer> {
  let last: Buffer | null = null;
  await page.route('**/print/*', async (route) => {
    last = await (await route.fetch()).body();
    await route.fulfill({ contentType: 'text/html', body: '<p>打印</p>' });
  });
  return () => {
    if (!last) throw new Error('nothing was printed');
    return last;
  };
}

/** A .docx with another text. */
export function edited(docx: Buffer, edit: (xml: string) => string): Buffer {
  const zip = new PizZip(docx);
  const at = 'word/document.xml';
  zip.file(at, edit(zip.file(at)?.asText() ?? ''));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
