/** Starts the desk for a browser on this computer and says where, in one line of JSON. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDesk } from '#core/desk.ts';
import type { Ports } from '#ports/index.ts';
import { findAppRoot } from '../adapters/app-root.ts';
import { errorCode } from '../adapters/error-code.ts';
import { createFileLog } from '../adapters/file-log.ts';
import { forkJobProcess } from '../adapters/forked-job-process.ts';
import { createJobProcesses } from '../adapters/job-processes.ts';
import { jobProgram } from '../adapters/job-program.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { readArgs, type LoopbackArgs } from './args.ts';
import { createFileKeychain } from '../adapters/file-keychain.ts';
import { createHeldFiles, type HeldFiles } from './held-files.ts';
import { openBrowser } from './open-browser.ts';
import { startLoopbackServer, type LoopbackServer } from './server.ts';

const TOKEN_BYTES = 32;

async function main(): Promise<void> {
  const args = readArgs(process.argv.slice(2), Date.now());
  const ports = createPorts(args);
  const desk = await openDesk(ports);
  const server = await startAt(args.port, (port) =>
    startLoopbackServer({
      desk,
      files: ports.files,
      port,
      token: randomBytes(TOKEN_BYTES).toString('base64url'),
      onBug: (error) => ports.log.error('loopback.bug', error),
    }),
  );

  let isClosing = false;
  async function close(): Promise<void> {
    if (isClosing) return;
    isClosing = true;
    await server.close();
    await desk.close();
    process.exit(0);
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void close());

  process.stdout.write(`${JSON.stringify({ ready: true, url: server.url })}\n`);
  if (args.opensBrowser) openBrowser(server.url, ports.paths.profile);
}

/** Another port is another origin to the browser: what the screen kept for itself stays behind. */
async function startAt(port: number, start: (port: number) => Promise<LoopbackServer>): Promise<LoopbackServer> {
  try {
    return await start(port);
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE') throw error;
    const server = await start(0);
    process.stderr.write(
      `Port ${port} is taken; using ${server.port}. Views saved in the browser will not show there.\n`,
    );
    return server;
  }
}

function createPorts(args: LoopbackArgs): Ports & Readonly<{ files: HeldFiles }> {
  const root = findAppRoot(import.meta.dirname);
  const profile = resolve(args.profile ?? join(homedir(), '.title-review-desk'));
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const clock = createSystemClock(args.clockShiftMs);
  const log = createFileLog(profile, clock);
  return {
    clock,
    paths: { profile, resources: join(root, 'resources'), renderer: join(root, 'out', 'renderer') },
    net: { fetch: (url, init) => fetch(url, init) },
    keychain: createFileKeychain(profile),
    files: createHeldFiles(),
    jobs: createJobProcesses({ start: () => forkJobProcess(jobProgram(root)), log }),
    log,
  };
}

await main();
