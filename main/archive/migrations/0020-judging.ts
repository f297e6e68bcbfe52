/**
 * Acts of every kind in the outbox, not decisions only; the unit's two forms, findings' answers, phrases,
 * batches, installed calendars, and drafts of any form.
 */
import type { Db } from '../db.ts';

export const version = 20;

/** Rows keep their rowid: it is the order in which things were decided. */
const ACTS = `
  CREATE TABLE act (
    command_id TEXT PRIMARY KEY,
    application_id TEXT,              -- null: about the unit itself
    act TEXT NOT NULL,
    payload TEXT NOT NULL,            -- JSON, as the command carries it
    base_version INTEGER NOT NULL,    -- the version on screen, then the one it was sent on
    expect TEXT NOT NULL,             -- JSON {state, chancesUsed, strikes}
    decided_at INTEGER NOT NULL,
    decided_by_id TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    undone_at INTEGER
  ) STRICT;
  INSERT INTO act (rowid, command_id, application_id, act, payload, base_version, expect, decided_at, decided_by_id, decided_by, undone_at)
    SELECT rowid, command_id, application_id, decision, json_object('opinion', opinion), base_version, expect, decided_at,
           decided_by_id, decided_by, undone_at FROM decision ORDER BY rowid;

  CREATE TABLE outbox_of_acts (
    command_id TEXT PRIMARY KEY REFERENCES act(command_id),
    application_id TEXT,
    state TEXT NOT NULL CHECK (state IN ('due','sending','effective','attention','undone')),
    sends_at INTEGER NOT NULL,
    seq INTEGER UNIQUE,
    command TEXT,                     -- JSON, the signed command exactly as sent
    problem TEXT,
    settled_at INTEGER
  ) STRICT;
  INSERT INTO outbox_of_acts (rowid, command_id, application_id, state, sends_at, seq, command, problem, settled_at)
    SELECT rowid, command_id, application_id, state, sends_at, seq, command, problem, settled_at FROM outbox ORDER BY rowid;

  CREATE TABLE receipt_of_acts (
    command_id TEXT PRIMARY KEY REFERENCES act(command_id),
    application_id TEXT,
    number TEXT NOT NULL,
    version INTEGER,                  -- the application's after the act
    body TEXT NOT NULL,               -- JSON, Receipt
    received_at INTEGER NOT NULL
  ) STRICT;
  INSERT INTO receipt_of_acts (command_id, application_id, number, version, body, received_at)
    SELECT r.command_id, d.application_id, r.number, json_extract(r.body, '$.version'), r.body, r.received_at
    FROM receipt r JOIN decision d ON d.command_id = r.command_id ORDER BY r.rowid;

  DROP TABLE receipt;
  DROP TABLE outbox;
  DROP TABLE decision;
  ALTER TABLE outbox_of_acts RENAME TO outbox;
  ALTER TABLE receipt_of_acts RENAME TO receipt;
  CREATE INDEX act_application ON act(application_id, decided_at);
  CREATE INDEX outbox_state ON outbox(state, sends_at);
  CREATE INDEX outbox_application ON outbox(application_id);
  CREATE INDEX receipt_application ON receipt(application_id, version);
`;

const DRAFTS = `
  CREATE TABLE draft_of_form (
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,            -- an application, or what else the form is about
    content TEXT NOT NULL,            -- JSON
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (kind, subject)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO draft_of_form (kind, subject, content, saved_at)
    SELECT 'review', application_id, json_object('decision', decision, 'text', text, 'lines', json_array()), saved_at FROM draft;
  DROP TABLE draft;
  ALTER TABLE draft_of_form RENAME TO draft;
`;

