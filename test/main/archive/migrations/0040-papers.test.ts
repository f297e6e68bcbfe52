/** The step to papers, from an archive of the version before. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as desk from '#archive/migrations/0010-desk.ts';
import * as judging from '#archive/migrations/0020-judging.ts';
import * as scans from '#archive/migrations/0030-scans.ts';
import { MIGRATIONS } from '#archive/migrations/index.ts';
import { START } from '../../../support/fake-ports.ts';
import { openTempArchive, type TempArchive } from '../../../support/temp-archive.ts';

const SHA = 'c'.repeat(64);

/** Rows as the version before wrote them, where this step comes near them. */
const BEFORE = `
  INSERT INTO scan_picture VALUES ('page-1', 'copy', 'recipe', '${SHA}', 5000, '{}');
  INSERT INTO setting VALUES ('settings', '{}');
`;

let temp: TempArchive;
beforeEach(() => {
  temp = openTempArchive(() => START, [desk, judging, scans]);
  temp.db.exec(BEFORE);
  temp = temp.reopen(undefined, MIGRATIONS);
});
afterEach(() => temp.dispose());

describe('migration 40', () => {
  it('makes the schema of today', async () => {
    const statements = temp.db
      .prepare<{ sql: string }>(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name`)
      .all()
      .map(({ sql }) => `${sql};\n`);
    await expect(statements.join('\n')).toMatchFileSnapshot('0040-papers.schema.sql');
    expect(temp.db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  });

  it('keeps what was made of scans, and no paper is made yet', () => {
    expect(temp.db.prepare('SELECT owner, sha256 FROM scan_picture').all()).toEqual([{ owner: 'page-1', sha256: SHA }]);
    expect(temp.db.prepare('SELECT count(*) AS papers FROM paper').get()).toEqual({ papers: 0 });
  });

  it('makes only STRICT tables, so that no value changes its type unseen', () => {
    const tables = temp.db
      .prepare<{ name: string; strict: number }>(
        `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'`,
      )
      .all();
    expect(tables.length).toBeGreaterThan(30);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  });
});
