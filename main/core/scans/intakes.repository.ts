/** SQL of the tables scan_intake and scan_file. */
import type { Db } from '#archive/db.ts';
import type { ScanFormat, Unreadable } from '#model/scan.ts';

export type IntakeState = 'running' | 'paused' | 'stopped' | 'done';
export type IntakeRow = Readonly<{
  no: number;
  id: string;
  applicationId: string | null;
  state: IntakeState;
  total: number;
  tookMs: number;
  createdAt: number;
  createdBy: string;
  finishedAt: number | null;
}>;

export type FileState = 'stored' | 'opened' | 'had-already' | 'refused' | 'unreadable' | 'left-out';
export type FileProblem = Unreadable | 'too-large' | 'gone';
export type FileRow = Readonly<{
  intakeId: string;
  no: number;
  name: string;
  folder: string;
  state: FileState;
  problem: FileProblem | null;
  sha256: string | null;
  sizeBytes: number;
  format: ScanFormat | null;
  pageCount: number;
  at: number;
  lostAt: number | null;
}>;

const INTAKE = `no, id, application_id AS applicationId, state, total, took_ms AS tookMs, created_at AS createdAt,
  created_by AS createdBy, finished_at AS finishedAt`;
const FILE = `intake_id AS intakeId, no, name, folder, state, problem, sha256, size_bytes AS sizeBytes, format,
  page_count AS pageCount, at, lost_at AS lostAt`;

export function insertIntake(
  db: Db,
  intake: Pick<IntakeRow, 'id' | 'applicationId' | 'total' | 'createdAt' | 'createdBy'> &
    Readonly<{ createdById: string }>,
): void {
  db.prepare(
    `INSERT INTO scan_intake (id, application_id, state, total, created_at, created_by_id, created_by)
     VALUES (:id, :applicationId, 'running', :total, :createdAt, :createdById, :createdBy)`,
  ).run(intake);
}

export function selectIntake(db: Db, id: string): IntakeRow | null {
  return db.prepare<IntakeRow>(`SELECT ${INTAKE} FROM scan_intake WHERE id = :id`).get({ id }) ?? null;
}

/** newest first */
export function selectIntakes(db: Db, limit: number): IntakeRow[] {
  return db.prepare<IntakeRow>(`SELECT ${INTAKE} FROM scan_intake ORDER BY no DESC LIMIT :limit`).all({ limit });
}

export function updateIntakeState(db: Db, id: string, state: IntakeState, finishedAt: number | null): void {
  db.prepare('UPDATE scan_intake SET state = :state, finished_at = :finishedAt WHERE id = :id').run({
    id,
    state,
    finishedAt,
  });
}

export function addIntakeTime(db: Db, id: string, ms: number): void {
  db.prepare('UPDATE scan_intake SET took_ms = took_ms + :ms WHERE id = :id').run({ id, ms: Math.round(ms) });
}

export function insertFile(db: Db, file: Omit<FileRow, 'format' | 'pageCount' | 'lostAt'>): void {
  db.prepare(
    `INSERT INTO scan_file (intake_id, no, name, folder, state, problem, sha256, size_bytes, at)
     VALUES (:intakeId, :no, :name, :folder, :state, :problem, :sha256, :sizeBytes, :at)`,
  ).run(file);
}

/** One that could not be handed in may come after all. */
export function deleteRefused(db: Db, intakeId: string, no: number): void {
  db.prepare(`DELETE FROM scan_file WHERE intake_id = :intakeId AND no = :no AND state = 'refused'`).run({
    intakeId,
    no,
  });
}

/** That its original is in the vault; other parts of the desk may have put the same bytes there. */
export function insertStored(db: Db, sha256: string, sizeBytes: number, at: number): void {
  db.prepare(
    'INSERT INTO blob (sha256, size_bytes, stored_at) VALUES (:sha256, :sizeBytes, :at) ON CONFLICT DO NOTHING',
  ).run({ sha256, sizeBytes, at });
}

export function selectFile(db: Db, intakeId: string, no: number): FileRow | null {
  const sql = `SELECT ${FILE} FROM scan_file WHERE intake_id = :intakeId AND no = :no`;
  return db.prepare<FileRow>(sql).get({ intakeId, no }) ?? null;
}

/** Whether the same bytes wait or are in sight already, dropped for the same person. */
export function hasSameFile(db: Db, sha256: string, applicationId: string | null): boolean {
  const sql = `SELECT 1 AS found FROM scan_file f JOIN scan_intake i ON i.id = f.intake_id
    WHERE f.sha256 = :sha256 AND i.application_id IS :applicationId AND (f.state = 'stored' OR (f.state = 'opened' AND
      EXISTS (SELECT 1 FROM scan_page p WHERE p.intake_id = f.intake_id AND p.file_no = f.no AND p.removed_at IS NULL)))
    LIMIT 1`;
  return db.prepare(sql).get({ sha256, applicationId }) !== undefined;
}

/** The next file that nobody looked into, of the intakes that may go on; `without` are in hand. */
export function selectNextFile(db: Db, without: readonly string[]): FileRow | null {
  const sql = `SELECT ${FILE}
    FROM scan_file JOIN (SELECT id AS running, no AS turn FROM scan_intake WHERE state = 'running') ON running = intake_id
    WHERE state = 'stored' AND lost_at IS NULL
      AND intake_id || '/' || no NOT IN (SELECT value FROM json_each(:without))
    ORDER BY turn, no LIMIT 1`;
  return db.prepare<FileRow>(sql).get({ without: JSON.stringify(without) }) ?? null;
}