const FORMS = `
  -- 基层单位意见: every version that was submitted, never changed
  CREATE TABLE opinion (
    application_id TEXT NOT NULL,
    number INTEGER NOT NULL,          -- from 1
    round INTEGER NOT NULL,           -- resets before it; a reset ends what was submitted before
    form TEXT NOT NULL,               -- JSON, OpinionForm
    text TEXT NOT NULL,
    command_id TEXT NOT NULL UNIQUE,
    submitted_at INTEGER NOT NULL,
    submitted_by_id TEXT NOT NULL,
    submitted_by TEXT NOT NULL,
    PRIMARY KEY (application_id, number)
  ) STRICT, WITHOUT ROWID;

  -- 公示: one notice, many people
  CREATE TABLE notice (
    id TEXT PRIMARY KEY,
    posted_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    facts TEXT NOT NULL,              -- JSON, NoticeFacts
    created_at INTEGER NOT NULL,
    created_by_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    cancelled_at INTEGER
  ) STRICT;
  CREATE TABLE notice_person (       -- rows in the order of the list as it was posted
    notice_id TEXT NOT NULL REFERENCES notice(id),
    application_id TEXT NOT NULL,
    round INTEGER NOT NULL,
    name TEXT NOT NULL,               -- this and the next three as they were posted
    department TEXT NOT NULL,
    title TEXT NOT NULL,
    employment TEXT NOT NULL,
    dispatch TEXT,                    -- JSON, DispatchRecord; of dispatch staff only
    left_at INTEGER,                  -- taken off the notice, or the notice called off
    concluded_at INTEGER,
    outcome TEXT,
    PRIMARY KEY (notice_id, application_id)
  ) STRICT;
  CREATE INDEX notice_person_application ON notice_person(application_id);
  CREATE TABLE objection (
    id TEXT PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice(id),
    application_id TEXT NOT NULL,
    facts TEXT NOT NULL,              -- JSON: when, by whom, how, what; investigation and verdict
    verdict TEXT,                     -- null while open
    raised_at INTEGER NOT NULL,
    settled_at INTEGER
  ) STRICT;
  CREATE INDEX objection_notice ON objection(notice_id, application_id);
  CREATE TABLE notice_photo (
    id TEXT PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice(id),
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    mime TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL
  ) STRICT;
  CREATE INDEX notice_photo_notice ON notice_photo(notice_id);
  -- everything that happened to a notice, by whom and why
  CREATE TABLE notice_change (
    id TEXT PRIMARY KEY,              -- of the act: brought in twice, it counts once
    notice_id TEXT NOT NULL REFERENCES notice(id),
    at INTEGER NOT NULL,
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL              -- JSON
  ) STRICT;
  CREATE INDEX notice_change_notice ON notice_change(notice_id);

  -- 单位信息: every change, field by field
  CREATE TABLE unit_change (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    person TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    command_id TEXT
  ) STRICT;
`;

const JUDGING = `
  -- content findings of the filing, made under findings_key; '' when they have to be made anew
  ALTER TABLE application ADD COLUMN findings TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE application ADD COLUMN findings_key TEXT NOT NULL DEFAULT '';

  -- 「不是问题…」 or an override, with its reason; holds while the fact reads the same
  CREATE TABLE finding_answer (
    application_id TEXT NOT NULL,
    finding_key TEXT NOT NULL,
    fact TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    person_id TEXT NOT NULL,
    person TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (application_id, finding_key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE phrase (
    id TEXT PRIMARY KEY,
    module_id TEXT,                   -- null: fits everywhere
    text TEXT NOT NULL,
    used_count INTEGER NOT NULL DEFAULT 0,
    used_at INTEGER
  ) STRICT;

  -- one act for many: what was asked, then what became of each
  CREATE TABLE batch (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    params TEXT NOT NULL,             -- JSON
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    created_by_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    finished_at INTEGER
  ) STRICT;
  CREATE TABLE batch_item (
    batch_id TEXT NOT NULL REFERENCES batch(id),
    no INTEGER NOT NULL,
    application_id TEXT NOT NULL,
    command_id TEXT NOT NULL,         -- given beforehand, so that going on after a crash decides once
    basis TEXT NOT NULL,              -- JSON: what was on screen when it was asked
    state TEXT NOT NULL,
    reason TEXT,                      -- JSON, why not
    PRIMARY KEY (batch_id, no)
  ) STRICT, WITHOUT ROWID;

  -- calendars of years that came after the program; of one year the newest counts, the replaced ones stay
  CREATE TABLE calendar_year (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    body TEXT NOT NULL,               -- JSON, CalendarYear
    installed_at INTEGER NOT NULL,
    installed_by TEXT NOT NULL
  ) STRICT;
`;

export function up(db: Db): void {
  db.exec(ACTS);
  db.exec(DRAFTS);
  db.exec(FORMS);
  db.exec(JUDGING);
}
