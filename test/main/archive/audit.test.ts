import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTempArchive, type TempArchive } from '../../support/temp-archive.ts';

let temp: TempArchive;
beforeEach(() => {
  temp = openTempArchive();
  for (let number = 1; number <= 10; number += 1) record(number);
});
afterEach(() => temp.dispose());

function record(number: number): void {
  temp.archive.audit.record({ personId: 'p1', act: 'review.decide', subject: `a${number}`, detail: { number } });
}

describe('the audit chain', () => {
  it('holds after opening again and goes on', () => {
    temp = temp.reopen();
    record(11);
    expect(temp.archive.audit.firstBroken()).toBeNull();
    expect(temp.db.prepare('SELECT max(seq) AS seq FROM audit').get()).toEqual({ seq: 11 });
  });

  it.each([
    ['a changed act', `UPDATE audit SET act = 'other' WHERE seq = 4`, 4],
    ['a changed person', `UPDATE audit SET person_id = 'p2' WHERE seq = 10`, 10],
    ['a changed subject', `UPDATE audit SET subject = 'a8' WHERE seq = 9`, 9],
    ['a changed time', `UPDATE audit SET at = at + 1 WHERE seq = 1`, 1],
    ['a changed detail', `UPDATE audit SET detail = '{"number": 5}' WHERE seq = 5`, 5],
    ['a removed entry', `DELETE FROM audit WHERE seq = 6`, 6],
    ['a removed first entry', `DELETE FROM audit WHERE seq = 1`, 1],
    ['a cut end', `DELETE FROM audit WHERE seq > 7`, 8],
    ['an emptied chain', `DELETE FROM audit`, 1],
    [
      'two exchanged entries',
      `UPDATE audit SET seq = 99 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 99`,
      2,
    ],
    [
      'a removed entry with the rest moved up',
      `DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = seq - 1 WHERE seq > 3`,
      3,
    ],
    ['an entry added by hand', `INSERT INTO audit VALUES (11, 0, 'p', 'a', 's', '{}', 'x')`, 11],
  ])('names the place of %s', (_, sql, seq) => {
    temp.db.exec(sql);
    expect(temp.archive.audit.firstBroken()).toBe(seq);
  });

  it('takes no entry of an act that was undone', () => {
    expect(() =>
      temp.db.transaction(() => {
        record(11);
        throw new Error('undone');
      }),
    ).toThrow('undone');
    expect(temp.archive.audit.firstBroken()).toBeNull();
    record(12);
    expect(temp.db.prepare('SELECT subject FROM audit WHERE seq = 11').get()).toEqual({ subject: 'a12' });
    expect(temp.archive.audit.firstBroken()).toBeNull();
  });
});
