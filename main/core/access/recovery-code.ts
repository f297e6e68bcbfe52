/** The sealed recovery code: 128 random bits as text that a person can copy from paper without doubt. */
import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_SIZE = 16;
/** 128 bits fill 26 letters (130 bits); the last two letters check them */
const SECRET_LETTERS = 26;
const CHECK_LETTERS = 2;
const GROUP = 4;

/** 16 bytes → seven groups of four letters, parted by hyphens */
export function formatRecoveryCode(secret: Uint8Array): string {
  if (secret.length !== SECRET_SIZE) throw new RangeError('a recovery secret has 16 bytes');
  const letters = encode(secret, SECRET_LETTERS) + checkLetters(secret);
  return letters.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? letters;
}

/** Back to the 16 bytes, whatever the case, spacing or width of what was typed; null when it cannot be a code. */
export function parseRecoveryCode(typed: string): Buffer | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');
  if (letters.length !== SECRET_LETTERS + CHECK_LETTERS) return null;
  const secret = decode(letters.slice(0, SECRET_LETTERS));
  return secret && letters.endsWith(checkLetters(secret)) ? secret : null;
}

function checkLetters(secret: Uint8Array): string {
  return encode(createHash('sha256').update(secret).digest(), CHECK_LETTERS);
}

/** The first `count` × 5 bits, padded with zeros. */
function encode(bytes: Uint8Array, count: number): string {
  const bits = [...bytes]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .padEnd(count * 5, '0');
  return Array.from({ length: count }, (_, at) => LETTERS[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)]).join('');
}

function decode(letters: string): Buffer | null {
  const values = [...letters].map((letter) => LETTERS.indexOf(letter));
  if (values.includes(-1)) return null;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  const spare = bits.slice(SECRET_SIZE * 8);
  if (spare.includes('1')) return null;
  return Buffer.from(
    Array.from({ length: SECRET_SIZE }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2)),
  );
}
