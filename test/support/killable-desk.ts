/** The built desk as a process of its own, to be killed at any moment and started again on its profile. */
import path from 'node:path';
import { connectDesk, expectOk, type DeskClient } from './desk-client.ts';
import { startAnnounced, type Announced } from './processes.ts';
import { PASSPHRASE } from './real-desk.ts';

export type StartedDesk = Readonly<{ child: Announced; api: DeskClient['api'] }>;

export async function startDesk(root: string, profile: string): Promise<StartedDesk> {
  const args = ['--profile', profile, '--port', '0', '--no-browser'];
  const child = await startAnnounced([path.join(root, 'out/main/loopback.js'), ...args], { cwd: root });
  return { child, api: connectDesk(child.url).api };
}

export async function unlock(api: DeskClient['api']): Promise<void> {
  const { people } = expectOk(await api.access.status({}));
  expectOk(await api.access.unlock({ personId: people[0]?.id ?? '', passphrase: PASSPHRASE }));
}

export async function kill(child: Announced): Promise<void> {
  const ended = new Promise((resolve) => child.process.once('exit', resolve));
  child.process.kill('SIGKILL');
  await ended;
}
