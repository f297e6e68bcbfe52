/** SQL of the tables scan_page and scan_dismissal, and of pages with what stands around them. */
import type { Db } from '#archive/db.ts';
import type { CopyFacts, Defect, Mend, ScanFormat, Unreadable } from '#model/scan.ts';
import type { ModuleId } from '#model/modules.ts';
import type { Look } from './lookalikes.rules.ts';
import type { Dismissible } from './defects.rules.ts';

export type PageState = 'waiting' | 'ready' | 'unreadable';
export type Filed = Readonly<{
  applicationId: string;
  materialId: string;
  label: string;
  moduleId: ModuleId;
  fileName: string;
}>;

/** A page with its file, its intake and what was made of it. */
export type PageRow = Readonly<{
  id: string;
  intakeId: string;
  createdAt: number;
  forApplicationId: string | null;
  fileNo: number;
  sourceName: string;
  folder: string;
  sha256: string;
  sizeBytes: number;
  format: ScanFormat | null;
  pageCount: number;
  isLost: boolean;
  pageNo: number;
  place: number;
  state: PageState;
  problem: Unreadable | null;
  width: number | null;
  height: number | null;
  dpi: number | null;
  fingerprint: string | null;
  defects: readonly Defect[];
  dismissed: readonly Dismissible[];
  mend: Mend;
  filed: Filed | null;
  madeAt: number | null;
  removedAt: number | null;
  copy: Readonly<{ sha256: string; recipe: string; facts: CopyFacts }> | null;
  thumbnailSha256: string | null;
}>;

export type PageView = 'unfiled' | 'all' | 'trouble' | 'removed';
export type PageFilter = Readonly<{ view: PageView; applicationId: string | null }>;

const COLUMNS = `p.id, p.intake_id AS intakeId, i.created_at AS createdAt, i.application_id AS forApplicationId,
  p.file_no AS fileNo, f.name AS sourceName, f.folder, f.sha256, f.size_bytes AS sizeBytes, f.format,
  f.page_count AS pageCount, f.lost_at AS lostAt, p.page_no AS pageNo, p.place, p.state, p.problem, p.width, p.height,
  p.dpi, p.fingerprint, p.defects, p.mend, p.application_id AS applicationId, p.material_id AS materialId, p.label,
  p.module_id AS moduleId, p.file_name AS fileName, p.made_at AS madeAt, p.removed_at AS removedAt,
  c.sha256 AS copySha256, c.recipe AS copyRecipe, c.facts AS copyFacts, t.sha256 AS thumbnailSha256,
  (SELECT json_group_array(kind) FROM scan_dismissal d WHERE d.page_id = p.id) AS dismissed`;
const TABLES = `scan_page p JOIN scan_intake i ON i.id = p.intake_id
  JOIN scan_file f ON f.intake_id = p.intake_id AND f.no = p.file_no
  LEFT JOIN scan_picture c ON c.owner = p.id AND c.kind = 'copy'
  LEFT JOIN scan_picture t ON t.owner = p.id AND t.kind = 'thumbnail'`;
const ORDER = 'ORDER BY i.no DESC, f.folder, p.place';

const VIEWS: Readonly<Record<PageView, string>> = {
  unfiled: 'p.removed_at IS NULL AND p.application_id IS NULL',
  all: 'p.removed_at IS NULL',
  trouble: 'p.removed_at IS NULL AND p.has_trouble = 1',
  removed: 'p.removed_at IS NOT NULL',
};
const OF_APPLICATION = `(:applicationId IS NULL OR p.application_id = :applicationId
  OR (p.application_id IS NULL AND i.application_id = :applicationId))`;

type Stored = Omit<PageRow, 'isLost' | 'defects' | 'dismissed' | 'mend' | 'filed' | 'copy'> &
  Readonly<{
    lostAt: number | null;
    defects: string;
    dismissed: string;
    mend: string;
    applicationId: string | null;
    materialId: string | null;
    label: string | null;
    moduleId: ModuleId | null;
    fileName: string | null;
    copySha256: string | null;
    copyRecipe: string | null;
    copyFacts: string | null;
  }>;

