/** The audit chain: every entry's hash covers the one before it, so none can be changed, removed or moved unseen. */
import { createHmac } from 'node:crypto';
import type { Audit, AuditEntry } from './archive.ts';
import type { Db } from './db.ts';

export type AuditHead = Readonly<{ seq: number; hash: string }>;
export type AuditRow = Readonly<{
  seq: number;
  at: number;
  person_id: string;
  act: string;
  subject: string;
  detail: string;
  hash: string;
}>;

const EMPTY: AuditHead = { seq: 0, hash: '' };

type AuditOptions = Readonly<{
  db: Db;
  /** 32 bytes */
  key: Uint8Array;
  now: () => number;
  /** what the anchor says the chain must contain */
  anchored: () => AuditHead;
  /** told of every new entry, inside its transaction */
  onRecord: () => void;
}>;

export function createAudit({ db, key, now, anchored, onRecord }: AuditOptions): Audit {
  const insert = `INSERT INTO audit (seq, at, person_id, act, subject, detail, hash)
    VALUES (:seq, :at, :person_id, :act, :subject, :detail, :hash)`;
  return {
    record(entry: AuditEntry) {
      db.transaction(() => {
        const head = auditHead(db);
        const row = {
          seq: head.seq + 1,
          at: now(),
          person_id: entry.personId,
          act: entry.act,
          subject: entry.subject,
          detail: JSON.stringify(entry.detail),
        };
        db.prepare(insert).run({ ...row, hash: link(key, head.hash, row) });
        onRecord();
      });
    },
    firstBroken: () => firstBroken(db, key, anchored()),
  };
}

export function auditHead(db: Db): AuditHead {
  return db.prepare<AuditHead>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get() ?? EMPTY;
}

/** The hash at one place of the chain; undefined when the chain does not reach it. */
export function auditHashAt(db: Db, seq: number): string | undefined {
  if (seq === 0) return '';
  return db.prepare<{ hash: string }>('SELECT hash FROM audit WHERE seq = :seq').get({ seq })?.hash;
}

function firstBroken(db: Db, key: Uint8Array, anchored: AuditHead): number | null {
  let before = EMPTY;
  for (const row of db.prepare<AuditRow>('SELECT * FROM audit ORDER BY seq').iterate()) {
    const expectedSeq = before.seq + 1;
    if (row.seq !== expectedSeq || row.hash !== link(key, before.hash, row)) return expectedSeq;
    if (row.seq === anchored.seq && row.hash !== anchored.hash) return row.seq;
    before = row;
  }
  return before.seq < anchored.seq ? before.seq + 1 : null;
}

/** The detail is covered as the text that is stored, so that no order of keys matters. */
function link(key: Uint8Array, before: string, row: Omit<AuditRow, 'hash'>): string {
  const body = JSON.stringify([before, row.seq, row.at, row.person_id, row.act, row.subject, row.detail]);
  return createHmac('sha256', key).update(body).digest('base64url');
}
