/**
 * `anchor.bin`: what the archive must at least contain, kept outside it. Without it an older copy of the
 * database, or an empty one, would look perfectly sound.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createSlots, readSlots, writeSlot } from './slots.ts';

export type AnchorState = Readonly<{
  installationId: string;
  /** the audit chain's newest entry; 0 and '' while it is empty */
  auditSeq: number;
  auditHead: string;
  /** the newest journal entry that the database holds */
  journalSeq: number;
  schemaVersion: number;
}>;

export type Anchor = Readonly<{
  state(): AnchorState;
  /** Returns when the state is on disk. */
  write(state: AnchorState): void;
}>;

const MAC_SIZE = 32;

/** Makes a fresh anchor; `key` is 32 bytes. */
export function createAnchor(file: string, key: Uint8Array, state: AnchorState): Anchor {
  createSlots(file, seal(key, state));
  return anchorAt(file, key, 1n, state);
}

/** 'damaged' also when it was made with another key. */
export function openAnchor(file: string, key: Uint8Array): Anchor | 'missing' | 'damaged' {
  const slot = readSlots(file);
  if (typeof slot === 'string') return slot;
  const state = unseal(key, slot.payload);
  return state ? anchorAt(file, key, slot.revision, state) : 'damaged';
}

function anchorAt(file: string, key: Uint8Array, startRevision: bigint, startState: AnchorState): Anchor {
  let revision = startRevision;
  let current = startState;
  return {
    state: () => current,
    write(state) {
      revision += 1n;
      writeSlot(file, revision, seal(key, state));
      current = state;
    },
  };
}

function seal(key: Uint8Array, state: AnchorState): Buffer {
  const body = Buffer.from(JSON.stringify(state), 'utf8');
  return Buffer.concat([mac(key, body), body]);
}

function unseal(key: Uint8Array, payload: Buffer): AnchorState | null {
  if (payload.length <= MAC_SIZE) return null;
  const body = payload.subarray(MAC_SIZE);
  if (!timingSafeEqual(mac(key, body), payload.subarray(0, MAC_SIZE))) return null;
  return JSON.parse(body.toString('utf8')) as AnchorState;
}

function mac(key: Uint8Array, body: Uint8Array): Buffer {
  return createHmac('sha256', key).update('anchor 1').update(body).digest();
}
