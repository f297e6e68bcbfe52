import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '#archive/connect.ts';
import { createDb } from '#archive/driver.ts';
import { openArchive } from '#archive/open.ts';
import { newestVersion } from '#archive/migrate.ts';
import { MIGRATIONS, type Migration } from '#archive/migrations/index.ts';
import { openTempArchive, type TempArchive } from '../../support/temp-archive.ts';

const NEXT: Migration = {
  version: 99990,
  up: (db) => db.exec(`CREATE TABLE later (id TEXT PRIMARY KEY) STRICT; INSERT INTO later SELECT key FROM setting`),
};
const BROKEN: Migration = {
  version: 99995,
  up(db) {
    db.exec('CREATE TABLE half (id TEXT) STRICT');
    throw new Error('step fails');
  },
};

let temp: TempArchive;
beforeEach(() => {
  temp = openTempArchive();
  temp.db.exec(`INSERT INTO setting VALUES ('kept', '1')`);
  temp.archive.close();
});
afterEach(() => rmSync(temp.dir, { recursive: true, force: true }));

function openWith(...extra: readonly Migration[]): ReturnType<typeof openArchive> {
  return openArchive({ dir: temp.dir, keys: temp.keys, now: () => 0, migrations: [...MIGRATIONS, ...extra] });
}

describe('migrating', () => {
  it('carries the rows over and keeps an encrypted copy of before', () => {
    const before = newestVersion();
    const opened = openWith(NEXT);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value.db.prepare('SELECT id FROM later').all()).toEqual([{ id: 'kept' }]);
    opened.value.close();
    const copy = `${temp.files.database}.before-${before}`;
    expect(readFileSync(copy).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    const connection = connect(copy, temp.keys.db, 'existing');
    if (typeof connection === 'string') throw new Error(connection);
    expect(createDb(connection).prepare('SELECT key FROM setting').all()).toEqual([{ key: 'kept' }]);
    expect(createDb(connection).prepare('PRAGMA user_version').get()).toEqual({ user_version: before });
    connection.close();
  });

  it('makes no copy when there is nothing to do', () => {
    const opened = openWith();
    if (opened.ok) opened.value.close();
    expect(readdirSync(temp.dir).filter((file) => file.includes('before'))).toEqual([]);
  });

  it('leaves the archive at the last whole step when a step fails', () => {
    expect(() => openWith(NEXT, BROKEN)).toThrow('step fails');
    const opened = openWith(NEXT);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value.db.prepare('PRAGMA user_version').get()).toEqual({ user_version: NEXT.version });
    expect(opened.value.db.prepare(`SELECT name FROM sqlite_schema WHERE name = 'half'`).get()).toBeUndefined();
    opened.value.close();
  });

  it('is not undone by an older desk, which answers that the archive is newer', () => {
    const opened = openWith(NEXT);
    if (opened.ok) opened.value.close();
    expect(openWith()).toMatchObject({ error: { code: 'newer' } });
    expect(existsSync(temp.files.database)).toBe(true);
  });

  it('has steps in order, each with a number of its own', () => {
    const versions = MIGRATIONS.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
  });
});
