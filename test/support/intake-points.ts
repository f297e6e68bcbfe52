/** Where a life of intake can be made to end, and how: by SIGKILL, from inside, at the n-th time. */
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import type { Around } from './intake-life.ts';

export const POINTS = [
  /** half of the original's temporary file is written */
  'temp-torn',
  /** all of it, not yet in its place */
  'temp-written',
  /** in its place, no row knows of it */
  'renamed',
  /** inside the transaction of the row */
  'in-row',
  /** the row is on disk, nobody was told */
  'row-written',
  /** how many pages there are is known, not written down */
  'described',
  'pages-written',
  /** the copy is made, not stored */
  'prepared',
  'copy-stored',
  'thumbnail-stored',
  'page-written',
] as const;
export type Point = (typeof POINTS)[number];

export type Passed = (point: Point) => void;

export function diesAt(point: Point, nth: number): Passed {
  let left = nth;
  return (passed) => {
    if (passed !== point) return;
    left -= 1;
    if (left <= 0) process.kill(process.pid, 'SIGKILL');
  };
}

/** Tells of temporary files on their way; patches Node's own functions, so only in a process made for it. */
export function watchFiles(passed: Passed): void {
  const { open, rename } = fsPromises;
  fsPromises.open = async (...args) => {
    const handle = await open(...args);
    if (!String(args[0]).includes('incoming')) return handle;
    handle.writeFile = async (bytes) => {
      const whole = bytes as Uint8Array;
      const half = whole.length >> 1;
      await handle.write(whole.subarray(0, half));
      passed('temp-torn');
      await handle.write(whole.subarray(half));
    };
    return handle;
  };
  fsPromises.rename = async (from, to) => {
    if (String(from).includes('incoming')) passed('temp-written');
    return rename(from, to);
  };
  syncBuiltinESMExports();
}

/** Tells of everything else. */
export function watchIntake(passed: Passed): (seen: Around) => Around {
  return ({ archive, vault, jobs }) => ({
    vault: {
      ...vault,
      async put(sha256, bytes) {
        const stored = await vault.put(sha256, bytes);
        const text = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
        if (text.startsWith('copy of')) passed('copy-stored');
        else if (text.startsWith('thumbnail of')) passed('thumbnail-stored');
        else passed('renamed');
        return stored;
      },
    },
    archive: {
      ...archive,
      audit: {
        ...archive.audit,
        record(entry) {
          archive.audit.record(entry);
          if (entry.act === 'scans.add') passed('in-row');
        },
      },
      db: {
        ...archive.db,
        transaction(work) {
          const rows = pagesIn(archive.db);
          const value = archive.db.transaction(work);
          const now = pagesIn(archive.db);
          if (now.files > rows.files) passed('row-written');
          if (now.pages > rows.pages) passed('pages-written');
          if (now.ready > rows.ready) passed('page-written');
          return value;
        },
      },
    },
    jobs: {
      ...jobs,
      async run(name, input, options) {
        const done = await jobs.run(name, input, options);
        passed(name === 'describe' ? 'described' : 'prepared');
        return done;
      },
    },
  });
}

function pagesIn(db: Around['archive']['db']) {
  const sql = `SELECT (SELECT count(*) FROM scan_file) AS files, count(*) AS pages,
    count(*) FILTER (WHERE state = 'ready') AS ready FROM scan_page`;
  return db.prepare<{ files: number; pages: number; ready: number }>(sql).get() ?? { files: 0, pages: 0, ready: 0 };
}
