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

CREATE TABLE application (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    name TEXT NOT NULL,
    submitted_at INTEGER NOT NULL,
    closes_at INTEGER,
    -- JSON of what a row of the queue needs, made on arrival (applications.rules)
    digest TEXT NOT NULL,
    body BLOB NOT NULL                -- Application as JSON, deflated: a third of the pages to encrypt
  , findings TEXT NOT NULL DEFAULT '[]', findings_key TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE archive_mark (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    installation_id TEXT NOT NULL,
    journal_seq INTEGER NOT NULL
  ) STRICT;

CREATE TABLE attachment (
    id TEXT PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES application(id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    size_bytes INTEGER NOT NULL
  ) STRICT;

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    person_id TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;

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

CREATE TABLE blob (sha256 TEXT PRIMARY KEY, size_bytes INTEGER NOT NULL, stored_at INTEGER NOT NULL) STRICT;

CREATE TABLE calendar_year (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    body TEXT NOT NULL,               -- JSON, CalendarYear
    installed_at INTEGER NOT NULL,
    installed_by TEXT NOT NULL
  ) STRICT;

CREATE TABLE "draft" (
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,            -- an application, or what else the form is about
    content TEXT NOT NULL,            -- JSON
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (kind, subject)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE enrolment (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    unit TEXT NOT NULL,              -- JSON, Unit of the protocol
    year INTEGER NOT NULL,
    city_url TEXT NOT NULL,
    device_id TEXT NOT NULL,
    device_private_key TEXT NOT NULL, -- PKCS #8 DER, base64url
    server_key TEXT NOT NULL,         -- SPKI DER, base64url
    epoch INTEGER NOT NULL,
    enrolled_at INTEGER NOT NULL
  ) STRICT;

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

CREATE TABLE notice_change (
    id TEXT PRIMARY KEY,              -- of the act: brought in twice, it counts once
    notice_id TEXT NOT NULL REFERENCES notice(id),
    at INTEGER NOT NULL,
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL              -- JSON
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

CREATE TABLE objection (
    id TEXT PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice(id),
    application_id TEXT NOT NULL,
    facts TEXT NOT NULL,              -- JSON: when, by whom, how, what; investigation and verdict
    verdict TEXT,                     -- null while open
    raised_at INTEGER NOT NULL,
    settled_at INTEGER
  ) STRICT;

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

CREATE TABLE "outbox" (
    command_id TEXT PRIMARY KEY REFERENCES act(command_id),
    application_id TEXT,
    state TEXT NOT NULL CHECK (state IN ('due','sending','effective','attention','undone')),
    sends_at INTEGER NOT NULL,
    seq INTEGER UNIQUE,
    command TEXT,                     -- JSON, the signed command exactly as sent
    problem TEXT,
    settled_at INTEGER
  ) STRICT;

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

CREATE TABLE phrase (
    id TEXT PRIMARY KEY,
    module_id TEXT,                   -- null: fits everywhere
    text TEXT NOT NULL,
    used_count INTEGER NOT NULL DEFAULT 0,
    used_at INTEGER
  ) STRICT;

CREATE TABLE pull_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    cursor TEXT NOT NULL,
    last_contact_at INTEGER,
    last_server_time INTEGER
  ) STRICT;

CREATE TABLE "receipt" (
    command_id TEXT PRIMARY KEY REFERENCES act(command_id),
    application_id TEXT,
    number TEXT NOT NULL,
    version INTEGER,                  -- the application's after the act
    body TEXT NOT NULL,               -- JSON, Receipt
    received_at INTEGER NOT NULL
  ) STRICT;

CREATE TABLE scan_dismissal (
    page_id TEXT NOT NULL REFERENCES scan_page(id),
    kind TEXT NOT NULL,
    person_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (page_id, kind)
  ) STRICT, WITHOUT ROWID;

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

CREATE TABLE scan_picture (
    owner TEXT NOT NULL,              -- a page's id, or the hash of a scan from the city
    kind TEXT NOT NULL CHECK (kind IN ('copy','thumbnail','original')),
    recipe TEXT NOT NULL,             -- what it was made by: mend and rule
    sha256 TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    facts TEXT NOT NULL,              -- JSON, CopyFacts; of a copy
    PRIMARY KEY (owner, kind)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE scan_rule (
    committee TEXT NOT NULL,
    material TEXT NOT NULL,
    rule TEXT NOT NULL,               -- JSON, SizeRule
    PRIMARY KEY (committee, material)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE scan_scrub (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    after TEXT NOT NULL,
    finished_at INTEGER
  ) STRICT;

CREATE TABLE seen (
    application_id TEXT NOT NULL REFERENCES application(id) ON DELETE CASCADE,
    item TEXT NOT NULL,               -- 'module:education' or 'attachment:<id>'
    fingerprint TEXT NOT NULL,
    person_id TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (application_id, item, person_id)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE sync_log (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    count INTEGER NOT NULL,
    code TEXT NOT NULL
  ) STRICT;

CREATE TABLE task (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    raised_at INTEGER NOT NULL,
    command_id TEXT,
    application_id TEXT,
    current TEXT,                     -- JSON, Application as the city has it
    detail TEXT NOT NULL DEFAULT '{}',
    resolved_at INTEGER,
    answer TEXT
  ) STRICT;

CREATE TABLE unit_change (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    person TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    command_id TEXT
  ) STRICT;

CREATE INDEX act_application ON act(application_id, decided_at);

CREATE INDEX attachment_application ON attachment(application_id);

CREATE INDEX attachment_sha256 ON attachment(sha256);

CREATE INDEX notice_change_notice ON notice_change(notice_id);

CREATE INDEX notice_person_application ON notice_person(application_id);

CREATE INDEX notice_photo_notice ON notice_photo(notice_id);

CREATE INDEX objection_notice ON objection(notice_id, application_id);

CREATE INDEX outbox_application ON outbox(application_id);

CREATE INDEX outbox_state ON outbox(state, sends_at);

CREATE INDEX receipt_application ON receipt(application_id, version);

CREATE INDEX scan_file_sha256 ON scan_file(sha256);

CREATE INDEX scan_file_stored ON scan_file(intake_id, no) WHERE state = 'stored';

CREATE INDEX scan_page_application ON scan_page(application_id);

CREATE INDEX scan_page_place ON scan_page(place);

CREATE INDEX scan_page_waiting ON scan_page(place) WHERE state = 'waiting';

CREATE INDEX scan_picture_sha256 ON scan_picture(sha256);

CREATE INDEX task_open ON task(resolved_at, raised_at);
