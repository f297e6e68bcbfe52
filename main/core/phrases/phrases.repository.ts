/** SQL of the table phrase. */
import type { Db } from '#archive/db.ts';
import type { ModuleId } from '#model/modules.ts';

export type PhraseRow = Readonly<{
  id: string;
  moduleId: ModuleId | null;
  text: string;
  usedCount: number;
  /** epoch ms */
  usedAt: number | null;
}>;

/** The most used first, of those the latest used, then as they came. */
export function selectPhrases(db: Db): PhraseRow[] {
  return db
    .prepare<PhraseRow>(
      `SELECT id, module_id AS moduleId, text, used_count AS usedCount, used_at AS usedAt
       FROM phrase ORDER BY used_count DESC, used_at DESC, rowid`,
    )
    .all();
}

export function countPhrases(db: Db): number {
  return db.prepare<{ n: number }>('SELECT count(*) AS n FROM phrase').get()?.n ?? 0;
}

/** False when there is none of this id. */
export function updatePhrase(db: Db, { id, moduleId, text }: Pick<PhraseRow, 'id' | 'moduleId' | 'text'>): boolean {
  const sql = 'UPDATE phrase SET module_id = :moduleId, text = :text WHERE id = :id';
  return db.prepare(sql).run({ id, moduleId, text }) === 1;
}

export function insertPhrase(db: Db, { id, moduleId, text }: Pick<PhraseRow, 'id' | 'moduleId' | 'text'>): void {
  db.prepare('INSERT INTO phrase (id, module_id, text) VALUES (:id, :moduleId, :text)').run({ id, moduleId, text });
}

export function deletePhrase(db: Db, id: string): void {
  db.prepare('DELETE FROM phrase WHERE id = :id').run({ id });
}

export function countUse(db: Db, id: string, usedAt: number): void {
  const sql = 'UPDATE phrase SET used_count = used_count + 1, used_at = :usedAt WHERE id = :id';
  db.prepare(sql).run({ id, usedAt });
}

/** Removed ones stay removed: true from the first time on. */
export function wereStartersGiven(db: Db): boolean {
  return db.prepare('SELECT 1 FROM setting WHERE key = :key').get({ key: STARTERS_KEY }) !== undefined;
}

export function markStartersGiven(db: Db, at: number): void {
  db.prepare('INSERT INTO setting (key, value) VALUES (:key, :value)').run({ key: STARTERS_KEY, value: String(at) });
}

const STARTERS_KEY = 'phrases.starters';
