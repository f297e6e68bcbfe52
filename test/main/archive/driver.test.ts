import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiskFullError } from '#archive/db.ts';
import { openTempArchive, type TempArchive } from '../../support/temp-archive.ts';

let temp: TempArchive;
beforeEach(() => {
  temp = openTempArchive();
});
afterEach(() => temp.dispose());

function put(key: string): void {
  temp.db.prepare(`INSERT INTO setting VALUES (:key, 'x')`).run({ key });
}

function keys(): readonly string[] {
  return temp.db
    .prepare<{ key: string }>('SELECT key FROM setting ORDER BY key')
    .all()
    .map(({ key }) => key);
}

describe('a transaction', () => {
  it('keeps all or nothing', () => {
    temp.db.transaction(() => put('a'));
    expect(() =>
      temp.db.transaction(() => {
        put('b');
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(keys()).toEqual(['a']);
  });

  it('inside another can be undone alone', () => {
    temp.db.transaction(() => {
      put('outer');
      expect(() =>
        temp.db.transaction(() => {
          put('inner');
          throw new Error('no');
        }),
      ).toThrow('no');
      temp.db.transaction(() => put('second'));
    });
    expect(keys()).toEqual(['outer', 'second']);
  });

  it('inside another is undone with it', () => {
    expect(() =>
      temp.db.transaction(() => {
        temp.db.transaction(() => put('inner'));
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(keys()).toEqual([]);
    temp.db.transaction(() => put('later'));
    expect(keys()).toEqual(['later']);
  });

  it('that is undone takes its journal entry back, so that a later start does not replay what was refused', () => {
    const before = readFileSync(temp.files.journal);
    temp.archive.journal.append('decision', { id: 'x' });
    expect(() =>
      temp.db.transaction(() => {
        throw new Error('refused');
      }),
    ).toThrow('refused');
    expect(readFileSync(temp.files.journal).equals(before)).toBe(true);
    temp = temp.reopen();
    expect(temp.archive.needsReplay).toBe(false);
  });
});

describe('a full disk', () => {
  /** the file may not grow: what SQLite then says is what it says on a full disk */
  function fill(): void {
    const pages = temp.db.prepare<{ page_count: number }>('PRAGMA page_count').get()?.page_count ?? 0;
    temp.db.exec(`PRAGMA max_page_count = ${pages}`);
  }

  it('is known by its own error, keeps what was there and works again after', () => {
    put('before');
    fill();
    const big = () => temp.db.transaction(() => put('x'.repeat(50_000)));
    temp.archive.journal.append('decision', { id: 'big' });
    expect(big).toThrow(DiskFullError);
    expect(keys()).toEqual(['before']);
    expect(temp.archive.journal.entries()).toEqual([]);
    temp.db.exec('PRAGMA max_page_count = 1000000');
    big();
    expect(keys()).toHaveLength(2);
  });

  it('inside a nested transaction undoes all of it', () => {
    fill();
    expect(() =>
      temp.db.transaction(() => {
        put('small');
        temp.db.transaction(() => put('x'.repeat(50_000)));
      }),
    ).toThrow(DiskFullError);
    expect(keys()).toEqual([]);
  });
});

describe('a statement', () => {
  it('is prepared once per text', () => {
    expect(temp.db.prepare('SELECT 1')).toBe(temp.db.prepare('SELECT 1'));
  });

  it('refuses what is not a value of SQLite', () => {
    const insert = temp.db.prepare('INSERT INTO setting VALUES (:key, :value)');
    expect(() => insert.run({ key: 'k', value: true as never })).toThrow(TypeError);
  });
});

describe('foreign keys, secure deletion and the rest', () => {
  it.each([
    ['foreign_keys', 1],
    ['secure_delete', 1],
    ['synchronous', 2],
    ['temp_store', 2],
    ['wal_autocheckpoint', 200],
    ['trusted_schema', 0],
    ['journal_mode', 'wal'],
    ['locking_mode', 'exclusive'],
  ])('%s is %s', (name, value) => {
    expect(Object.values(temp.db.prepare<Record<string, unknown>>(`PRAGMA ${name}`).get() ?? {})).toEqual([value]);
  });
});
