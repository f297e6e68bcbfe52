/** Ed25519 over RFC 8785 (JCS), as both ends of the wire compute it. Keys: DER, base64url. */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import canonicalize from 'canonicalize';

export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no JSON form');
  return Buffer.from(text, 'utf8');
}

/** hex SHA-256 of the canonical form */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalBytes(value)).digest('hex');
}

/** `privateKey`: PKCS #8 DER, base64url. Returns the value with `signature` added. */
export function signCanonical<T extends object>(value: T, privateKey: string): T & { signature: string } {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' });
  return { ...value, signature: sign(null, canonicalBytes(value), key).toString('base64url') };
}

/** `publicKey`: SPKI DER, base64url. False for a wrong signature and for a key that is none. */
export function isSignedBy(signed: { signature: string }, publicKey: string): boolean {
  const { signature, ...value } = signed;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
    return verify(null, canonicalBytes(value), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false; // a malformed key or signature is a wrong one
  }
}
