import { readdirSync, readFileSync, rmSync, statSync, writeFileSync, copyFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { access as accessContract } from '#contract/access.contract.ts';
import { createAccess, type Access } from '#core/access/access.service.ts';
import type { Opened } from '#core/office.ts';
import { fakePorts, type FakePorts } from '../../../support/fake-ports.ts';

const CHEAP = { N: 2 ** 12, r: 8, p: 1 };
const PASS = '春城无处不飞花2026';
const NAME = '和丽娟·金丝雀';

let ports: FakePorts;
let opened: Opened[];
let closings: number;
let access: Access;

/** Another start of the program on the same profile. */
function start(): Access {
  return createAccess({
    ports,
    scryptCost: CHEAP,
    onOpened: async (now) => void opened.push(now),
    onClosing: async () => {
      closings += 1;
    },
  });
}

beforeEach(() => {
  ports = fakePorts();
  opened = [];
  closings = 0;
  access = start();
});
afterEach(async () => {
  await access.lock();
  ports.dispose();
});

async function setUp(passphrase = PASS): Promise<Readonly<{ personId: string; recoveryCode: string }>> {
  const made = await access.setUp({ personName: NAME, role: 'reviewer', passphrase });
  if (!made.ok) throw new Error(made.error.code);
  const personId = (await access.status()).person?.id;
  if (!personId) throw new Error('nobody is in');
  return { personId, recoveryCode: made.value.recoveryCode };
}

async function setUpAndLock(passphrase = PASS): ReturnType<typeof setUp> {
  const made = await setUp(passphrase);
  await access.lock();
  return made;
}

describe('the first run', () => {
  it('makes an archive, leaves it unlocked and shows a recovery code', async () => {
    expect((await access.status()).state).toBe('first-run');
    const { recoveryCode } = await setUp();
    expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await access.status()).toMatchObject({ state: 'unlocked', person: { name: NAME, role: 'reviewer' } });
    expect(access.isUnlocked()).toBe(true);
    expect(opened).toHaveLength(1);
  });

  it('takes no passphrase under 8 characters, however they are encoded', async () => {
    for (const passphrase of ['1234567', '昆明市职称审核', '😀😀😀😀😀😀😀']) {
      expect(await access.setUp({ personName: NAME, role: 'clerk', passphrase })).toMatchObject({
        error: { code: 'passphrase-too-short' },
      });
    }
    expect((await access.status()).state).toBe('first-run');
    expect(readdirSync(ports.paths.profile)).toEqual([]);
  });

  it('happens once', async () => {
    await setUp();
    const again = { personName: '另一人', role: 'head', passphrase: PASS } as const;
    expect(await access.setUp(again)).toMatchObject({ error: { code: 'already-set-up' } });
    await access.lock();
    expect(await access.setUp(again)).toMatchObject({ error: { code: 'already-set-up' } });
  });

  it('is not offered over an archive whose keyring is gone', async () => {
    await setUpAndLock();
    for (const file of ['keyring.json', 'keyring-copy.json']) rmSync(path.join(ports.paths.profile, file));
    expect((await access.status()).state).toBe('damaged');
    expect(await access.setUp({ personName: 'x', role: 'clerk', passphrase: PASS })).toMatchObject({
      error: { code: 'already-set-up' },
    });
  });

  it('starts anew when it was broken off', async () => {
    const broken = createAccess({
      ports,
      scryptCost: CHEAP,
      onOpened: () => Promise.reject(new Error('no desk')),
      onClosing: async () => undefined,
    });
    await expect(broken.setUp({ personName: NAME, role: 'clerk', passphrase: PASS })).rejects.toThrow('no desk');
    expect((await access.status()).state).toBe('first-run');
    await setUp();
    expect(access.isUnlocked()).toBe(true);
  });
});

