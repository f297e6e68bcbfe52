import { isKept, noRoom, type Db } from '#archive/db.ts';
import type { Handlers } from '#contract/define.ts';
import { OTHER_SUBJECTS } from '#contract/drafts.contract.ts';
import type { AppContract } from '#contract/index.ts';
import { fail, ok } from '#model/result.ts';
import type { Clock } from '#ports/index.ts';
import type { Caller } from '../router.ts';
import { discardDraft, hasDraft, readDraft, saveDraft, type Draft } from './drafts.service.ts';

type Deps = Readonly<{
  db: Db;
  clock: Clock;
  applications: { has(id: string): boolean; touched(ids: readonly string[]): void };
}>;

export function createDraftsHandlers(office: () => Deps): Handlers<AppContract, Caller>['drafts'] {
  return {
    get({ kind, subject }) {
      const found = readDraft(office().db, kind, subject);
      return ok(found && { draft: { kind, subject, content: found.content } as Draft, savedAt: found.savedAt });
    },
    save(draft) {
      const { db, clock, applications } = office();
      const { kind, subject } = draft;
      if (isApplication(subject) && !applications.has(subject)) return fail('not-found', 'no such application');
      const isNew = !hasDraft(db, kind, subject);
      const savedAt = clock.now();
      if (!isKept(() => saveDraft(db, draft, savedAt))) return noRoom();
      if (isNew && isApplication(subject)) applications.touched([subject]);
      return ok({ savedAt });
    },
    discard(key) {
      const { db, applications } = office();
      discardDraft(db, key);
      if (isApplication(key.subject)) applications.touched([key.subject]);
      return ok(null);
    },
  };
}

function isApplication(subject: string): boolean {
  return !OTHER_SUBJECTS.some((other) => other === subject);
}
