/** ImageMagick of this machine: what a person without this program would shrink scans with. */
import { spawnSync } from 'node:child_process';
import { installFromDebian, type Found } from './peer-programs.ts';

/** Installed from Debian where that is allowed (root and apt). */
export function findOrInstallImageMagick(): Found {
  const found = find();
  if (found) return { command: found, reason: '' };
  const reason = installFromDebian('imagemagick');
  if (reason !== '') return { command: null, reason };
  return { command: find(), reason: 'apt-get installed no ImageMagick that could be found' };
}

function find(): string | null {
  const commands = process.platform === 'win32' ? ['magick'] : ['magick', 'convert'];
  return commands.find((command) => /Version: ImageMagick/.test(output(command, ['-version']))) ?? null;
}

function output(command: string, args: readonly string[]): string {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';
}
