import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '#archive/migrate.ts';
import * as desk from '#archive/migrations/0010-desk.ts';
import { openTempArchive, type TempArchive } from '../../../support/temp-archive.ts';
import { START } from '../../../support/fake-ports.ts';

let temp: TempArchive;
beforeEach(() => {
  temp = openTempArchive(() => START, [desk]);
});
afterEach(() => temp.dispose());

describe('migration 10', () => {
  it('makes the schema of the desk from nothing', async () => {
    expect(temp.db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 10 });
    const statements = temp.db
      .prepare<{ sql: string }>(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name`)
      .all()
      .map(({ sql }) => `${sql};\n`);
    await expect(statements.join('\n')).toMatchFileSnapshot('0010-desk.schema.sql');
  });

  it('is not run again', () => {
    expect(migrate(temp.db, [desk])).toBe(10);
  });
});
