import { join } from 'node:path';

/** What a process of jobs runs: the sources where we run from sources ourselves, else what was built. */
export function jobProgram(root: string): string {
  return import.meta.filename.endsWith('.ts') ? join(root, 'main/jobs/main.ts') : join(root, 'out/main/jobs.js');
}

/**
 * MB of JavaScript; pixels lie outside it. Its young part would grow to 3 x 16 MB on a paper of a thousand pages, and
 * be no faster.
 */
export const JOB_NODE_OPTIONS: readonly string[] = ['--max-old-space-size=256', '--max-semi-space-size=4'];

/** What it may know of ours: where Windows and temporary files are, and nothing else. */
const PASSED_ON = ['SystemRoot', 'TEMP', 'TMP', 'TMPDIR'] as const;

export function jobEnvironment(ours: NodeJS.ProcessEnv): Record<string, string> {
  return {
    ...Object.fromEntries(PASSED_ON.flatMap((name) => (ours[name] === undefined ? [] : [[name, ours[name]]]))),
    // one job at a time: more threads only cost memory
    UV_THREADPOOL_SIZE: '2',
    // glibc keeps an arena for each thread otherwise, and gives little back
    MALLOC_ARENA_MAX: '1',
    // libvips unpacks large pictures into a plain temporary file otherwise: people's papers never lie open on a disk
    VIPS_DISC_THRESHOLD: '8g',
    VIPS_WARNING: '0',
  };
}
