/** The step to scans, from an archive of the version before. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as desk from '#archive/migrations/0010-desk.ts';
import * as judging from '#archive/migrations/0020-judging.ts';
import * as scans from '#archive/migrations/0030-scans.ts';
import { START } from '../../../support/fake-ports.ts';
import { openTempArchive, type TempArchive } from '../../../support/temp-archive.ts';

const SHA = 'b'.repeat(64);

/** Rows as the version before wrote them, where this step comes near them. */
const BEFORE = `
  INSERT INTO blob VALUES ('${SHA}', 5000, 1);
  INSERT INTO notice VALUES ('n1', '2026-08-20', '2026-08-27', '{}', 1, 'p1', '李敏', NULL);
  INSERT INTO notice_photo VALUES ('f1', 'n1', '公告栏.jpg', '${SHA}', 'image/jpeg', 5000, 1, '李敏');
`;

let temp: TempArchive;
beforeEach(() => {
  temp = openTempArchive(() => START, [desk, judging]);
  temp.db.exec(BEFORE);
  temp = temp.reopen(undefined, [desk, judging, scans]);
});
afterEach(() => temp.dispose());

describe('migration 30', () => {
  it('makes the schema of that version', async () => {
    const statements = temp.db
      .prepare<{ sql: string }>(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name`)
      .all()
      .map(({ sql }) => `${sql};\n`);
    await expect(statements.join('\n')).toMatchFileSnapshot('0030-scans.schema.sql');
    expect(temp.db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  });

  it('keeps what is in the vault and the photos of notices', () => {
    expect(temp.db.prepare('SELECT sha256, size_bytes FROM blob').all()).toEqual([{ sha256: SHA, size_bytes: 5000 }]);
    expect(temp.db.prepare('SELECT name FROM notice_photo').all()).toEqual([{ name: '公告栏.jpg' }]);
  });

  it('makes only STRICT tables, so that no value changes its type unseen', () => {
    const tables = temp.db
      .prepare<{ name: string; strict: number }>(
        `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'`,
      )
      .all();
    expect(tables.length).toBeGreaterThan(27);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  });
});
