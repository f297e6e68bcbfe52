/** Who may talk to the loopback host: pure checks on a request's head, in the order they are made. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { MAX_FILE_BYTES } from '#ports/index.ts';

export type Refusal = Readonly<{ status: number; code: RefusalCode }>;
export type RefusalCode =
  | 'wrong-host'
  | 'foreign-origin'
  | 'not-json'
  | 'not-bytes'
  | 'unauthorized'
  | 'too-large'
  | 'malformed-json'
  | 'not-found'
  | 'method-not-allowed'
  | 'busy'
  | 'bad-request';

/** What a door takes: a body of one kind, up to a size. */
export type BodyRule = Readonly<{ type: RegExp; wrongType: RefusalCode; maxBytes: number }>;
export const CALL_BODY: BodyRule = {
  type: /^application\/json(?:\s*;\s*charset=utf-8)?$/i,
  wrongType: 'not-json',
  maxBytes: 1_000_000,
};
export const FILE_BODY: BodyRule = {
  type: /^application\/octet-stream$/i,
  wrongType: 'not-bytes',
  maxBytes: MAX_FILE_BYTES,
};

/**
 * Exact, never by prefix: a page of another name that resolves to 127.0.0.1 (DNS rebinding) sends
 * its own Host. A cross-site request that hides its Origin still shows itself in Sec-Fetch-Site;
 * `none` is an address the person opened.
 */
export function checkVisitor(headers: IncomingHttpHeaders, port: number): Refusal | null {
  if (headers.host !== `127.0.0.1:${port}`) return { status: 421, code: 'wrong-host' };
  if (headers.origin !== undefined && headers.origin !== `http://127.0.0.1:${port}`) return FOREIGN;
  return null;
}

/** For what acts or tells: a browser that follows a foreign page's wish is turned away, then the token decides. */
export function checkCaller(headers: IncomingHttpHeaders, token: string): Refusal | null {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return FOREIGN;
  const sent = /^Bearer ([A-Za-z0-9_-]{1,100})$/.exec(headers.authorization ?? '')?.[1] ?? '';
  return isSame(sent, token) ? null : { status: 401, code: 'unauthorized' };
}

/** A browser sends Origin with every POST; whoever leaves it out is no page of ours. */
export function checkPost(headers: IncomingHttpHeaders, { type, wrongType, maxBytes }: BodyRule): Refusal | null {
  if (headers.origin === undefined) return FOREIGN;
  if (!type.test(headers['content-type'] ?? '')) return { status: 415, code: wrongType };
  if (Number(headers['content-length'] ?? 0) > maxBytes) return TOO_LARGE;
  return null;
}

export const TOO_LARGE: Refusal = { status: 413, code: 'too-large' };
const FOREIGN: Refusal = { status: 403, code: 'foreign-origin' };

function isSame(sent: string, token: string): boolean {
  const left = Buffer.from(sent);
  const right = Buffer.from(token);
  return left.length === right.length && timingSafeEqual(left, right);
}
