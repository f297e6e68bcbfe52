import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect } from '#archive/connect.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'desk-connect-'));
  file = path.join(dir, 'golden.db');
  copyFileSync(path.join(import.meta.dirname, 'golden/sqlcipher-4.db'), file);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('a file of an earlier desk still opens: cipher and raw key mean what they meant', () => {
  const connection = connect(file, Buffer.alloc(32, 0x5a), 'existing');
  if (typeof connection === 'string') throw new Error(connection);
  expect(connection.prepare('SELECT text FROM word').get()).toEqual({ text: '职称审核台' });
  connection.close();
});

it('a key that differs in its last bit does not open it, and does not change it', () => {
  const key = Buffer.alloc(32, 0x5a);
  key.writeUInt8(0x5b, 31);
  const before = readFileSync(file);
  expect(connect(file, key, 'existing')).toBe('unreadable');
  expect(readFileSync(file).equals(before)).toBe(true);
});

it('a new file is encrypted from its first byte on', () => {
  const made = path.join(dir, 'new.db');
  const connection = connect(made, Buffer.alloc(32, 1), 'create');
  if (typeof connection === 'string') throw new Error(connection);
  expect(readFileSync(made).length).toBeGreaterThan(0);
  expect(readFileSync(made).includes('SQLite format')).toBe(false);
  connection.close();
});
