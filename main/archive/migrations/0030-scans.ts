/** Scans taken in here: drops, their files, the pages found in them, what is made of pages, and the rules of size. */
import type { Db } from '../db.ts';

export const version = 30;

const TABLES = `
  -- one drop
  CREATE TABLE scan_intake (
    no INTEGER PRIMARY KEY,           -- the order of the drops
    id TEXT NOT NULL UNIQUE,
    application_id TEXT,              -- whom it was dropped on
    state TEXT NOT NULL CHECK (state IN ('running','paused','stopped','done')),
    total INTEGER NOT NULL,           -- files announced
    took_ms INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    created_by_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    finished_at INTEGER
  ) STRICT;

  -- what was handed in. stored: on disk, not looked into yet · opened: its pages are known
  CREATE TABLE scan_file (
    intake_id TEXT NOT NULL REFERENCES scan_intake(id),
    no INTEGER NOT NULL,
    name TEXT NOT NULL,
    folder TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('stored','opened','had-already','refused','unreadable','left-out')),
    problem TEXT,
    sha256 TEXT,                      -- of the original in the vault; null: nothing of it is there
    size_bytes INTEGER NOT NULL,
    format TEXT,
    page_count INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL,
    lost_at INTEGER,                  -- the original in the vault was found damaged or gone
    PRIMARY KEY (intake_id, no)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX scan_file_sha256 ON scan_file(sha256);
  CREATE INDEX scan_file_stored ON scan_file(intake_id, no) WHERE state = 'stored';

  -- waiting: its copy has to be made, for the first time or anew
  CREATE TABLE scan_page (
    id TEXT PRIMARY KEY,
    intake_id TEXT NOT NULL,
    file_no INTEGER NOT NULL,
    page_no INTEGER NOT NULL,         -- from 1
    place INTEGER NOT NULL,           -- its turn among all pages; arranging exchanges places
    state TEXT NOT NULL CHECK (state IN ('waiting','ready','unreadable')),
    problem TEXT,
    width INTEGER,                    -- as scanned, upright; null until it was read
    height INTEGER,
    dpi REAL,
    fingerprint TEXT,
    defects TEXT NOT NULL DEFAULT '[]', -- JSON, Defect[]: as scanned
    mend TEXT NOT NULL,               -- JSON, Mend
    has_trouble INTEGER NOT NULL DEFAULT 0, -- a defect stands, the copy is over the cap, it cannot be read or it is lost
    application_id TEXT,              -- where it is filed
    material_id TEXT,
    label TEXT,                       -- the material's, as it read then
    module_id TEXT,
    file_name TEXT,
    made_at INTEGER,                  -- first time that it was ready
    removed_at INTEGER,
    UNIQUE (intake_id, file_no, page_no),
    FOREIGN KEY (intake_id, file_no) REFERENCES scan_file(intake_id, no)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX scan_page_place ON scan_page(place);
  CREATE INDEX scan_page_application ON scan_page(application_id);
  CREATE INDEX scan_page_waiting ON scan_page(place) WHERE state = 'waiting';

  -- made of an original and stored in the vault beside it; can be made anew at any time
  CREATE TABLE scan_picture (
    owner TEXT NOT NULL,              -- a page's id, or the hash of a scan from the city
    kind TEXT NOT NULL CHECK (kind IN ('copy','thumbnail','original')),
    recipe TEXT NOT NULL,             -- what it was made by: mend and rule
    sha256 TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    facts TEXT NOT NULL,              -- JSON, CopyFacts; of a copy
    PRIMARY KEY (owner, kind)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX scan_picture_sha256 ON scan_picture(sha256);

  -- 「不是问题」
  CREATE TABLE scan_dismissal (
    page_id TEXT NOT NULL REFERENCES scan_page(id),
    kind TEXT NOT NULL,
    person_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (page_id, kind)
  ) STRICT, WITHOUT ROWID;

  -- '' names none
  CREATE TABLE scan_rule (
    committee TEXT NOT NULL,
    material TEXT NOT NULL,
    rule TEXT NOT NULL,               -- JSON, SizeRule
    PRIMARY KEY (committee, material)
  ) STRICT, WITHOUT ROWID;

  -- one row: how far the vault has been read through, by hash
  CREATE TABLE scan_scrub (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    after TEXT NOT NULL,
    finished_at INTEGER
  ) STRICT;
`;

export function up(db: Db): void {
  db.exec(TABLES);
}