export function updateFile(
  db: Db,
  file: Pick<FileRow, 'intakeId' | 'no' | 'state' | 'problem' | 'format' | 'pageCount'>,
): void {
  db.prepare(
    `UPDATE scan_file SET state = :state, problem = :problem, format = :format, page_count = :pageCount
     WHERE intake_id = :intakeId AND no = :no`,
  ).run(file);
}

/** The original was found damaged or gone; null: it is whole again. Returns how many files say so now. */
export function updateLost(db: Db, sha256: string, lostAt: number | null): number {
  const sql = 'UPDATE scan_file SET lost_at = :lostAt WHERE sha256 = :sha256 AND lost_at IS NOT :lostAt';
  return db.prepare(sql).run({ sha256, lostAt });
}

/** What waits when somebody says 「到此为止」. */
export function leaveOut(db: Db, intakeId: string, at: number): void {
  db.prepare(`UPDATE scan_file SET state = 'left-out' WHERE intake_id = :intakeId AND state = 'stored'`).run({
    intakeId,
  });
  db.prepare(
    `UPDATE scan_page SET removed_at = :at WHERE intake_id = :intakeId AND state = 'waiting' AND made_at IS NULL
       AND removed_at IS NULL`,
  ).run({ intakeId, at });
}

export type IntakeCounts = Readonly<{
  taken: number;
  hadAlready: number;
  refused: number;
  /** files that nobody looked into yet */
  stored: number;
  unreadableFiles: number;
  pages: number;
  ready: number;
  waiting: number;
  unreadablePages: number;
  bytesBefore: number;
  bytesAfter: number;
}>;

export function countIntake(db: Db, intakeId: string): IntakeCounts {
  const files = db
    .prepare<Omit<IntakeCounts, 'pages' | 'ready' | 'waiting' | 'unreadablePages' | 'bytesAfter'>>(
      `SELECT count(*) FILTER (WHERE state NOT IN ('refused','had-already')) AS taken,
         count(*) FILTER (WHERE state = 'had-already') AS hadAlready,
         count(*) FILTER (WHERE state = 'refused') AS refused,
         count(*) FILTER (WHERE state = 'stored' AND lost_at IS NULL) AS stored,
         count(*) FILTER (WHERE state = 'unreadable') AS unreadableFiles,
         coalesce(sum(size_bytes) FILTER (WHERE state = 'opened' AND EXISTS (SELECT 1 FROM scan_page p
           WHERE p.intake_id = f.intake_id AND p.file_no = f.no AND p.state = 'ready')), 0) AS bytesBefore
       FROM scan_file f WHERE intake_id = :intakeId`,
    )
    .get({ intakeId });
  const pages = db
    .prepare<Pick<IntakeCounts, 'pages' | 'ready' | 'waiting' | 'unreadablePages' | 'bytesAfter'>>(
      `SELECT count(*) AS pages, count(*) FILTER (WHERE state = 'ready') AS ready,
         count(*) FILTER (WHERE state = 'waiting' AND removed_at IS NULL) AS waiting,
         count(*) FILTER (WHERE state = 'unreadable') AS unreadablePages,
         coalesce(sum(c.size_bytes) FILTER (WHERE state = 'ready'), 0) AS bytesAfter
       FROM scan_page p LEFT JOIN scan_picture c ON c.owner = p.id AND c.kind = 'copy' WHERE intake_id = :intakeId`,
    )
    .get({ intakeId });
  if (!files || !pages) throw new Error('a count without a row');
  return { ...files, ...pages };
}

export type ReportRow = Pick<FileRow, 'no' | 'name' | 'folder' | 'state' | 'problem'> &
  Readonly<{
    isLost: boolean;
    pages: number;
    waitingPages: number;
    unreadablePages: number;
    bytesBefore: number;
    bytesAfter: number;
  }>;

export function selectReportRows(db: Db, intakeId: string): ReportRow[] {
  const sql = `SELECT f.no, f.name, f.folder, f.state, f.problem, f.lost_at AS lostAt, f.size_bytes AS bytesBefore,
      count(p.id) AS pages, count(*) FILTER (WHERE p.state = 'waiting' AND p.removed_at IS NULL) AS waitingPages,
      count(*) FILTER (WHERE p.state = 'unreadable') AS unreadablePages, coalesce(sum(c.size_bytes), 0) AS bytesAfter
    FROM scan_file f LEFT JOIN scan_page p ON p.intake_id = f.intake_id AND p.file_no = f.no
      LEFT JOIN scan_picture c ON c.owner = p.id AND c.kind = 'copy'
    WHERE f.intake_id = :intakeId GROUP BY f.no ORDER BY f.no`;
  return db
    .prepare<Omit<ReportRow, 'isLost'> & Readonly<{ lostAt: number | null }>>(sql)
    .all({ intakeId })
    .map(({ lostAt, ...row }) => ({ ...row, isLost: lostAt !== null }));
}

export function selectRunningIntakes(db: Db): IntakeRow[] {
  return db.prepare<IntakeRow>(`SELECT ${INTAKE} FROM scan_intake WHERE state = 'running' ORDER BY no`).all();
}
