/** Child processes that announce themselves by one JSON line on stdout, as the city and the desk do. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

const living = new Set<ChildProcess>();

export type Announced = Readonly<{ url: string; process: ChildProcess; stop(): Promise<void> }>;

/** Starts `node <args>`; rejects when it ends, or says nothing within `timeoutMs`, before it is ready. */
export async function startAnnounced(
  args: readonly string[],
  { timeoutMs = 120_000, cwd, env }: Readonly<{ timeoutMs?: number; cwd: string; env?: NodeJS.ProcessEnv }>,
): Promise<Announced> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  living.add(child);
  child.once('exit', () => living.delete(child));
  const url = await firstUrl(child, args[0] ?? '', timeoutMs).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return { url, process: child, stop: () => stopProcess(child) };
}

function firstUrl(child: ChildProcess, name: string, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} was not ready in ${timeoutMs} ms`)), timeoutMs);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`${name} ended with ${code} before it was ready`));
    });
    if (!child.stdout) throw new Error('stdout is not piped');
    createInterface(child.stdout).on('line', (line) => {
      const announced = readyUrl(line);
      if (announced === null) return;
      clearTimeout(timer);
      resolve(announced);
    });
  });
}

function readyUrl(line: string): string | null {
  if (!line.startsWith('{')) return null;
  const { ready, url } = JSON.parse(line) as { ready?: unknown; url?: unknown };
  return ready === true && typeof url === 'string' ? url : null;
}

/** Everything started from here, also what was not ready yet. */
export async function stopAllProcesses(): Promise<void> {
  await Promise.all([...living].map(stopProcess));
}

/** SIGTERM, then SIGKILL after 10 s. */
async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}
