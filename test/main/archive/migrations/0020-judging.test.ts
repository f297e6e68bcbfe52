/** The step from the first version, with what its archives hold. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as desk from '#archive/migrations/0010-desk.ts';
import * as judging from '#archive/migrations/0020-judging.ts';
import {
  decisionsOn,
  latestDecisions,
  nextSeq,
  outboxPage,
  readyToSend,
  receiptOf,
} from '#core/outbox/outbox.service.ts';
import { readDraft } from '#core/drafts/drafts.service.ts';
import { START } from '../../../support/fake-ports.ts';
import { openTempArchive, type TempArchive } from '../../../support/temp-archive.ts';

const APPLICATION = '0198f000-0000-7000-8000-0000000000a1';
const OTHER = '0198f000-0000-7000-8000-0000000000a2';
const RECEIPT = {
  number: '20260901-0001',
  commandId: 'c1',
  applicationId: APPLICATION,
  payloadHash: 'a'.repeat(64),
  version: 7,
  cursor: '9',
  serverTime: START,
  signature: 'x',
};

/** Rows as the first version wrote them. */
const BEFORE = `
  INSERT INTO decision VALUES ('c1', '${APPLICATION}', 'return', '请补充“学历”\n证书。', 6, '{"state":"unit-review","chancesUsed":1,"strikes":0}', 1, 'p1', '李敏', NULL);
  INSERT INTO decision VALUES ('c2', '${APPLICATION}', 'approve', '同意推荐。', 8, '{"state":"unit-review","chancesUsed":2,"strikes":0}', 2, 'p1', '李敏', NULL);
  INSERT INTO decision VALUES ('c3', '${OTHER}', 'reset', '选错。', 3, '{"state":"unit-review","chancesUsed":0,"strikes":0}', 3, 'p1', '李敏', 4);
  INSERT INTO outbox VALUES ('c1', '${APPLICATION}', 'effective', 1, 1, '{"as":"sent"}', NULL, 5);
  INSERT INTO outbox VALUES ('c3', '${OTHER}', 'undone', 1, NULL, NULL, NULL, 4);
  INSERT INTO outbox VALUES ('c2', '${APPLICATION}', 'due', 1, NULL, NULL, NULL, NULL);
  INSERT INTO receipt VALUES ('c1', '20260901-0001', '${JSON.stringify(RECEIPT)}', 5);
  INSERT INTO draft VALUES ('review-opinion', '${OTHER}', '请补传2023年度考核表', 'return', 77);
  INSERT INTO draft VALUES ('review-opinion', '${APPLICATION}', '', NULL, 78);
`;

let temp: TempArchive;
beforeEach(() => {
  temp = openTempArchive(() => START, [desk]);
  temp.db.exec(BEFORE);
  temp = temp.reopen(undefined, [desk, judging]);
});
afterEach(() => temp.dispose());

describe('migration 20', () => {
  it('makes the schema of its time', async () => {
    const statements = temp.db
      .prepare<{ sql: string }>(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name`)
      .all()
      .map(({ sql }) => `${sql};\n`);
    await expect(statements.join('\n')).toMatchFileSnapshot('0020-judging.schema.sql');
    expect(temp.db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  });

  it('keeps every decision with its way, its receipt and its order', () => {
    expect(
      outboxPage(temp.db, { offset: 0, limit: 10 }, START).acts.map((a) => [a.commandId, a.act, a.delivery]),
    ).toEqual([
      ['c3', 'reset', 'undone'],
      ['c2', 'approve', 'due'],
      ['c1', 'return', 'effective'],
    ]);
    expect(decisionsOn(temp.db, APPLICATION, START).map((d) => d.payload)).toEqual([
      { opinion: '同意推荐。' },
      { opinion: '请补充“学历”\n证书。' },
    ]);
    expect(receiptOf(temp.db, 'c1')).toEqual(RECEIPT);
    expect(latestDecisions(temp.db, START).get(APPLICATION)?.commandId).toBe('c2');
    expect(nextSeq(temp.db)).toBe(2);
  });

  it('lets go out what was waiting, on the newer of the two versions known', () => {
    expect(readyToSend(temp.db, START, 10)).toMatchObject([
      { commandId: 'c2', act: 'approve', baseVersion: 8, expect: { chancesUsed: 2 } },
    ]);
  });

  it('keeps what was typed and not handed in', () => {
    expect(readDraft(temp.db, 'review', OTHER)).toEqual({
      content: { decision: 'return', text: '请补传2023年度考核表', lines: [] },
      savedAt: 77,
    });
    expect(readDraft(temp.db, 'review', APPLICATION)?.content).toEqual({ decision: null, text: '', lines: [] });
  });

  it('makes only STRICT tables, so that no value changes its type unseen', () => {
    const tables = temp.db
      .prepare<{ name: string; strict: number }>(
        `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'`,
      )
      .all();
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  });
});
