/** What the line's own signs mean: certificate trouble, waiting times, addresses. */

const MAX_RETRY_AFTER_MS = 3_600_000;

/** Codes of Node's TLS and names of Chromium's, as the two hosts report them. */
const CERTIFICATE_CODES =
  /(^|\W)(CERT_\w+|ERR_CERT_\w+|ERR_TLS_CERT_ALTNAME_INVALID|ERR_SSL_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|HOSTNAME_MISMATCH|INVALID_CA)(\W|$)/;

/** Looks along the chain of causes: `fetch` wraps what happened. */
export function isCertificateError(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    const code = 'code' in current && typeof current.code === 'string' ? current.code : '';
    if (CERTIFICATE_CODES.test(code) || CERTIFICATE_CODES.test(current.message)) return true;
    current = current.cause;
  }
  return false;
}

/**
 * `Retry-After` in ms, at most an hour; null without a usable one. A date is measured against the
 * answer's own `Date`, since this computer's clock may be years off.
 */
export function retryAfterMs(header: string | null, date: string | null, now: number): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Number.NaN;
  const until = Date.parse(header) - (date === null || Number.isNaN(Date.parse(date)) ? now : Date.parse(date));
  const ms = Number.isNaN(seconds) ? until : seconds;
  return Number.isNaN(ms) ? null : Math.min(MAX_RETRY_AFTER_MS, Math.max(0, ms));
}

/** Passwords and personal data travel encrypted, except to this very computer. */
export function isSecureAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost'));
}

/** Without query, fragment and user: `https://host/path`. */
export function plainAddress(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/+$/, '');
}