function toPage(stored: Stored): PageRow {
  const { lostAt, applicationId, materialId, label, moduleId, fileName, ...row } = stored;
  const { copySha256, copyRecipe, copyFacts, defects, dismissed, mend, ...rest } = row;
  return {
    ...rest,
    isLost: lostAt !== null,
    defects: JSON.parse(defects) as Defect[],
    dismissed: JSON.parse(dismissed) as Dismissible[],
    mend: JSON.parse(mend) as Mend,
    filed:
      applicationId !== null && materialId !== null && moduleId !== null
        ? { applicationId, materialId, label: label ?? '', moduleId, fileName: fileName ?? '' }
        : null,
    copy:
      copySha256 !== null && copyFacts !== null
        ? { sha256: copySha256, recipe: copyRecipe ?? '', facts: JSON.parse(copyFacts) as CopyFacts }
        : null,
  };
}

export type NewPage = Readonly<{
  id: string;
  intakeId: string;
  fileNo: number;
  pageNo: number;
  place: number;
  mend: Mend;
}>;

export function insertPage(db: Db, page: NewPage): void {
  db.prepare(
    `INSERT INTO scan_page (id, intake_id, file_no, page_no, place, state, mend)
     VALUES (:id, :intakeId, :fileNo, :pageNo, :place, 'waiting', :mend)`,
  ).run({ ...page, mend: JSON.stringify(page.mend) });
}

export function selectPage(db: Db, id: string): PageRow | null {
  const row = db.prepare<Stored>(`SELECT ${COLUMNS} FROM ${TABLES} WHERE p.id = :id`).get({ id });
  return row ? toPage(row) : null;
}

/** In the order of the places; fewer than asked for where some are not there. */
export function selectPagesById(db: Db, ids: readonly string[]): PageRow[] {
  const sql = `SELECT ${COLUMNS} FROM ${TABLES} WHERE p.id IN (SELECT value FROM json_each(:ids)) ORDER BY p.place`;
  return db
    .prepare<Stored>(sql)
    .all({ ids: JSON.stringify(ids) })
    .map(toPage);
}

export function selectPages(db: Db, { view, applicationId }: PageFilter, offset: number, limit: number): PageRow[] {
  const sql = `SELECT ${COLUMNS} FROM ${TABLES} WHERE ${VIEWS[view]} AND ${OF_APPLICATION} ${ORDER}
    LIMIT :limit OFFSET :offset`;
  return db.prepare<Stored>(sql).all({ applicationId, offset, limit }).map(toPage);
}

/** Filed to it, in sight, in the order of the places. */
export function selectFiledPages(db: Db, applicationId: string): PageRow[] {
  const sql = `SELECT ${COLUMNS} FROM ${TABLES} WHERE p.application_id = :applicationId AND p.removed_at IS NULL
    ORDER BY p.place`;
  return db.prepare<Stored>(sql).all({ applicationId }).map(toPage);
}

export function countPages(db: Db, applicationId: string | null): Readonly<Record<PageView, number>> {
  const views = Object.entries(VIEWS).map(([view, where]) => `count(*) FILTER (WHERE ${where}) AS "${view}"`);
  const sql = `SELECT ${views.join(', ')} FROM scan_page p JOIN scan_intake i ON i.id = p.intake_id WHERE ${OF_APPLICATION}`;
  const row = db.prepare<Record<PageView, number>>(sql).get({ applicationId });
  return row ?? { unfiled: 0, all: 0, trouble: 0, removed: 0 };
}

/** Of these people. Pages of whom nobody knows yet are not compared: different people's forms look alike. */
export function selectLooks(db: Db, owners: readonly string[]): Look[] {
  const sql = `SELECT p.id, p.fingerprint, coalesce(p.application_id, i.application_id) AS owner
    FROM scan_page p JOIN scan_intake i ON i.id = p.intake_id
    WHERE p.removed_at IS NULL AND p.fingerprint IS NOT NULL
      AND coalesce(p.application_id, i.application_id) IN (SELECT value FROM json_each(:owners))`;
  return db.prepare<Look>(sql).all({ owners: JSON.stringify(owners) });
}

export type GroupRow = Readonly<{ intakeId: string; group: string; createdAt: number; count: number }>;

export function selectGroups(db: Db, { view, applicationId }: PageFilter, limit: number): GroupRow[] {
  const sql = `SELECT i.id AS intakeId, f.folder AS "group", i.created_at AS createdAt, count(*) AS count
    FROM scan_page p JOIN scan_intake i ON i.id = p.intake_id
    JOIN scan_file f ON f.intake_id = p.intake_id AND f.no = p.file_no
    WHERE ${VIEWS[view]} AND ${OF_APPLICATION} GROUP BY i.no, f.folder ORDER BY i.no DESC, f.folder LIMIT :limit`;
  return db.prepare<GroupRow>(sql).all({ applicationId, limit });
}

