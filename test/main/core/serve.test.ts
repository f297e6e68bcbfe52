import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDownloads, type Downloads } from '#core/downloads/downloads.service.ts';
import { createServe, type Serve } from '#core/serve.ts';

const TOKEN = 'A'.repeat(42) + '_';
const SCAN = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
let directory: string;
let serve: Serve;
let asked: string[];
let downloads: Downloads;

beforeAll(() => {
  downloads = createDownloads();
  directory = mkdtempSync(join(tmpdir(), 'serve-'));
  const renderer = join(directory, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(directory, 'secret.txt'), 'beside the window, not of it');
  writeFileSync(
    join(renderer, 'index.html'),
    '<meta name="csp-nonce" content="__CSP_NONCE__"><script type="module" src="./assets/app-1a2b.js"></script>',
  );
  writeFileSync(join(renderer, 'assets', 'app-1a2b.js'), 'export {};');
  writeFileSync(join(renderer, 'icon.svg'), '<svg/>');
  serve = createServe({
    rendererDir: renderer,
    scanByToken: async (token) => {
      asked.push(token);
      if (token === TOKEN) return { bytes: SCAN, mime: 'image/jpeg' };
      return token === 'H'.repeat(43) ? { bytes: SCAN, mime: 'text/html' } : null;
    },
    downloadByToken: (token) => downloads.open(token),
  });
  asked = [];
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function get(path: string, method = 'GET'): Promise<Response> {
  return serve(new Request(`http://127.0.0.1:1${path}`, { method }));
}

describe('the window’s files', () => {
  it('serves the start page under / with the whole policy', async () => {
    const response = await get('/');
    const html = await response.text();
    const nonce = /content="([A-Za-z0-9+/=]{24})"/.exec(html)?.[1] ?? 'none';
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; " +
        `style-src-elem 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; ` +
        "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    );
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it('gives every page a nonce of its own and leaves no placeholder', async () => {
    const pages = await Promise.all([get('/'), get('/index.html')].map(async (page) => (await page).text()));
    expect(new Set(pages).size).toBe(2);
    for (const page of pages) expect(page).not.toContain('__CSP_NONCE__');
  });

  it('lets hashed files be kept and others be asked for again', async () => {
    const script = await get('/assets/app-1a2b.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const icon = await get('/icon.svg');
    expect(icon.headers.get('content-type')).toBe('image/svg+xml');
    expect(icon.headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%252e%252e/secret.txt',
    '//secret.txt',
    '/assets',
    '/assets/',
    '/assets/app-1a2b.js/',
    '/index.html%00',
    '/constructor',
    '/__proto__',
    '/INDEX.HTML',
    '/etc/passwd',
  ])('does not know %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('answers HEAD without a body and other methods not at all', async () => {
    const head = await get('/index.html', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const response = await get('/', method);
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  });

  it('serves under the program’s own scheme as well', async () => {
    const response = await serve(new Request('app://main/assets/app-1a2b.js'));
    expect(response.status).toBe(200);
  });

  it('knows no file when the window was never built', async () => {
    const unbuilt = createServe({
      rendererDir: join(directory, 'nothing'),
      scanByToken: async () => null,
      downloadByToken: async () => null,
    });
    expect((await unbuilt(new Request('app://main/'))).status).toBe(404);
  });
});

describe('scans', () => {
  it('are given for their token and kept by nobody', async () => {
    const response = await get(`/scan/${TOKEN}`);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(SCAN);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
  });

  it('never go out as something a browser would run', async () => {
    const response = await get(`/scan/${'H'.repeat(43)}`);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  });

  it('are not looked up for what cannot be a token', async () => {
    asked = [];
    for (const token of ['', 'short', `${TOKEN}A`, `${TOKEN}/x`, '../index.html', 'A'.repeat(42) + '%2f']) {
      expect((await get(`/scan/${token}`)).status).toBe(token === '../index.html' ? 200 : 404);
    }
    expect(asked).toEqual([]);
    expect((await get(`/scan/${'B'.repeat(43)}`)).status).toBe(404);
    expect(asked).toEqual(['B'.repeat(43)]);
  });
});

describe('downloads', () => {
  const CSV = Buffer.from('\uFEFF"姓名"\r\n', 'utf8');
  function offer(fileName: string): string {
    return downloads.addressOf({ fileName, mime: 'text/csv; charset=utf-8', bytes: () => CSV });
  }

  it('come to be saved, byte for byte, under their Chinese name, and are kept by nobody', async () => {
    const address = offer('批量通过 2026-09-01.csv');
    expect(address).toMatch(/^\/download\/[\w-]{43}$/);
    const response = await get(address);
    expect(Buffer.from(await response.arrayBuffer()).equals(CSV)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition':
        'attachment; filename="____ 2026-09-01.csv"; ' +
        "filename*=UTF-8''%E6%89%B9%E9%87%8F%E9%80%9A%E8%BF%87%202026-09-01.csv",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
  });

  it.each([
    ['../../x.csv', '.._.._x.csv'],
    ['C:\\x.csv', 'C__x.csv'],
    ['a"b\r\nset-cookie: x.csv', 'a_b__set-cookie_ x.csv'],
    ['a\u202Evsc.exe', 'a_vsc.exe'],
    ["(a)'*.csv", "(a)'_.csv"],
  ])('named %j are saved as %j', async (name, saved) => {
    const disposition = (await get(offer(name))).headers.get('content-disposition') ?? '';
    const encoded = /filename\*=UTF-8''([\w.%!~-]+)$/.exec(disposition)?.[1] ?? 'none';
    expect(decodeURIComponent(encoded)).toBe(saved);
  });

  it('are known by their token only, the newest five thousand', async () => {
    const oldest = offer('a.csv');
    const second = offer('b.csv');
    for (let i = 0; i < 4999; i += 1) offer('c.csv');
    expect((await get(oldest)).status).toBe(404);
    expect((await get(second)).status).toBe(200);
    expect((await get(second.replace('/download/', '/scan/'))).status).toBe(404);
    expect((await get(`/download/${TOKEN}`)).status).toBe(404);
  });

  it('come part by part where they are made part by part, and break off where one is missing', async () => {
    const parts = async function* (isWhole: boolean) {
      yield new TextEncoder().encode('%PDF-');
      if (!isWhole) throw new Error('a picture is gone');
      yield new TextEncoder().encode('1.7');
    };
    const pdf = { fileName: '段.pdf', mime: 'application/pdf' };
    const whole = await get(downloads.addressOf({ ...pdf, bytes: () => parts(true) }));
    expect(await whole.text()).toBe('%PDF-1.7');
    const broken = await get(downloads.addressOf({ ...pdf, bytes: () => parts(false) }));
    await expect(broken.text()).rejects.toThrow();
  });

  it('are shown to be printed only where they are PDF, in our own window', async () => {
    const bytes = () => new TextEncoder().encode('%PDF-1.7');
    const shown = await get(downloads.printOf({ fileName: '段.pdf', mime: 'application/pdf', bytes }));
    expect(shown.headers.get('content-disposition')).toBe('inline');
    expect(shown.headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
    expect((await get(downloads.printOf({ fileName: '段.html', mime: 'text/html', bytes }))).status).toBe(404);
  });
});
