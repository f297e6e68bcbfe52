/** AES-256-GCM in one piece: nonce (12) ‖ ciphertext ‖ tag (16). */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_SIZE = 12;
export const TAG_SIZE = 16;
/** bytes that sealing adds */
export const SEAL_SIZE = NONCE_SIZE + TAG_SIZE;

/** `key` is 32 bytes; `context` is not stored but must be the same to open. */
export function seal(key: Uint8Array, plain: Uint8Array, context: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_SIZE);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(context);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** null when key, context or bytes are not the ones it was sealed with. */
export function unseal(key: Uint8Array, sealed: Uint8Array, context: Uint8Array): Buffer | null {
  if (sealed.length < SEAL_SIZE) return null;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_SIZE), { authTagLength: TAG_SIZE });
  decipher.setAAD(context);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_SIZE));
  const head = decipher.update(sealed.subarray(NONCE_SIZE, sealed.length - TAG_SIZE));
  try {
    return Buffer.concat([head, decipher.final()]);
  } catch {
    return null;
  }
}
