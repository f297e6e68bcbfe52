/** What exists only while the archive is unlocked. Services take what they need of it. */
import type * as z from 'zod';
import type { Archive } from '#archive/archive.ts';
import type { PersonSchema } from '#contract/access.contract.ts';
import type { Ports } from '#ports/index.ts';
import type { Vault } from '#vault/vault.ts';
import type { Publish } from './event-bus.ts';

export type Person = z.infer<typeof PersonSchema>;

/** What unlocking yields. */
export type Opened = Readonly<{ archive: Archive; vault: Vault; person: Person }>;

/** `Opened` with the world around it; lives from unlock to lock. */
export type Office = Opened & Readonly<{ ports: Ports; publish: Publish }>;
