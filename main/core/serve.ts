/** The window's own files, the session's scans and downloads, in Fetch types: the same function under both hosts. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Body } from './downloads/downloads.service.ts';

type Scan = Readonly<{ bytes: Uint8Array; mime: string }>;
type Download = Readonly<{ bytes: Body; mime: string; fileName: string }>;
export type Serve = (request: Request) => Promise<Response>;

type ServeOptions = Readonly<{
  rendererDir: string;
  /** The picture behind a token of this session, or null when there is none (or the archive is locked). */
  scanByToken: (token: string) => Promise<Scan | null>;
  /** The same for what can be saved. */
  downloadByToken: (token: string) => Promise<Download | null>;
}>;

/** 32 random bytes in base64url: 43 characters. */
const TOKEN_PATH = /^\/(scan|download|print)\/([A-Za-z0-9_-]{43})$/;
const NONCE_MARK = '__CSP_NONCE__';
const YEAR_SECONDS = 31_536_000;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};
/** Anything else a scan claims to be goes out as bytes that no browser interprets. */
const SCAN_TYPES = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/**
 * The component library writes <style> elements and style attributes while it runs; elements need
 * the nonce, attributes cannot carry one and cannot load anything under this policy.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    // the PDF that is being printed
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/**
 * Answers GET and HEAD. Files come from a list of names read once, here: a request's path is only
 * ever compared with it, never joined to a directory. Never rejects for a bad request.
 */
export function createServe(options: ServeOptions): Serve {
  const files = listFiles(options.rendererDir);
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return empty(405, { allow: 'GET, HEAD' });
    const { pathname } = new URL(request.url);
    const response =
      (await serveByToken(options, pathname)) ?? (await serveFile(files, pathname === '/' ? '/index.html' : pathname));
    return request.method === 'HEAD' ? new Response(null, response) : response;
  };
}

/** URL path → absolute path of every file below `directory`; empty when the window was never built. */
function listFiles(directory: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of readNames(directory)) {
    files.set(`/${entry.split(sep).map(encodeURIComponent).join('/')}`, join(directory, entry));
  }
  return files;
}

function readNames(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
}

async function serveFile(files: ReadonlyMap<string, string>, pathname: string): Promise<Response> {
  const file = files.get(pathname);
  if (file === undefined) return empty(404);
  const bytes = await readFile(file);
  if (pathname === '/index.html') return index(bytes.toString('utf8'));
  return new Response(bytes, {
    headers: {
      ...ALWAYS,
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      // the build puts a hash of the content into every name below assets/
      'cache-control': pathname.startsWith('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
    },
  });
}

function index(html: string): Response {
  const nonce = randomBytes(16).toString('base64');
  return new Response(html.replaceAll(NONCE_MARK, nonce), {
    headers: {
      ...ALWAYS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
    },
  });
}

/** null: the path is none of a token. */
async function serveByToken(options: ServeOptions, pathname: string): Promise<Response | null> {
  const [, kind, token = ''] = TOKEN_PATH.exec(pathname) ?? [];
  if (kind === 'scan') return serveScan(await options.scanByToken(token));
  if (kind === 'print') return servePrint(await options.downloadByToken(token));
  return kind === 'download' ? serveDownload(await options.downloadByToken(token)) : null;
}

function serveScan(scan: Scan | null): Response {
  if (!scan) return empty(404);
  const mime = SCAN_TYPES.has(scan.mime) ? scan.mime : 'application/octet-stream';
  return strangersFile(scan.bytes, mime, 'inline');
}

function serveDownload(download: Download | null): Response {
  if (!download) return empty(404);
  return strangersFile(download.bytes, download.mime, attachment(download.fileName));
}

/**
 * A paper that was set here, in a frame of the window whose print dialog is wanted. A sandbox or a policy of its own
 * would keep the browser's viewer of PDF from starting.
 */
function servePrint(download: Download | null): Response {
  if (download?.mime !== 'application/pdf') return empty(404);
  return new Response(bodyOf(download.bytes), {
    headers: {
      ...ALWAYS,
      'content-type': download.mime,
      'content-security-policy': "frame-ancestors 'self'",
      'content-disposition': 'inline',
      'cache-control': 'no-store',
    },
  });
}

function bodyOf(body: Body): Uint8Array<ArrayBuffer> | ReadableStream {
  return body instanceof Uint8Array ? new Uint8Array(body) : ReadableStream.from(body);
}

/** Opened on its own it may run and load nothing: a stranger made it, or it holds what a stranger wrote. */
function strangersFile(body: Body, mime: string, disposition: string): Response {
  return new Response(bodyOf(body), {
    headers: {
      ...ALWAYS,
      'content-type': mime,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'content-disposition': disposition,
      'cache-control': 'no-store',
    },
  });
}

/** RFC 6266 and 5987: the name in UTF-8, and in ASCII for whoever does not read that. */
function attachment(fileName: string): string {
  const plain = fileName.replaceAll(/[^\x20-\x7E]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function empty(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers: { ...ALWAYS, 'cache-control': 'no-store', ...headers } });
}
