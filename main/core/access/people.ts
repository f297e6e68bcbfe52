/** Slots of the keyring: making them, opening them, and the names on them. */
import { randomBytes } from 'node:crypto';
import { PersonSchema } from '#contract/access.contract.ts';
import type { Person } from '../office.ts';
import { derive, passphraseKey, sealText, unsealText, unwrapKey, wrapKey, type ScryptCost } from './keys.ts';
import type { Slot } from './keyring.ts';

const SALT_SIZE = 16;
const NO_SALT = Buffer.alloc(0);

type SlotParts = Readonly<{
  person: Person;
  passphrase: string;
  masterKey: Uint8Array;
  deviceSecret: Uint8Array;
  cost: ScryptCost;
}>;

export async function makeSlot({ person, passphrase, masterKey, deviceSecret, cost }: SlotParts): Promise<Slot> {
  const salt = randomBytes(SALT_SIZE);
  const key = await passphraseKey(passphrase, salt, cost, pepperOf(deviceSecret));
  const wrappedKey = wrapKey(key, masterKey, person.id);
  key.fill(0);
  return {
    id: person.id,
    label: sealLabel(person, deviceSecret),
    recoverableLabel: sealText(recoverableLabelKey(masterKey), person, person.id),
    salt: salt.toString('base64'),
    cost,
    wrappedKey,
  };
}

/** The master key; null when the passphrase is wrong. */
export async function openSlot(slot: Slot, passphrase: string, deviceSecret: Uint8Array): Promise<Buffer | null> {
  const key = await passphraseKey(passphrase, Buffer.from(slot.salt, 'base64'), slot.cost, pepperOf(deviceSecret));
  const masterKey = unwrapKey(key, slot.wrappedKey, slot.id);
  key.fill(0);
  return masterKey;
}

/** null when the label was sealed on another computer. */
export function readLabel(slot: Slot, deviceSecret: Uint8Array): Person | null {
  return toPerson(unsealText(labelKey(deviceSecret), slot.label, slot.id));
}

export function readRecoverableLabel(slot: Slot, masterKey: Uint8Array): Person | null {
  return toPerson(unsealText(recoverableLabelKey(masterKey), slot.recoverableLabel, slot.id));
}

/** The same slot with a name that a new device secret can read. */
export function relabel(slot: Slot, masterKey: Uint8Array, deviceSecret: Uint8Array): Slot {
  const person = readRecoverableLabel(slot, masterKey);
  return person ? { ...slot, label: sealLabel(person, deviceSecret) } : slot;
}

function sealLabel(person: Person, deviceSecret: Uint8Array): string {
  return sealText(labelKey(deviceSecret), person, person.id);
}

function toPerson(value: unknown): Person | null {
  return value === null ? null : PersonSchema.parse(value);
}

function pepperOf(deviceSecret: Uint8Array): Buffer {
  return derive(deviceSecret, NO_SALT, 'pepper');
}

function labelKey(deviceSecret: Uint8Array): Buffer {
  return derive(deviceSecret, NO_SALT, 'label');
}

function recoverableLabelKey(masterKey: Uint8Array): Buffer {
  return derive(masterKey, NO_SALT, 'label');
}
