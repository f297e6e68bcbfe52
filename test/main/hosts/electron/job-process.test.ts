import { describe, expect, it, vi } from 'vitest';
import type { JobAnswer } from '#ports/jobs.ts';
import { startJobProcess, type UtilityProcessLike } from '../../../../main/hosts/electron/job-process.ts';

type Fork = Parameters<UtilityProcessLike['fork']>;

function slice(pid: number | undefined) {
  const posted: unknown[] = [];
  const forks: Fork[] = [];
  let onMessage: (message: unknown) => void = () => undefined;
  let onExit = (): void => undefined;
  const kill = vi.fn(() => true);
  const utilityProcess: UtilityProcessLike = {
    fork(...call) {
      forks.push(call);
      return {
        pid,
        postMessage: (message) => void posted.push(message),
        on: (_event: 'message', listener: (message: unknown) => void) => void (onMessage = listener),
        once: (_event: 'exit', listener: () => void) => void (onExit = listener),
        kill,
      };
    },
  };
  return {
    utilityProcess,
    posted,
    forks,
    kill,
    answer: (message: unknown) => onMessage(message),
    exit: () => onExit(),
  };
}

describe('a process of jobs under Electron', () => {
  it('is a utility process with nothing of ours in its environment', () => {
    const { utilityProcess, forks } = slice(7);
    startJobProcess(utilityProcess, '/app/out/main/jobs.js', () => undefined);
    const [program, args, options] = forks[0]!;
    expect([program, args]).toEqual(['/app/out/main/jobs.js', []]);
    expect(options).toMatchObject({ stdio: 'ignore', env: { UV_THREADPOOL_SIZE: '2' } });
    expect(options.env).not.toHaveProperty('HOME');
    expect(options.execArgv.join(' ')).toContain('--max-old-space-size');
  });

  it('is sent the bytes of the file and not the memory they are cut from', () => {
    const { utilityProcess, posted } = slice(7);
    const process = startJobProcess(utilityProcess, 'jobs.js', () => undefined);
    const memory = Buffer.from('key key key FILE key');
    process.post({ id: 1, name: 'describe', input: { bytes: memory.subarray(12, 16) } });
    const { input } = posted[0] as { input: { bytes: Uint8Array } };
    expect(Buffer.from(input.bytes.buffer).toString()).toBe('FILE');
  });

  it('hands over its answers and its end', () => {
    const { utilityProcess, answer, exit } = slice(7);
    const process = startJobProcess(utilityProcess, 'jobs.js', () => undefined);
    const answers: JobAnswer[] = [];
    const onEnd = vi.fn();
    process.onAnswer((one) => void answers.push(one));
    process.onEnd(onEnd);
    answer({ id: 1, rssBytes: 5, outcome: { ok: true, value: null } });
    exit();
    expect(answers).toHaveLength(1);
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it.each([
    [7, [[7]]],
    // it has not started yet, or is gone
    [undefined, []],
  ])('is killed at once by its number: %s', (pid, killed) => {
    const { utilityProcess, kill } = slice(pid);
    const killProcess = vi.fn();
    startJobProcess(utilityProcess, 'jobs.js', killProcess).kill();
    expect(kill).toHaveBeenCalledOnce();
    expect(killProcess.mock.calls).toEqual(killed);
  });
});
