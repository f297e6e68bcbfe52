import type { Db } from '#archive/db.ts';
import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import { ok } from '#model/result.ts';
import type { Clock } from '#ports/index.ts';
import type { Caller } from '../router.ts';
import { countUse, deletePhrase } from './phrases.repository.ts';
import { listPhrases, savePhrase } from './phrases.service.ts';

type Deps = Readonly<{ db: Db; clock: Clock }>;

export function createPhrasesHandlers(office: () => Deps): Handlers<AppContract, Caller>['phrases'] {
  return {
    list() {
      const { db, clock } = office();
      return ok({ phrases: [...listPhrases(db, clock.now())] });
    },
    save: (phrase) => savePhrase(office().db, phrase),
    remove({ id }) {
      deletePhrase(office().db, id);
      return ok(null);
    },
    used({ id }) {
      const { db, clock } = office();
      countUse(db, id, clock.now());
      return ok(null);
    },
  };
}
