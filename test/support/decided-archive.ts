/** An archive in which things were decided, and ways to damage its files as crashes and people do. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Archive, JournalEntry } from '#archive/archive.ts';
import { archiveFiles, createArchive, openArchive, type ArchiveFiles, type ArchiveKeys } from '#archive/open.ts';
import { newArchiveKeys } from './temp-archive.ts';

export type Decided = Readonly<{ archive: Archive; dir: string; keys: ArchiveKeys }>;

const AT = 1_788_224_400_000;

export function newDecided(keys: ArchiveKeys = newArchiveKeys()): Decided {
  const dir = mkdtempSync(path.join(tmpdir(), 'desk-decided-'));
  const made = createArchive({ dir, keys, now: () => AT });
  if (!made.ok) throw new Error(made.error.code);
  return { archive: made.value, dir, keys };
}

/** One act as the desk does it: journal, then one transaction with its audit entry. */
export function decide(archive: Archive, id: string): void {
  const entry = archive.journal.append('decision', { id });
  archive.db.transaction(() => {
    applyDecision(archive, entry);
    archive.audit.record({ personId: 'p1', act: 'review.decide', subject: id, detail: { seq: entry.seq } });
  });
}

export function decideMany(archive: Archive, from: number, to: number): void {
  for (let number = from; number <= to; number += 1) decide(archive, `d${number}`);
}

/** Idempotent by id, as the desk's own. */
export function applyDecision(archive: Archive, entry: JournalEntry): void {
  const { id } = entry.payload as { id: string };
  archive.db.prepare(`INSERT INTO setting VALUES (:id, 'decided') ON CONFLICT DO NOTHING`).run({ id });
}

export function countDecisions(archive: Archive): number {
  return archive.db.prepare<{ n: number }>('SELECT count(*) AS n FROM setting').get()?.n ?? 0;
}

/** The files as they are on disk now: what a power cut would leave. */
export function crashImage(decided: Decided): Readonly<{ dir: string; files: ArchiveFiles }> {
  const dir = mkdtempSync(path.join(tmpdir(), 'desk-crash-'));
  cpSync(decided.dir, dir, { recursive: true });
  return { dir, files: archiveFiles(dir) };
}

export function openImage(dir: string, keys: ArchiveKeys, warnings: string[] = []): ReturnType<typeof openArchive> {
  return openArchive({ dir, keys, now: () => AT, warn: (code) => void warnings.push(code) });
}

export function remove(...dirs: readonly string[]): void {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
}
