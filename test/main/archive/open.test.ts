import { readFileSync, readdirSync, rmSync, existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createArchive, openArchive } from '#archive/open.ts';
import { newArchiveKeys, openTempArchive, type TempArchive } from '../../support/temp-archive.ts';

const NAME = '金丝雀·阿丽';
const now = () => 0;
let temp: TempArchive | undefined;
afterEach(() => {
  if (temp) rmSync(temp.dir, { recursive: true, force: true });
});

function withSetting(): TempArchive {
  temp = openTempArchive();
  temp.db.prepare('INSERT INTO setting (key, value) VALUES (:key, :value)').run({ key: 'name', value: NAME });
  return temp;
}

describe('an archive', () => {
  it('keeps what was written over closing and opening', () => {
    const again = withSetting().reopen();
    expect(again.db.prepare('SELECT value FROM setting').get()).toEqual({ value: NAME });
    expect(again.archive.needsReplay).toBe(false);
    again.archive.close();
  });

  it('leaves no readable text on disk, neither while open nor when closed', () => {
    const { archive, dir } = withSetting();
    archive.journal.append('decision', { opinion: NAME });
    archive.db.transaction(() => archive.audit.record({ personId: 'p', act: 'a', subject: NAME, detail: {} }));
    expect(findText(dir, NAME)).toEqual([]);
    archive.close();
    expect(findText(dir, NAME)).toEqual([]);
    expect(findText(dir, 'SQLite format 3')).toEqual([]);
    expect(readdirSync(dir).toSorted()).toEqual(['anchor.bin', 'decisions.jnl', 'desk.db']);
  });

  it('answers a wrong key cleanly and stays as it was', () => {
    const { archive, dir, keys } = withSetting();
    archive.close();
    expect(openArchive({ dir, keys: newArchiveKeys(), now })).toMatchObject({
      ok: false,
      error: { code: 'wrong-key' },
    });
    const right = openArchive({ dir, keys, now });
    expect(right.ok && right.value.db.prepare('SELECT value FROM setting').get()).toEqual({ value: NAME });
    if (right.ok) right.value.close();
  });

  it.each([0, 16, 31, 33])('is never opened or made with a key of %i bytes', (length) => {
    const { archive, dir, keys } = withSetting();
    archive.close();
    const short = { ...keys, db: Buffer.alloc(length, 1) };
    expect(() => openArchive({ dir, keys: short, now })).toThrow(RangeError);
    expect(() => createArchive({ dir: path.join(dir, 'new'), keys: short, now })).toThrow(RangeError);
    expect(existsSync(path.join(dir, 'new', 'desk.db'))).toBe(false);
  });

  it('is not opened or made with a key that was wiped', () => {
    const { archive, dir, keys } = withSetting();
    archive.close();
    expect(() => openArchive({ dir, keys: { ...keys, db: Buffer.alloc(32) }, now })).toThrow(RangeError);
  });

  it('lets a second desk know that it is in use', () => {
    const { archive, dir, keys } = withSetting();
    expect(openArchive({ dir, keys, now })).toMatchObject({ ok: false, error: { code: 'in-use' } });
    archive.close();
  });

  it('is never made over another one', () => {
    const { archive, dir, keys, files } = withSetting();
    archive.close();
    expect(createArchive({ dir, keys, now })).toMatchObject({ error: { code: 'already-there' } });
    rmSync(files.database);
    expect(createArchive({ dir, keys, now })).toMatchObject({ error: { code: 'already-there' } });
    expect(openArchive({ dir, keys, now })).toMatchObject({ error: { code: 'missing' } });
    expect(existsSync(files.database)).toBe(false);
  });

  it('trims its journal only once that is large, and counts on', () => {
    const { archive } = withSetting();
    const act = (size: number): void => {
      archive.journal.append('decision', 'x'.repeat(size));
      archive.db.transaction(() => archive.db.exec('DELETE FROM draft'));
    };
    act(10);
    archive.trimJournal();
    expect(archive.journal.entries()).toHaveLength(1);
    for (let count = 0; count < 5; count += 1) act(1024 * 1024);
    archive.trimJournal();
    expect(archive.journal.entries()).toEqual([]);
    act(10);
    archive.close();
    const opened = openArchive({ dir: temp?.dir ?? '', keys: temp?.keys ?? newArchiveKeys(), now });
    expect(opened.ok && opened.value.needsReplay).toBe(false);
    expect(opened.ok && opened.value.journal.entries().map(({ seq }) => seq)).toEqual([7]);
    if (opened.ok) opened.value.close();
  });

  it('keeps in its journal what the database does not hold yet, however large', () => {
    const { archive } = withSetting();
    for (let count = 0; count < 5; count += 1) archive.journal.append('decision', 'x'.repeat(1024 * 1024));
    archive.trimJournal();
    expect(archive.journal.entries()).toHaveLength(5);
    archive.close();
  });

  it('is not opened when a newer desk has written it', () => {
    const { archive, dir, keys } = withSetting();
    archive.db.exec('PRAGMA user_version = 99990');
    archive.close();
    expect(openArchive({ dir, keys, now })).toMatchObject({ error: { code: 'newer' } });
  });
});

function findText(dir: string, text: string): string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return readdirSync(dir).filter((file) => {
    const bytes = readFileSync(path.join(dir, file));
    return needles.some((needle) => bytes.includes(needle));
  });
}
