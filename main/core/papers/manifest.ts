/** What lies in an archive copy, signed by this computer's key, whose public half the city knows. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { Application } from '#model/application.ts';
import { signCanonical } from '#protocol/signing.ts';
import type { PapersOffice } from './office.ts';

export type ManifestFile = Readonly<{ path: string; sha256: string; sizeBytes: number }>;

/** JSON; the signature is over RFC 8785 of everything but itself. Never a key that could sign. */
export function manifestOf(
  { unit, ports }: Pick<PapersOffice, 'unit' | 'ports'>,
  application: Application,
  files: readonly ManifestFile[],
): Uint8Array {
  const enrolment = unit.enrolment();
  if (!enrolment) throw new Error('nothing is archived before this computer is enrolled');
  const { id, year, version, applicant, filing, history } = application;
  const manifest = {
    format: 'title-review-desk/archive-copy/1',
    madeAt: ports.clock.now(),
    unit: { name: enrolment.unit.name, creditCode: enrolment.unit.creditCode },
    application: { id, year, version, name: applicant.name, title: filing.title },
    history,
    files,
    deviceId: enrolment.deviceId,
    publicKey: publicOf(enrolment.devicePrivateKey),
  };
  const signed = signCanonical(manifest, enrolment.devicePrivateKey);
  return Buffer.from(`${JSON.stringify(signed, null, 2)}\n`, 'utf8');
}

/** Both DER, base64url: PKCS #8 to SPKI. */
function publicOf(privateKey: string): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' });
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64url');
}
