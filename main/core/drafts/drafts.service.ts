/** What was typed and not handed in. Saved as it is typed, gone when the act it belongs to is done. */
import type { Db } from '#archive/db.ts';
import type { drafts as draftsContract } from '#contract/drafts.contract.ts';
import type * as z from 'zod';
import { deleteDraft, draftSubjects, findDraft, putDraft, type DraftKey } from './drafts.repository.ts';

export type Draft = z.output<typeof draftsContract.save.input>;
export type DraftKind = Draft['kind'];
type ContentOf<K extends DraftKind> = Extract<Draft, { kind: K }>['content'];

export function saveDraft(db: Db, { kind, subject, content }: Draft, savedAt: number): void {
  putDraft(db, { kind, subject }, { content: JSON.stringify(content), savedAt });
}

/** As it was saved: only checked content gets in. */
export function readDraft<K extends DraftKind>(
  db: Db,
  kind: K,
  subject: string,
): Readonly<{ content: ContentOf<K>; savedAt: number }> | null {
  const found = findDraft(db, { kind, subject });
  return found && { content: JSON.parse(found.content) as ContentOf<K>, savedAt: found.savedAt };
}

export function discardDraft(db: Db, key: DraftKey): void {
  deleteDraft(db, key);
}

export function hasDraft(db: Db, kind: DraftKind, subject: string): boolean {
  return findDraft(db, { kind, subject }) !== null;
}

/** Ids of the applications with an unfinished form of this kind. */
export function applicationsWithDraft(db: Db, kind: 'review' | 'opinion'): readonly string[] {
  return draftSubjects(db, kind);
}
