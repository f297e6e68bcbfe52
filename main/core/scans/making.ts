/** One step of work over what is stored: a file is opened into pages, a page is made ready. */
import { uuidv7 } from 'uuidv7';
import { isKept } from '#archive/db.ts';
import { AS_SCANNED, type CopyFacts, type Unreadable } from '#model/scan.ts';
import type { JobRunner } from '#ports/jobs.ts';
import { keepBytes } from '#vault/keep-bytes.ts';
import { addIntakeTime, selectFile, selectIntake, updateFile, type FileRow } from './intakes.repository.ts';
import { reconsider, ruleOf, type ScanOffice } from './office.ts';
import { insertPage, updateMade, updatePageState, type PageRow } from './pages.repository.ts';
import { putPicture } from './pictures.repository.ts';
import { recipeOf } from './size.rules.ts';

/** lost: the original is damaged or gone; whoever is told of it says so on its pages */
export type StepEnd = 'done' | 'lost' | 'disk-full' | 'cancelled';
export type MakingDeps = ScanOffice & Readonly<{ jobs: Pick<JobRunner, 'run'>; onLost(sha256: string): void }>;

/** `tookMs`: since the step began, of its intake's time */
type Step = Readonly<{ signal: AbortSignal; tookMs(): number }>;

/** Places have room for so many pages of a file and files of an intake; far more than the contract lets in. */
const PLACES_A_FILE = 10_000;
const PLACES_AN_INTAKE = 10_000 * PLACES_A_FILE;

/** Its pages, once it is known how many there are. */
export async function openFile(deps: MakingDeps, file: FileRow, { signal, tookMs }: Step): Promise<StepEnd> {
  const { db, jobs } = deps;
  const bytes = await readOriginal(deps, file.sha256 ?? '');
  if (!bytes) return 'lost';
  const described = await jobs.run('describe', { bytes }, { signal });
  if (!described.ok && described.error.code === 'cancelled') return 'cancelled';
  return keep(deps, file.intakeId, tookMs, () => {
    // 「到此为止」 was said meanwhile
    if (selectFile(db, file.intakeId, file.no)?.state !== 'stored') return;
    if (!described.ok) {
      const problem = described.error.code as Unreadable;
      return updateFile(db, { ...file, state: 'unreadable', problem, format: null, pageCount: 0 });
    }
    const { format, pageCount } = described.value;
    updateFile(db, { ...file, state: 'opened', problem: null, format, pageCount });
    const intakeNo = selectIntake(db, file.intakeId)?.no ?? 0;
    const before = intakeNo * PLACES_AN_INTAKE + file.no * PLACES_A_FILE;
    for (let pageNo = 1; pageNo <= pageCount; pageNo += 1) {
      const at = { intakeId: file.intakeId, fileNo: file.no, pageNo, place: before + pageNo };
      insertPage(db, { id: uuidv7(), ...at, mend: AS_SCANNED });
    }
  });
}

/** Its copy and thumbnail, and what was found of it; derived bytes are on disk before any row speaks of them. */
export async function makePage(deps: MakingDeps, page: PageRow, { signal, tookMs }: Step): Promise<StepEnd> {
  const { db, vault, jobs, ports } = deps;
  const bytes = await readOriginal(deps, page.sha256);
  if (!bytes) return 'lost';
  const rule = ruleOf(deps)(page);
  const { pageNo, mend } = page;
  const made = await jobs.run('prepare', { bytes, pageNo, mend, rule }, { signal });
  if (!made.ok) {
    if (made.error.code === 'cancelled') return 'cancelled';
    const problem = made.error.code;
    return keep(deps, page.intakeId, tookMs, () => {
      updatePageState(db, page.id, 'unreadable', problem);
      reconsider(deps, [page.id]);
    });
  }
  const { source, copy, thumbnail, check } = made.value;
  const copySha256 = await keepBytes(vault, copy.bytes);
  const thumbnailSha256 = copySha256 && (await keepBytes(vault, thumbnail));
  if (copySha256 === null || thumbnailSha256 === null) return 'disk-full';
  const recipe = recipeOf(mend, rule);
  return keep(deps, page.intakeId, tookMs, () => {
    const by = { owner: page.id, recipe };
    const facts = JSON.stringify(factsOf(copy));
    putPicture(db, { ...by, kind: 'copy', sha256: copySha256, sizeBytes: copy.sizeBytes, facts });
    putPicture(db, { ...by, kind: 'thumbnail', sha256: thumbnailSha256, sizeBytes: thumbnail.length, facts: '{}' });
    const { fingerprint, defects } = check;
    updateMade(db, { id: page.id, ...source, fingerprint, defects }, ports.clock.now());
    // mended once more, or filed under another rule, while this was made: then it waits again
    reconsider(deps, [page.id]);
  });
}

/** What is told of it, and nothing that the job says beside. */
function factsOf({ width, height, sizeBytes, dpi, quality, isOverCap }: CopyFacts): CopyFacts {
  return { width, height, sizeBytes, dpi, quality, isOverCap };
}

async function readOriginal({ vault, onLost }: MakingDeps, sha256: string): Promise<Uint8Array | null> {
  const read = await vault.get(sha256);
  if (read.ok) return read.value;
  onLost(sha256);
  return null;
}

function keep({ db }: MakingDeps, intakeId: string, tookMs: () => number, work: () => void): StepEnd {
  const isOnDisk = isKept(() =>
    db.transaction(() => {
      work();
      addIntakeTime(db, intakeId, tookMs());
    }),
  );
  return isOnDisk ? 'done' : 'disk-full';
}
