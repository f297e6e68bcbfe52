import { describe, expect, it } from 'vitest';
import { migrate } from '#archive/migrate.ts';
import * as desk from '#archive/migrations/0010-desk.ts';
import { openTempArchive } from '../../../support/temp-archive.ts';

describe('migration 10', () => {
  it('makes the schema of the desk from nothing', async () => {
    const temp = openTempArchive();
    expect(temp.db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 10 });
    const statements = temp.db
      .prepare<{ sql: string }>(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name`)
      .all()
      .map(({ sql }) => `${sql};\n`);
    await expect(statements.join('\n')).toMatchFileSnapshot('0010-desk.schema.sql');
    temp.dispose();
  });

  it('makes only STRICT tables, so that no value changes its type unseen', () => {
    const temp = openTempArchive();
    const tables = temp.db
      .prepare<{ name: string; strict: number }>(
        `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'`,
      )
      .all();
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
    temp.dispose();
  });

  it('is not run again', () => {
    const temp = openTempArchive();
    expect(migrate(temp.db, [desk])).toBe(10);
    temp.dispose();
  });
});
