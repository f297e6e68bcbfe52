/** Programs of this machine that a bench compares with. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export type Found = Readonly<{ command: string | null; /** why it is not there */ reason: string }>;

/** Where that is allowed (root and apt); '' or why it is not there afterwards. */
export function installFromDebian(name: string): string {
  const isAllowed = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!isAllowed) return `${name} is not installed`;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
    if (status !== 0) return `apt-get ${args[0]} failed`;
  }
  return '';
}

/** ms of the processor that the command took, user and system; bash counts them. Null where it failed. */
export function processorTime(command: string, args: readonly string[]): number | null {
  // one thread: several would cost it more in all
  const env = { ...process.env, MAGICK_THREAD_LIMIT: '1', LC_ALL: 'C' };
  const script = '"$0" "$@" && times';
  const { status, stdout } = spawnSync('bash', ['-c', script, command, ...args], { env, encoding: 'utf8' });
  const children = stdout?.trim().split('\n').at(-1) ?? '';
  if (status !== 0) return null;
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, m, s]) => sum + Number(m) * 60e3 + Number(s) * 1e3,
    0,
  );
}
