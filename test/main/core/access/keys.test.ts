import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_COST,
  isPassphraseLongEnough,
  passphraseKey,
  recoveryKey,
  unwrapKey,
  workingKeys,
  wrapKey,
} from '#core/access/keys.ts';

const CHEAP = { N: 2 ** 12, r: 8, p: 1 };
const salt = Buffer.alloc(16, 1);
const pepper = Buffer.alloc(32, 2);

describe('keys', () => {
  it('differ for every purpose and are wiped together', () => {
    const keys = workingKeys(randomBytes(32));
    const all = [...Object.values(keys.archive), ...Object.values(keys.vault)];
    expect(new Set(all.map((key) => Buffer.from(key).toString('hex'))).size).toBe(6);
    keys.wipe();
    expect(all.every((key) => key.every((byte) => byte === 0))).toBe(true);
  });

  it('come out the same every time, so that an archive of today opens tomorrow', () => {
    const keys = workingKeys(Buffer.alloc(32, 7));
    expect(Buffer.from(keys.archive.db).toString('hex')).toMatchInlineSnapshot(
      `"54f40ea3fafc1126b88ec7b1d901905bb1c08ea4daddd59aa80456376c446163"`,
    );
    expect(Buffer.from(keys.vault.name).toString('hex')).toMatchInlineSnapshot(
      `"b804aa7e6e6613b9073ca4e3fbbda256ee3a4ffe45a5264bda3e4c9d77b1469d"`,
    );
    expect(recoveryKey(Buffer.alloc(16, 7), salt).toString('hex')).toMatchInlineSnapshot(
      `"977a496878056b6a7bd7950a878eb919b25da032866dc2de10574e138f0ea314"`,
    );
  });

  it('of a passphrase depend on passphrase, salt, cost and pepper', async () => {
    const made = await Promise.all([
      passphraseKey('12345678', salt, CHEAP, pepper),
      passphraseKey('12345679', salt, CHEAP, pepper),
      passphraseKey('12345678', Buffer.alloc(16, 9), CHEAP, pepper),
      passphraseKey('12345678', salt, { ...CHEAP, N: 2 ** 13 }, pepper),
      passphraseKey('12345678', salt, CHEAP, Buffer.alloc(32, 9)),
    ]);
    expect(new Set(made.map((key) => key.toString('hex'))).size).toBe(5);
  });

  it('can be made at the cost that people get', async () => {
    expect(await passphraseKey('12345678', salt, DEFAULT_COST, pepper)).toHaveLength(32);
  });

  it('unwrap only with the right key and for the right slot', () => {
    const [right, wrong, master] = [randomBytes(32), randomBytes(32), randomBytes(32)];
    const wrapped = wrapKey(right, master, 'a');
    expect(unwrapKey(right, wrapped, 'a')?.equals(master)).toBe(true);
    expect(unwrapKey(wrong, wrapped, 'a')).toBeNull();
    expect(unwrapKey(right, wrapped, 'b')).toBeNull();
    expect(unwrapKey(right, wrapped.slice(0, 8), 'a')).toBeNull();
  });
});

describe('a passphrase', () => {
  it.each([
    ['1234567', false],
    ['12345678', true],
    ['昆明市职称审核', false],
    ['昆明市职称审核台', true],
    ['😀😀😀😀😀😀😀', false],
    ['😀😀😀😀😀😀😀😀', true],
    ['e\u0301'.repeat(7), false],
    ['e\u0301'.repeat(8), true],
  ])('%s is long enough: %s', (passphrase, isEnough) => {
    expect(isPassphraseLongEnough(passphrase)).toBe(isEnough);
  });

  it('gives one key however its letters are composed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), async (text) => {
        const [a, b] = await Promise.all([
          passphraseKey(text.normalize('NFC'), salt, { N: 16, r: 1, p: 1 }, pepper),
          passphraseKey(text.normalize('NFD'), salt, { N: 16, r: 1, p: 1 }, pepper),
        ]);
        return a.equals(b);
      }),
    );
  });
});