describe('unlocking', () => {
  it.each([
    ['8 characters', '12345678'],
    ['中文', '昆明市职称审核台'],
    ['256 characters', 'x'.repeat(256)],
    ['spaces at the ends', '  口令 口令  '],
  ])('works with a passphrase of %s and with no other', async (_, passphrase) => {
    const { personId } = await setUpAndLock(passphrase);
    expect(await access.unlock(personId, `${passphrase.slice(0, -1)}?`)).toMatchObject({
      error: { code: 'wrong-passphrase', details: { attemptsLeft: 2 } },
    });
    expect(await access.unlock(personId, passphrase)).toMatchObject({ ok: true, value: { person: { name: NAME } } });
  });

  it.each([
    ['composed and decomposed letters', 'élève-école', 'élève-école'.normalize('NFD')],
    ['half and full width letters', 'kunming2026!', 'ｋｕｎｍｉｎｇ２０２６！'],
  ])('takes %s for the same', async (_, set, typed) => {
    const { personId } = await setUpAndLock(set);
    expect(await access.unlock(personId, typed)).toMatchObject({ ok: true });
  });

  it('opens once when two windows ask at the same time', async () => {
    const { personId } = await setUpAndLock();
    opened = [];
    const both = await Promise.all([access.unlock(personId, PASS), access.unlock(personId, PASS)]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    expect(opened).toHaveLength(1);
  });

  it('knows only people of this archive', async () => {
    await setUpAndLock();
    expect(await access.unlock('00000000-0000-4000-8000-000000000000', PASS)).toMatchObject({
      error: { code: 'unknown-person' },
    });
  });

  it('locks the person after 3 wrong passphrases, even when the program is ended in between', async () => {
    const { personId } = await setUpAndLock();
    expect(await access.unlock(personId, 'wrong-wrong')).toMatchObject({ error: { details: { attemptsLeft: 2 } } });
    access = start();
    expect(await access.unlock(personId, 'wrong-wrong')).toMatchObject({ error: { details: { attemptsLeft: 1 } } });
    access = start();
    expect(await access.unlock(personId, 'wrong-wrong')).toMatchObject({
      error: { code: 'person-locked', details: { attemptsLeft: 0 } },
    });
    access = start();
    expect(await access.unlock(personId, PASS)).toMatchObject({ error: { code: 'person-locked' } });
    expect((await access.status()).people).toMatchObject([{ id: personId, isLocked: true, attemptsLeft: 0 }]);
  });

  it('counts a try before it is made, so that ending the program gives no free guess', async () => {
    const { personId } = await setUpAndLock();
    const guess = access.unlock(personId, 'wrong-wrong');
    let left = 3;
    while (left === 3) {
      await new Promise((resolve) => setImmediate(resolve));
      left = (await start().status()).people[0]?.attemptsLeft ?? 0;
    }
    expect(left).toBe(2);
    await guess;
  });

  it('gives all three tries again after a success', async () => {
    const { personId } = await setUpAndLock();
    await access.unlock(personId, 'wrong-wrong');
    await access.unlock(personId, 'wrong-wrong');
    expect(await access.unlock(personId, PASS)).toMatchObject({ ok: true });
    expect((await access.status()).people[0]?.attemptsLeft).toBe(3);
  });

  it('locks everyone when the counter is damaged, and lets the recovery code clear it', async () => {
    const { personId, recoveryCode } = await setUpAndLock();
    writeFileSync(path.join(ports.paths.profile, 'attempts.bin'), 'garbage');
    expect(await access.unlock(personId, PASS)).toMatchObject({ error: { code: 'person-locked' } });
    expect(await access.recover({ personId, recoveryCode, newPassphrase: PASS })).toMatchObject({ ok: true });
    expect((await access.status()).people[0]?.attemptsLeft).toBe(3);
  });

  it('gives a restored counter more tries but no way in', async () => {
    const { personId } = await setUpAndLock();
    const counter = path.join(ports.paths.profile, 'attempts.bin');
    await access.unlock(personId, 'wrong-wrong');
    copyFileSync(counter, `${counter}.old`);
    await access.unlock(personId, 'wrong-wrong');
    copyFileSync(`${counter}.old`, counter);
    expect(await access.unlock(personId, 'wrong-wrong')).toMatchObject({ error: { details: { attemptsLeft: 1 } } });
    expect(await access.unlock(personId, 'wrong-wrong')).toMatchObject({ error: { code: 'person-locked' } });
  });
});

describe('the recovery code', () => {
  it('opens a locked person and sets a new passphrase', async () => {
    const { personId, recoveryCode } = await setUpAndLock();
    for (const _ of [1, 2, 3]) await access.unlock(personId, 'wrong-wrong');
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ');
    expect(await access.recover({ personId, recoveryCode: typed, newPassphrase: 'new-passphrase' })).toMatchObject({
      ok: true,
      value: { person: { name: NAME } },
    });
    await access.lock();
    expect(await access.unlock(personId, PASS)).toMatchObject({ error: { code: 'wrong-passphrase' } });
    expect(await access.unlock(personId, 'new-passphrase')).toMatchObject({ ok: true });
  });

  it('opens on another account, where no passphrase does, and works from then on', async () => {
    const { personId, recoveryCode } = await setUpAndLock();
    ports.loseKeychain();
    expect((await access.status()).people).toMatchObject([{ id: personId, name: '' }]);
    expect(await access.unlock(personId, PASS)).toMatchObject({
      error: { code: 'archive-damaged', details: { reason: 'other-account' } },
    });
    expect(await access.recover({ personId, recoveryCode, newPassphrase: PASS })).toMatchObject({ ok: true });
    await access.lock();
    expect((await access.status()).people).toMatchObject([{ id: personId, name: NAME, attemptsLeft: 3 }]);
    expect(await access.unlock(personId, PASS)).toMatchObject({ ok: true });
  });

  it.each(['', '0000-0000-0000-0000-0000-0000-0000', 'AAAA', '不是恢复码'])('refuses %j', async (recoveryCode) => {
    const { personId } = await setUpAndLock();
    expect(await access.recover({ personId, recoveryCode, newPassphrase: PASS })).toMatchObject({
      error: { code: 'wrong-recovery-code' },
    });
    expect(await access.unlock(personId, PASS)).toMatchObject({ ok: true });
  });

  it('is renewed for the passphrase: the new one opens, the old one no longer does', async () => {
    const { personId, recoveryCode } = await setUp();
    const renewed = await access.renewRecoveryCode(PASS);
    if (!renewed.ok) throw new Error(renewed.error.code);
    await access.lock();
    const old = await access.recover({ personId, recoveryCode, newPassphrase: PASS });
    expect(old).toMatchObject({ error: { code: 'wrong-recovery-code' } });
    const fresh = { personId, recoveryCode: renewed.value.recoveryCode, newPassphrase: PASS };
    expect(await access.recover(fresh)).toMatchObject({ ok: true });
  });

  it('is not renewed for a wrong passphrase, whose tries count as at the door', async () => {
    const { personId, recoveryCode } = await setUp();
    expect(await access.renewRecoveryCode('wrong-wrong')).toMatchObject({
      error: { code: 'wrong-passphrase', details: { attemptsLeft: 2 } },
    });
    await access.lock();
    expect(await access.recover({ personId, recoveryCode, newPassphrase: PASS })).toMatchObject({ ok: true });
  });

  it('of another archive does not open this one', async () => {
    const { personId } = await setUpAndLock();
    const others = fakePorts();
    const other = createAccess({
      ports: others,
      scryptCost: CHEAP,
      onOpened: async () => undefined,
      onClosing: async () => undefined,
    });
    const made = await other.setUp({ personName: 'x', role: 'clerk', passphrase: PASS });
    const recoveryCode = made.ok ? made.value.recoveryCode : '';
    await other.lock();
    others.dispose();
    expect(await access.recover({ personId, recoveryCode, newPassphrase: PASS })).toMatchObject({
      error: { code: 'wrong-recovery-code' },
    });
  });
});

describe('locking', () => {
  it('closes archive and vault and tells the desk once', async () => {
    await setUp();
    await Promise.all([access.lock(), access.lock()]);
    expect(closings).toBe(1);
    expect(access.isUnlocked()).toBe(false);
    expect(() => opened[0]?.archive.db.exec('SELECT 1')).toThrow();
    await expect(opened[0]?.vault.has('0'.repeat(64))).rejects.toThrow('closed');
  });

  it('happens even when the desk cannot let go cleanly', async () => {
    access = createAccess({
      ports,
      scryptCost: CHEAP,
      onOpened: async (now) => void opened.push(now),
      onClosing: () => Promise.reject(new Error('stuck')),
    });
    await setUp();
    await access.lock();
    expect(access.isUnlocked()).toBe(false);
    expect(() => opened[0]?.archive.db.exec('SELECT 1')).toThrow();
    expect(ports.logLines).toContainEqual(expect.objectContaining({ level: 'error', event: 'access.closing' }));
  });

  it('keeps for the locked screen what the last session remembered', async () => {
    await setUp();
    await access.rememberSummary({ unitName: '昆明市某中学', year: 2026, undelivered: 3, idleLockMinutes: 15 });
    ports.advance(60_000);
    await access.lock();
    access = start();
    const seen = await access.status();
    expect(seen).toMatchObject({
      state: 'locked',
      unitName: '昆明市某中学',
      year: 2026,
      undelivered: 3,
      idleLockMinutes: 15,
    });
    expect(seen.lastUsedAt).toBe(ports.clock.now());
    expect(accessContract.status.output.parse(seen)).toEqual(seen);
  });

  it('lets the desk remember its summary while it is opening and closing', async () => {
    const summary = { unitName: '昆明市某中学', year: 2026, undelivered: 1, idleLockMinutes: 10 };
    access = createAccess({
      ports,
      scryptCost: CHEAP,
      onOpened: () => access.rememberSummary(summary),
      onClosing: () => access.rememberSummary({ ...summary, undelivered: 2 }),
    });
    await setUpAndLock();
    expect(await access.status()).toMatchObject({ state: 'locked', unitName: '昆明市某中学', undelivered: 2 });
  });

  it('leaves nothing readable in the profile', async () => {
    const { recoveryCode } = await setUp();
    await access.rememberSummary({ unitName: '金丝雀中学', year: 2026, undelivered: 0, idleLockMinutes: 10 });
    opened[0]?.archive.db.prepare('INSERT INTO setting VALUES (:k, :v)').run({ k: '金丝雀', v: '金丝雀' });
    expect(filesWith('金丝雀', PASS, recoveryCode)).toEqual([]);
    await access.lock();
    expect(filesWith('金丝雀', PASS, recoveryCode)).toEqual([]);
  });
});

describe('a damaged profile', () => {
  it('without its database is missing, and no new one is made', async () => {
    const { personId } = await setUpAndLock();
    rmSync(path.join(ports.paths.profile, 'archive', 'desk.db'));
    expect(await access.unlock(personId, PASS)).toMatchObject({ error: { code: 'archive-missing' } });
    expect((await access.status()).state).toBe('damaged');
    expect(readdirSync(path.join(ports.paths.profile, 'archive')).toSorted()).toEqual(['anchor.bin', 'decisions.jnl']);
  });

  it('with an empty database says so and opens again once the file is back', async () => {
    const { personId } = await setUpAndLock();
    const file = path.join(ports.paths.profile, 'archive', 'desk.db');
    const whole = readFileSync(file);
    writeFileSync(file, '');
    expect(await access.unlock(personId, PASS)).toMatchObject({
      error: { code: 'archive-damaged', details: { reason: 'database-short' } },
    });
    expect(statSync(file).size).toBe(0);
    writeFileSync(file, whole);
    expect(await access.unlock(personId, PASS)).toMatchObject({ ok: true });
    expect((await access.status()).state).toBe('unlocked');
  });

  it.each(['keyring.json', 'keyring-copy.json'])(
    'opens from the other file when %s is broken, and repairs it',
    async (file) => {
      const { personId } = await setUpAndLock();
      writeFileSync(path.join(ports.paths.profile, file), '{"keyring":');
      expect(await access.unlock(personId, PASS)).toMatchObject({ ok: true });
      expect(() => JSON.parse(readFileSync(path.join(ports.paths.profile, file), 'utf8'))).not.toThrow();
    },
  );

  it('with both keyrings broken is damaged, and stays untouched', async () => {
    const { personId } = await setUpAndLock();
    for (const file of ['keyring.json', 'keyring-copy.json']) writeFileSync(path.join(ports.paths.profile, file), 'x');
    expect(await access.unlock(personId, PASS)).toMatchObject({
      error: { code: 'archive-damaged', details: { reason: 'keyring' } },
    });
    expect((await access.status()).state).toBe('damaged');
  });

  it('that a second desk has open says so, without calling it damaged', async () => {
    const { personId } = await setUp();
    const second = start();
    expect(await second.unlock(personId, PASS)).toMatchObject({
      error: { code: 'archive-damaged', details: { reason: 'in-use' } },
    });
    expect((await second.status()).state).toBe('locked');
    expect(access.isUnlocked()).toBe(true);
  });
});

function filesWith(...texts: string[]): string[] {
  const needles = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  return readdirSync(ports.paths.profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => needles.some((needle) => readFileSync(file).includes(needle)));
}
