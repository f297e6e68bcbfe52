import * as z from 'zod';
import { command, openCommand, openQuery } from './define.ts';
import { Done, Instant, Nothing, Passphrase, ShortText, Uuid } from './common.ts';

export const ROLES = ['clerk', 'reviewer', 'head'] as const;
/** 经办, 审核, 负责人 */
export const RoleSchema = z.enum(ROLES);

export const PersonSchema = z.strictObject({ id: Uuid, name: ShortText, role: RoleSchema });

/** `damaged`: the archive exists but cannot be trusted; nothing is written until a person decides. */
const AccessStatus = z.strictObject({
  state: z.enum(['first-run', 'locked', 'unlocked', 'damaged']),
  unitName: ShortText.nullable(),
  year: z.int().nullable(),
  people: z.array(PersonSchema.extend({ isLocked: z.boolean(), attemptsLeft: z.int().min(0) })).max(50),
  person: PersonSchema.nullable(),
  lastUsedAt: Instant.nullable(),
  /** decisions of this computer that the city has not confirmed; known from the last session */
  undelivered: z.int().min(0),
  idleLockMinutes: z.int(),
});

export const access = {
  status: openQuery({ input: Nothing, output: AccessStatus }),
  /** First run: makes the archive. The recovery code is shown once and kept nowhere. */
  setUp: openCommand({
    input: z.strictObject({ personName: z.string().trim().min(1).max(60), role: RoleSchema, passphrase: Passphrase }),
    output: z.strictObject({ recoveryCode: z.string().max(60) }),
    errors: ['already-set-up', 'passphrase-too-short', 'disk-full'],
  }),
  unlock: openCommand({
    input: z.strictObject({ personId: Uuid, passphrase: Passphrase }),
    output: z.strictObject({ person: PersonSchema }),
    /** wrong-passphrase and person-locked carry {attemptsLeft}; damaged carries {reason} */
    errors: [
      'wrong-passphrase',
      'person-locked',
      'unknown-person',
      'archive-damaged',
      'archive-missing',
      'archive-newer',
    ],
  }),
  /** Opens with the sealed recovery code, unlocks the person and sets a new passphrase. */
  recover: openCommand({
    input: z.strictObject({ personId: Uuid, recoveryCode: z.string().max(80), newPassphrase: Passphrase }),
    output: z.strictObject({ person: PersonSchema }),
    errors: [
      'wrong-recovery-code',
      'passphrase-too-short',
      'unknown-person',
      'archive-damaged',
      'archive-missing',
      'archive-newer',
    ],
  }),
  /** A new sealed code, for the price of the passphrase; the old one opens nothing from then on. */
  renewRecoveryCode: command({
    input: z.strictObject({ passphrase: Passphrase }),
    output: z.strictObject({ recoveryCode: z.string().max(60) }),
    errors: ['wrong-passphrase', 'person-locked', 'archive-damaged', 'disk-full'],
  }),
  lock: command({ input: Nothing, output: Done }),
} as const;
