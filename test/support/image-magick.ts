/** ImageMagick of this machine: what a person without this program would shrink scans with. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export type Found = Readonly<{ command: string | null; /** why it is not there */ reason: string }>;

/** Installed from Debian where that is allowed (root and apt). */
export function findOrInstallImageMagick(): Found {
  const found = find();
  if (found) return { command: found, reason: '' };
  const isAllowed = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!isAllowed) return { command: null, reason: 'ImageMagick is not installed' };
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'imagemagick']]) {
    const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
    if (status !== 0) return { command: null, reason: `apt-get ${args[0]} failed` };
  }
  return { command: find(), reason: 'apt-get installed no ImageMagick that could be found' };
}

function find(): string | null {
  const commands = process.platform === 'win32' ? ['magick'] : ['magick', 'convert'];
  return commands.find((command) => /Version: ImageMagick/.test(output(command, ['-version']))) ?? null;
}

function output(command: string, args: readonly string[]): string {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';
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
