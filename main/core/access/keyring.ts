/**
 * `keyring.json`: who can open the archive. Holds the master key only wrapped, and names only sealed.
 * Kept twice, because without it everything else is lost.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { replaceFile } from '#archive/files.ts';

const CostSchema = z.strictObject({ N: z.int(), r: z.int(), p: z.int() });
const SlotSchema = z.strictObject({
  id: z.string(),
  /** name and role, sealed with this computer's secret: shown before anyone has unlocked */
  label: z.string(),
  /** the same, sealed with the master key: read when this computer's secret is lost */
  recoverableLabel: z.string(),
  salt: z.string(),
  cost: CostSchema,
  wrappedKey: z.string(),
});
const KeyringSchema = z.strictObject({
  version: z.literal(1),
  /** grows with every change; the higher of two readable files counts */
  revision: z.int(),
  /** false from the first moment of a set-up until it is done: such an archive was never used */
  isComplete: z.boolean(),
  /** this computer's secret, as the keychain protects it */
  deviceSecret: z.string(),
  people: z.array(SlotSchema),
  recovery: z.strictObject({ salt: z.string(), wrappedKey: z.string() }),
});

export type Keyring = Readonly<z.infer<typeof KeyringSchema>>;
export type Slot = Readonly<z.infer<typeof SlotSchema>>;

/** The newest of the two files that can be read. */
export function readKeyring(profile: string): Keyring | 'missing' | 'damaged' {
  const files = keyringFiles(profile).filter((file) => existsSync(file));
  if (files.length === 0) return 'missing';
  const readable = files.map(readOne).filter((keyring) => keyring !== null);
  return readable.toSorted((a, b) => b.revision - a.revision)[0] ?? 'damaged';
}

/** Returns when both files are on disk. A break between the two leaves the new one readable. */
export function writeKeyring(profile: string, keyring: Keyring): Keyring {
  const next = { ...keyring, revision: keyring.revision + 1 };
  const bytes = Buffer.from(JSON.stringify({ keyring: next, check: checkOf(next) }, null, 1), 'utf8');
  for (const file of keyringFiles(profile)) replaceFile(file, bytes);
  return next;
}

/** Writes both files anew when one of them is missing, damaged or older: an old one would still take an old passphrase. */
export function repairKeyring(profile: string): void {
  const keyring = readKeyring(profile);
  if (typeof keyring === 'string') return;
  const isWhole = keyringFiles(profile).every(
    (file) => existsSync(file) && readOne(file)?.revision === keyring.revision,
  );
  if (!isWhole) writeKeyring(profile, keyring);
}

export function removeKeyring(profile: string): void {
  for (const file of keyringFiles(profile)) rmSync(file, { force: true });
}

function keyringFiles(profile: string): readonly string[] {
  return [path.join(profile, 'keyring.json'), path.join(profile, 'keyring-copy.json')];
}

function readOne(file: string): Keyring | null {
  try {
    const { keyring, check } = JSON.parse(readFileSync(file, 'utf8')) as { keyring: unknown; check: unknown };
    return check === checkOf(keyring) ? KeyringSchema.parse(keyring) : null;
  } catch {
    return null;
  }
}

/** Against rot, not against tampering: whatever matters in it is sealed. */
function checkOf(keyring: unknown): string {
  return createHash('sha256').update(JSON.stringify(keyring)).digest('hex');
}
