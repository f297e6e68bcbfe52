/** Papers: how far each has come, where its endorsements stand, and the office's own templates. The papers themselves are made anew at will. */
import type { Db } from '../db.ts';

export const version = 40;

const TABLES = `
  CREATE TABLE paper (
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,            -- an application, a notice, or '': the whole unit
    state TEXT NOT NULL CHECK (state IN ('made','printed','sealed','handed-in')),
    fingerprint TEXT NOT NULL,        -- of what it was made of
    pages INTEGER NOT NULL,
    at INTEGER NOT NULL,              -- of the state
    handed_in_on TEXT,
    person_id TEXT NOT NULL,
    PRIMARY KEY (kind, subject)
  ) STRICT, WITHOUT ROWID;

  -- mm from the sheet's top left; a copy without a row has its endorsement at the foot of its page
  CREATE TABLE paper_place (
    application_id TEXT NOT NULL,
    copy_id TEXT NOT NULL,
    x REAL NOT NULL,
    y REAL NOT NULL,
    PRIMARY KEY (application_id, copy_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE paper_template (
    kind TEXT PRIMARY KEY,
    docx BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    saved_by TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

export function up(db: Db): void {
  db.exec(TABLES);
}
