import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectDesk } from '../../../support/desk-client.ts';

let profile: string;
beforeEach(() => {
  profile = join(mkdtempSync(join(tmpdir(), 'loopback-')), 'profile');
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

type Program = Readonly<{
  lines: string[];
  errors: string[];
  ready: Promise<string>;
  ended: Promise<number | null>;
  signal: (name: NodeJS.Signals) => void;
}>;

function start(...args: readonly string[]): Program {
  const child = spawn(process.execPath, ['main/hosts/loopback/main.ts', '--profile', profile, '--no-browser', ...args]);
  const lines: string[] = [];
  const errors: string[] = [];
  const ready = Promise.withResolvers<string>();
  const ended = Promise.withResolvers<number | null>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    lines.push(text);
    ready.resolve((JSON.parse(text) as { url: string }).url);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  child.on('close', (code) => {
    ended.resolve(code);
    ready.reject(new Error(`ended with ${code}: ${errors.join('')}`));
  });
  ready.promise.catch(() => undefined);
  return { lines, errors, ready: ready.promise, ended: ended.promise, signal: (name) => child.kill(name) };
}

describe('the loopback program', () => {
  it('says in one line where it is, serves there and ends when told to', async () => {
    const program = start('--port', '0');
    const url = await program.ready;
    expect(program.lines).toEqual([`${JSON.stringify({ ready: true, url })}\n`]);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#k=[\w-]{43}$/);
    expect(await connectDesk(url).api.access.status({})).toMatchObject({ ok: true, value: { state: 'first-run' } });
    program.signal('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(program.errors).toEqual([]);
  }, 60_000);

  it('takes another port and says so when its own is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const program = start('--port', String(port));
    expect(new URL(await program.ready).port).not.toBe(String(port));
    expect(program.errors.join('')).toContain(`Port ${port} is taken`);
    program.signal('SIGINT');
    expect(await program.ended).toBe(0);
    other.close();
  }, 60_000);

  it('gives every start a token of its own', async () => {
    const first = start('--port', '0');
    const old = connectDesk(await first.ready);
    first.signal('SIGTERM');
    await first.ended;
    const second = start('--port', new URL(old.origin).port);
    await second.ready;
    expect(await old.api.access.status({})).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
    second.signal('SIGTERM');
    await second.ended;
  }, 60_000);

  it('does not start with arguments it does not know', async () => {
    const program = start('--listen', '0.0.0.0');
    expect(await program.ended).toBe(1);
    expect(existsSync(profile)).toBe(false);
  }, 60_000);
});
