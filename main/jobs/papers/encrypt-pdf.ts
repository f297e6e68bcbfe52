import { fail, ok } from '#model/result.ts';
import { MAX_ENCRYPTED_BYTES, type JobTable } from '#ports/jobs.ts';

/** AES-256 (ISO 32000-2, 7.6.4: revision 6). Whoever has the password may do everything, so nothing else is withheld. */
export const encryptPdf: JobTable['encryptPdf'] = async ({ bytes, password }) => {
  if (bytes.byteLength > MAX_ENCRYPTED_BYTES) return fail('too-many-pages', 'larger than can be encrypted at once');
  // large, and seldom asked for
  const { PDFDocument } = await import('pdf-lib');
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  document.encrypt({
    userPassword: password,
    ownerPassword: password,
    algorithm: 'AES-256',
    permissions: {
      printing: 'highResolution',
      modifying: true,
      copying: true,
      annotating: true,
      fillingForms: true,
      contentAccessibility: true,
      documentAssembly: true,
    },
  });
  return ok({ bytes: await document.save({ useObjectStreams: false, objectsPerTick: Infinity }) });
};