/** The next page whose copy has to be made: of intakes that may go on, and made anew of any. `without` are in hand. */
export function selectNextPage(db: Db, without: readonly string[]): PageRow | null {
  const sql = `SELECT ${COLUMNS} FROM ${TABLES}
    WHERE p.state = 'waiting' AND p.removed_at IS NULL AND f.lost_at IS NULL
      AND (i.state = 'running' OR p.made_at IS NOT NULL)
      AND p.id NOT IN (SELECT value FROM json_each(:without))
    ORDER BY p.made_at IS NULL, p.place LIMIT 1`;
  const row = db.prepare<Stored>(sql).get({ without: JSON.stringify(without) });
  return row ? toPage(row) : null;
}

export type Made = Pick<PageRow, 'id' | 'width' | 'height' | 'dpi' | 'fingerprint' | 'defects'>;

/** What was found when its copy was made. */
export function updateMade(db: Db, made: Made, at: number): void {
  db.prepare(
    `UPDATE scan_page SET state = 'ready', problem = NULL, width = :width, height = :height, dpi = :dpi,
       fingerprint = :fingerprint, defects = :defects, made_at = coalesce(made_at, :at) WHERE id = :id`,
  ).run({ ...made, defects: JSON.stringify(made.defects), at });
}

export function updatePageState(db: Db, id: string, state: PageState, problem: Unreadable | null): void {
  db.prepare('UPDATE scan_page SET state = :state, problem = :problem WHERE id = :id').run({ id, state, problem });
}

export function updateMend(db: Db, id: string, mend: Mend): void {
  db.prepare('UPDATE scan_page SET mend = :mend WHERE id = :id').run({ id, mend: JSON.stringify(mend) });
}

export function updateTrouble(db: Db, id: string, hasTrouble: boolean): void {
  db.prepare('UPDATE scan_page SET has_trouble = :hasTrouble WHERE id = :id').run({
    id,
    hasTrouble: hasTrouble ? 1 : 0,
  });
}

export function updateFiled(db: Db, id: string, filed: Filed | null): void {
  db.prepare(
    `UPDATE scan_page SET application_id = :applicationId, material_id = :materialId, label = :label,
       module_id = :moduleId, file_name = :fileName WHERE id = :id`,
  ).run({ id, ...(filed ?? { applicationId: null, materialId: null, label: null, moduleId: null, fileName: null }) });
}

export function updatePlace(db: Db, id: string, place: number): void {
  db.prepare('UPDATE scan_page SET place = :place WHERE id = :id').run({ id, place });
}

export function updateRemoved(db: Db, id: string, removedAt: number | null): void {
  db.prepare('UPDATE scan_page SET removed_at = :removedAt WHERE id = :id').run({ id, removedAt });
}

/** Of one file's pages, or of all that have these bytes. */
export function selectPageIdsOf(db: Db, sha256: string): string[] {
  const sql = `SELECT p.id FROM scan_page p JOIN scan_file f ON f.intake_id = p.intake_id AND f.no = p.file_no
    WHERE f.sha256 = :sha256`;
  return db
    .prepare<{ id: string }>(sql)
    .all({ sha256 })
    .map(({ id }) => id);
}

/** Of those in sight. */
export function selectAllPageIds(db: Db): string[] {
  return db
    .prepare<{ id: string }>('SELECT id FROM scan_page WHERE removed_at IS NULL')
    .all()
    .map(({ id }) => id);
}

export function putDismissal(
  db: Db,
  dismissal: Readonly<{ pageId: string; kind: Dismissible; personId: string; at: number }>,
): void {
  db.prepare(
    `INSERT INTO scan_dismissal (page_id, kind, person_id, at) VALUES (:pageId, :kind, :personId, :at)
     ON CONFLICT DO NOTHING`,
  ).run(dismissal);
}

export function deleteDismissal(db: Db, pageId: string, kind: Dismissible): void {
  db.prepare('DELETE FROM scan_dismissal WHERE page_id = :pageId AND kind = :kind').run({ pageId, kind });
}
