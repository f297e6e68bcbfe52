/** The open archive and vault of one unlocked stretch, and the keys that must not outlive it. */
import path from 'node:path';
import type { Archive } from '#archive/archive.ts';
import type { ArchiveOptions, OpenProblem } from '#archive/open.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Ports } from '#ports/index.ts';
import { openFileVault } from '#vault/file-vault.ts';
import type { Opened, Person } from '../office.ts';
import { workingKeys } from './keys.ts';

export type Session = Readonly<{ opened: Opened; close(): void }>;

export function archiveFolder(profile: string): string {
  return path.join(profile, 'archive');
}

/** Derives the keys and opens; wipes `masterKey` in every case. */
export async function openSession<P extends string>(
  ports: Ports,
  masterKey: Buffer,
  person: Person,
  open: (options: ArchiveOptions) => Result<Archive, P>,
): Promise<Result<Session, P>> {
  const keys = workingKeys(masterKey);
  masterKey.fill(0);
  let archive: Archive | null = null;
  try {
    const result = open({
      dir: archiveFolder(ports.paths.profile),
      keys: keys.archive,
      now: ports.clock.now,
      warn: (code) => ports.log.warn(code),
    });
    if (!result.ok) {
      keys.wipe();
      return result;
    }
    archive = result.value;
    const vault = await openFileVault({ dir: path.join(ports.paths.profile, 'vault'), keys: keys.vault });
    return ok(toSession({ archive, vault, person }, () => vault.close(), keys.wipe));
  } catch (error) {
    archive?.close();
    keys.wipe();
    throw error;
  }
}

export type AccessProblem = 'archive-damaged' | 'archive-missing' | 'archive-newer';

/** In the contract's words. 'in-use' and 'disk-full' are reasons of an archive that is sound but cannot be opened now. */
export function toAccessProblem(
  problem: OpenProblem,
  details?: Readonly<Record<string, unknown>>,
): Result<never, AccessProblem> {
  if (problem === 'missing') return fail('archive-missing');
  if (problem === 'newer') return fail('archive-newer');
  const reason = problem === 'damaged' ? details?.['reason'] : problem;
  return fail('archive-damaged', String(reason), { reason });
}

function toSession(opened: Opened, closeVault: () => void, wipe: () => void): Session {
  return {
    opened,
    close() {
      closeVault();
      try {
        opened.archive.trimJournal();
      } finally {
        try {
          opened.archive.close();
        } finally {
          wipe();
        }
      }
    },
  };
}
