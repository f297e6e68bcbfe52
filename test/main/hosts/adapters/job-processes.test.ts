/** The rules of the pool against processes of straw, and the real process once for each way to end. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '#model/result.ts';
import { AS_SCANNED } from '#model/scan.ts';
import { JOB_TIMEOUT_MS, type JobAnswer, type JobRequest } from '#ports/jobs.ts';
import { createJobProcesses } from '../../../../main/hosts/adapters/job-processes.ts';
import type { JobProcess } from '../../../../main/hosts/adapters/job-worker.ts';
import { jobEnvironment } from '../../../../main/hosts/adapters/job-program.ts';
import { realJobs } from '../../../support/job-runner.ts';

const DESCRIBED = ok({ format: 'jpeg', pageCount: 1 });
const silentLog = { info() {}, warn: vi.fn(), error: vi.fn() };
const input = { bytes: new Uint8Array(1) };
const PREVIEW = { ...input, pageNo: 1, mend: AS_SCANNED, longSide: 320, quality: 70 };

type Straw = Readonly<{
  process: JobProcess;
  requests: JobRequest[];
  answer(outcome: JobAnswer['outcome'], rssBytes?: number): void;
  die(): void;
  isKilled(): boolean;
}>;

function straw(): Straw {
  const requests: JobRequest[] = [];
  let onAnswer: (answer: JobAnswer) => void = () => undefined;
  let onEnd = (): void => undefined;
  let isKilled = false;
  return {
    process: {
      post: (request) => void requests.push(request),
      onAnswer: (listener) => void (onAnswer = listener),
      onEnd: (listener) => void (onEnd = listener),
      kill() {
        isKilled = true;
        queueMicrotask(onEnd);
      },
    },
    requests,
    answer: (outcome, rssBytes = 0) => onAnswer({ id: requests.at(-1)?.id ?? 0, outcome, rssBytes }),
    die: () => onEnd(),
    isKilled: () => isKilled,
  };
}

function pool() {
  const straws: Straw[] = [];
  const jobs = createJobProcesses({
    log: silentLog,
    start() {
      const one = straw();
      straws.push(one);
      return one.process;
    },
  });
  return { jobs, straws };
}

describe('the pool', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('starts a process for a job, a second for a second, and lets the third wait', async () => {
    const { jobs, straws } = pool();
    const first = jobs.run('describe', input);
    void jobs.run('describe', input);
    const third = jobs.run('describe', input);
    expect(straws.map(({ requests }) => requests.length)).toEqual([1, 1]);

    straws[0]?.answer(DESCRIBED);
    expect(await first).toEqual(DESCRIBED);
    expect(straws.map(({ requests }) => requests.length)).toEqual([2, 1]);
    straws[0]?.answer(fail('damaged'));
    expect(await third).toEqual(fail('damaged'));
  });

  it('takes what somebody looks at before what waits for nobody, each kind in the order of asking', async () => {
    const { jobs, straws } = pool();
    const ask = (pageNo: number, urgency?: 'now' | 'soon') =>
      void jobs.run('preview', { ...PREVIEW, pageNo }, urgency && { urgency });
    ask(1);
    ask(2);
    ask(3);
    ask(4, 'soon');
    ask(5, 'now');
    ask(6, 'now');
    ask(7);
    for (let n = 0; n < 5; n += 1) straws[0]?.answer(DESCRIBED);
    const pages = straws[0]?.requests.map((request) => (request.input as typeof PREVIEW).pageNo);
    expect(pages).toEqual([1, 5, 6, 4, 3, 7]);
  });

  it('ends a process at the time limit, and does the next job in a new one', async () => {
    const { jobs, straws } = pool();
    const stuck = jobs.run('describe', input);
    vi.advanceTimersByTime(JOB_TIMEOUT_MS - 1);
    expect(straws[0]?.isKilled()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(straws[0]?.isKilled()).toBe(true);
    expect(await stuck).toMatchObject({ error: { code: 'timed-out' } });

    const next = jobs.run('describe', input);
    straws[1]?.answer(DESCRIBED);
    expect(await next).toEqual(DESCRIBED);
  });

  it('counts the time limit from the start of the work, not from the queue', async () => {
    const { jobs, straws } = pool();
    for (let n = 0; n < 2; n += 1) void jobs.run('describe', input);
    const waiting = jobs.run('describe', input, { timeoutMs: 5000 });
    vi.advanceTimersByTime(15_000);
    straws[0]?.answer(DESCRIBED);
    vi.advanceTimersByTime(4000);
    straws[0]?.answer(DESCRIBED);
    expect(await waiting).toEqual(DESCRIBED);
  });

  it('tells the death of a process to its job only', async () => {
    const { jobs, straws } = pool();
    const [dying, living] = [jobs.run('describe', input), jobs.run('describe', input)];
    straws[0]?.die();
    expect(await dying).toMatchObject({ error: { code: 'crashed' } });
    straws[1]?.answer(DESCRIBED);
    expect(await living).toEqual(DESCRIBED);
  });

  it('cancels what waits and what runs', async () => {
    const { jobs, straws } = pool();
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = jobs.run('describe', input, { signal: running.signal });
    void jobs.run('describe', input);
    const third = jobs.run('describe', input, { signal: waiting.signal });
    waiting.abort();
    expect(await third).toMatchObject({ error: { code: 'cancelled' } });
    running.abort();
    expect(await first).toMatchObject({ error: { code: 'cancelled' } });
    expect(straws.map(({ isKilled }) => isKilled())).toEqual([true, false]);
    expect(await jobs.run('describe', input, { signal: running.signal })).toMatchObject({ ok: false });
    expect(straws).toHaveLength(2);
  });

  it.each([
    ['keeps too much memory', (one: Straw) => one.answer(DESCRIBED, 300 * 1024 * 1024), DESCRIBED],
    ['met a bug', (one: Straw) => one.answer({ bug: { name: 'TypeError', stack: '' } }), fail('crashed')],
  ])('replaces a process that %s', async (_what, act, outcome) => {
    const { jobs, straws } = pool();
    const first = jobs.run('describe', input);
    act(straws[0]!);
    expect(await first).toEqual(outcome);
    expect(straws[0]?.isKilled()).toBe(true);
    void jobs.run('describe', input);
    expect(straws).toHaveLength(2);
  });

  it('gives the memory back after a minute without work', async () => {
    const { jobs, straws } = pool();
    void jobs.run('describe', input);
    straws[0]?.answer(DESCRIBED);
    vi.advanceTimersByTime(59_000);
    expect(straws[0]?.isKilled()).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(straws[0]?.isKilled()).toBe(true);
  });

  it('ends everything at once, answering whoever waits', async () => {
    const { jobs, straws } = pool();
    const all = [1, 2, 3].map(() => jobs.run('describe', input));
    await jobs.endAll();
    expect(await Promise.all(all)).toEqual(all.map(() => fail('cancelled')));
    expect(straws.every(({ isKilled }) => isKilled())).toBe(true);
  });
});

it('tells a process nothing of ours but where Windows and temporary files are', () => {
  const environment = jobEnvironment({ SystemRoot: 'C:\\Windows', NODE_OPTIONS: '--inspect', DESK_SECRET: 'x' });
  expect(environment).toMatchObject({ SystemRoot: 'C:\\Windows', UV_THREADPOOL_SIZE: '2' });
  expect(environment).not.toHaveProperty('NODE_OPTIONS');
  expect(environment).not.toHaveProperty('DESK_SECRET');
});

describe('a real process', () => {
  const jobs = realJobs(silentLog);
  afterEach(() => jobs.endAll());

  it('answers, is ended at its time limit, and the next one answers', async () => {
    const text = { bytes: Buffer.from('姓名,出生年月') };
    expect(await jobs.run('describe', text)).toMatchObject({ error: { code: 'unknown-format' } });
    // no process starts in a millisecond
    await jobs.endAll();
    expect(await jobs.run('describe', text, { timeoutMs: 1 })).toMatchObject({ error: { code: 'timed-out' } });
    expect(await jobs.run('describe', text)).toMatchObject({ error: { code: 'unknown-format' } });
  });
});
