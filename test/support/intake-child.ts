/**
 * `node intake-child.js '{"dir":…,"point":…,"nth":…,"from":…}'`: goes on with whatever the life before left, hands in
 * files from a number on, says on stdout which were acknowledged, and dies at the point.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { numberedFile, startIntakeLife } from './intake-life.ts';
import { diesAt, watchFiles, watchIntake, type Point } from './intake-points.ts';

const { dir, point, nth, from } = JSON.parse(process.argv[2] ?? '') as {
  dir: string;
  point: Point;
  nth: number;
  from: number;
};
const FILES = 4;
const NEVER = { startMs: 3_600_000, partOfTime: 1 };

// a process that is killed writes nothing at its end
flushCompileCache();
const passed = diesAt(point, nth);
watchFiles(passed);
const { scans, files } = await startIntakeLife({ dir, scrub: NEVER, around: watchIntake(passed) });
const intakeId = randomUUID();
scans.begin({ intakeId, applicationId: null, total: FILES });
for (let no = 0; no < FILES; no += 1) {
  const token = files.hold(`IMG_${from + no}.jpg`, numberedFile(from + no));
  const added = await scans.add({ intakeId, no, token, folder: '' });
  if (!added.ok) throw new Error(added.error.code);
  writeSync(1, `${from + no}\n`);
}
// what is made of them goes on meanwhile
setTimeout(() => process.exit(3), 20_000);
