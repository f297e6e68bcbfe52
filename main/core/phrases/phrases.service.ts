/** 常用语: own words for return opinions, kept in the archive. */
import { uuidv7 } from 'uuidv7';
import { isKept, noRoom, type Db } from '#archive/db.ts';
import { fail, ok, type Result } from '#model/result.ts';
import {
  countPhrases,
  insertPhrase,
  markStartersGiven,
  selectPhrases,
  updatePhrase,
  wereStartersGiven,
  type PhraseRow,
} from './phrases.repository.ts';
import { STARTER_PHRASES } from './starter-phrases.ts';

/** More than anybody reads through. */
const MOST = 500;

/** The starters are put in by the first listing, once: what is removed stays removed. */
export function listPhrases(db: Db, now: number): readonly PhraseRow[] {
  // without room on the disk there are none, and the next listing tries again
  if (!wereStartersGiven(db)) isKept(() => giveStarters(db, now));
  return selectPhrases(db);
}

export function savePhrase(
  db: Db,
  phrase: Pick<PhraseRow, 'id' | 'moduleId' | 'text'>,
): Result<null, 'too-many' | 'disk-full'> {
  let isOneTooMany = false;
  const isSaved = isKept(() => {
    db.transaction(() => {
      if (updatePhrase(db, phrase)) return;
      isOneTooMany = countPhrases(db) >= MOST;
      if (!isOneTooMany) insertPhrase(db, phrase);
    });
  });
  if (!isSaved) return noRoom();
  return isOneTooMany ? fail('too-many', `there are ${MOST} phrases`) : ok(null);
}

function giveStarters(db: Db, now: number): void {
  db.transaction(() => {
    for (const [moduleId, text] of STARTER_PHRASES) insertPhrase(db, { id: uuidv7(), moduleId, text });
    markStartersGiven(db, now);
  });
}
