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
  ) STRICT;

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

CREATE TABLE blob (sha256 TEXT PRIMARY KEY, size_bytes INTEGER NOT NULL, stored_at INTEGER NOT NULL) STRICT;

CREATE TABLE decision (
    command_id TEXT PRIMARY KEY,
    application_id TEXT NOT NULL,
    decision TEXT NOT NULL,
    opinion TEXT NOT NULL,
    base_version INTEGER NOT NULL,
    expect TEXT NOT NULL,             -- JSON {state, chancesUsed, strikes}
    decided_at INTEGER NOT NULL,
    decided_by_id TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    undone_at INTEGER
  ) STRICT;

CREATE TABLE draft (
    kind TEXT NOT NULL,
    application_id TEXT NOT NULL,
    text TEXT NOT NULL,
    decision TEXT,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (kind, application_id)
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

CREATE TABLE outbox (
    command_id TEXT PRIMARY KEY REFERENCES decision(command_id),
    application_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('due','sending','effective','attention','undone')),
    sends_at INTEGER NOT NULL,
    seq INTEGER UNIQUE,
    command TEXT,                     -- JSON, the signed command exactly as sent
    problem TEXT,
    settled_at INTEGER
  ) STRICT;

CREATE TABLE pull_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    cursor TEXT NOT NULL,
    last_contact_at INTEGER,
    last_server_time INTEGER
  ) STRICT;

CREATE TABLE receipt (
    command_id TEXT PRIMARY KEY REFERENCES decision(command_id),
    number TEXT NOT NULL,
    body TEXT NOT NULL,               -- JSON, Receipt
    received_at INTEGER NOT NULL
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

CREATE INDEX attachment_application ON attachment(application_id);

CREATE INDEX attachment_sha256 ON attachment(sha256);

CREATE INDEX decision_application ON decision(application_id, decided_at);

CREATE INDEX outbox_application ON outbox(application_id);

CREATE INDEX outbox_state ON outbox(state, sends_at);

CREATE INDEX task_open ON task(resolved_at, raised_at);
