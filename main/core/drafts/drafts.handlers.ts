import { isKept, type Db } from '#archive/db.ts';
import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import { fail, ok } from '#model/result.ts';
import type { Clock } from '#ports/index.ts';
import type { Caller } from '../router.ts';
import { deleteDraft, findDraft, putDraft } from './drafts.repository.ts';

type Deps = Readonly<{
  db: Db;
  clock: Clock;
  applications: { has(id: string): boolean; touched(ids: readonly string[]): void };
}>;

export function createDraftsHandlers(office: () => Deps): Handlers<AppContract, Caller>['drafts'] {
  return {
    get: (key) => ok(findDraft(office().db, key)),
    save: ({ text, decision, ...key }) => {
      const { db, clock, applications } = office();
      if (!applications.has(key.applicationId)) return fail('not-found', 'no such application');
      const isNew = findDraft(db, key) === null;
      const savedAt = clock.now();
      if (!isKept(() => putDraft(db, key, { text, decision, savedAt })))
        return fail('disk-full', 'no room on the disk');
      if (isNew) applications.touched([key.applicationId]);
      return ok({ savedAt });
    },
    discard: (key) => {
      const { db, applications } = office();
      deleteDraft(db, key);
      applications.touched([key.applicationId]);
      return ok(null);
    },
  };
}
