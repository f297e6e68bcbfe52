/** A desk on the real clock and network in this process, for benches and for tests of the whole core. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import { openDesk, type Desk } from '#core/desk.ts';
import type { Log, Ports } from '#ports/index.ts';
import { createSystemClock } from '../../main/hosts/adapters/system-clock.ts';
import { createFileKeychain } from '../../main/hosts/adapters/file-keychain.ts';
import { createHeldFiles } from '../../main/hosts/loopback/held-files.ts';
import { SAMPLE_UNIT } from '../city/seed/sample-unit.ts';
import { expectOk, until } from './desk-client.ts';
import { realJobs } from './job-runner.ts';

export type RealDesk = Readonly<{
  desk: Desk;
  api: Client<AppContract>;
  profile: string;
  dispose(): Promise<void>;
}>;

export const PASSPHRASE = '翠湖的海鸥十一月来';

/** `nowMs` shifts the clock, as the loopback host's --now does. */
export async function openRealDesk(options: Readonly<{ profile?: string; nowMs?: number }> = {}): Promise<RealDesk> {
  const profile = options.profile ?? (await mkdtemp(path.join(tmpdir(), 'desk-')));
  const log: Log = {
    info() {},
    warn() {},
    error: (event, error) => process.stderr.write(`${event} ${String(error)}\n`),
  };
  const ports: Ports = {
    clock: createSystemClock(options.nowMs === undefined ? 0 : options.nowMs - Date.now()),
    paths: { profile, resources: path.resolve('resources'), renderer: path.resolve('out/renderer') },
    net: { fetch: (url, init) => fetch(url, init) },
    keychain: createFileKeychain(profile),
    files: createHeldFiles(),
    jobs: realJobs(log),
    log,
  };
  const desk = await openDesk(ports);
  return {
    desk,
    api: clientOf(desk),
    profile,
    async dispose() {
      await desk.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The typed client straight onto dispatch, without a transport between. */
export function clientOf(desk: Desk): Client<AppContract> {
  const domain = (name: string) =>
    new Proxy(
      {},
      { get: (_, method) => (input: unknown) => desk.dispatch(`${name}.${String(method)}`, input, { client: 'test' }) },
    );
  return new Proxy({}, { get: (_, name) => domain(String(name)) }) as Client<AppContract>;
}

/** First run to the end of the first pull; `withScans` waits for the last scan too. */
export async function enrolSampleUnit(
  api: Client<AppContract>,
  cityUrl: string,
  { withScans = false, timeoutMs = 60_000 }: Readonly<{ withScans?: boolean; timeoutMs?: number }> = {},
): Promise<void> {
  expectOk(await api.access.setUp({ personName: '李敏', role: 'reviewer', passphrase: PASSPHRASE }));
  expectOk(await api.settings.set({ undoHoldMinutes: 0 }));
  const { creditCode, account, password } = SAMPLE_UNIT;
  expectOk(await api.unit.enrol({ cityUrl, creditCode, account, password }));
  await until(
    async () => {
      const status = expectOk(await api.sync.status({}));
      const isPulled = status.lastContactAt !== null && (status.phase === 'idle' || status.phase === 'fetching-scans');
      return isPulled && (!withScans || status.scans.missing === 0) ? status : null;
    },
    'the first pull',
    timeoutMs,
  );
}
