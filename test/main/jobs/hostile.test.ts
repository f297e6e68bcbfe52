/** 300 hostile and broken files through the real processes: each is answered, nothing hangs, nothing dies. */
import { afterAll, expect, it } from 'vitest';
import { AS_SCANNED, DEFAULT_SIZE_RULE, UNREADABLE } from '#model/scan.ts';
import { JOB_TIMEOUT_MS } from '#ports/jobs.ts';
import { realJobs } from '../../support/job-runner.ts';
import { pageImage } from './imaging/test-page.ts';
import { hostileFiles } from './hostile.ts';

const ENDED: ReadonlySet<string> = new Set(['timed-out', 'crashed']);

const warnings: string[] = [];
const jobs = realJobs({
  info: () => undefined,
  warn: (event) => void warnings.push(event),
  error: (event, error) => void warnings.push(`${event} ${error instanceof Error ? error.stack : ''}`),
});
afterAll(() => jobs.endAll());

it(
  'answers every hostile file within its time, by a code, and reads a good one afterwards',
  async () => {
    const files = await hostileFiles();
    expect(files.length).toBeGreaterThanOrEqual(200);
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);

    const answers = await Promise.all(
      files.map(async ({ name, bytes, answer }) => {
        const described = await jobs.run('describe', { bytes });
        const rest = { pageNo: 1, mend: AS_SCANNED, rule: DEFAULT_SIZE_RULE };
        const prepared = described.ok ? await jobs.run('prepare', { bytes, ...rest }) : described;
        const code = prepared.ok ? 'read' : prepared.error.code;
        return { name, code, expected: answer };
      }),
    );
    const isAsExpected = (code: string, expected: string): boolean =>
      expected === 'any' || code === expected || (expected === 'ended' && ENDED.has(code));
    expect(answers.filter(({ code, expected }) => !isAsExpected(code, expected))).toEqual([]);
    const codes: readonly string[] = UNREADABLE;
    expect(answers.filter(({ code }) => code !== 'read' && !codes.includes(code))).toEqual([]);
    expect(answers.filter(({ code, expected }) => ENDED.has(code) && expected !== 'ended')).toEqual([]);
    // a process that died is told of, and where PDFium ran out of stack; no bug of ours
    const isOfOurs = (told: string): boolean => told !== 'jobs.crashed' && !told.includes('wasm-function');
    expect(warnings.filter(isOfOurs)).toEqual([]);

    const good = await jobs.run('prepare', {
      bytes: await pageImage().jpeg().toBuffer(),
      pageNo: 1,
      mend: AS_SCANNED,
      rule: DEFAULT_SIZE_RULE,
    });
    expect(good).toMatchObject({ ok: true, value: { source: { width: 620, height: 876 } } });
  },
  300_000 + JOB_TIMEOUT_MS,
);
