import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { loadPdf, startPdfium } from '#jobs/imaging/pdfium.ts';
import { encryptPdf } from '#jobs/papers/encrypt-pdf.ts';
import { MAX_ENCRYPTED_BYTES } from '#ports/jobs.ts';
import { paperFile } from '../../../support/paper-pages.ts';
import { sampleImages, setSample } from './sample-paper.ts';

const PASSWORD = '昆明 2026';
const folder = mkdtempSync(path.join(tmpdir(), 'encrypt-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function encrypted(): Promise<Uint8Array> {
  const bytes = paperFile(await setSample(), await sampleImages());
  const result = await encryptPdf({ bytes, password: PASSWORD });
  if (!result.ok) throw new Error(result.error.code);
  return result.value.bytes;
}

describe('a paper with a password', () => {
  it('opens with it and not without', async () => {
    const bytes = await encrypted();
    expect(loadPdf(await startPdfium(), bytes)).toBe('encrypted');
    const opened = await PDFDocument.load(bytes, { password: PASSWORD });
    expect(opened.getPageCount()).toBe(3);
    await expect(PDFDocument.load(bytes, { password: 'another' })).rejects.toThrow();
  });

  it('is encrypted by AES-256, to a second program too', async (context) => {
    const file = path.join(folder, 'paper.pdf');
    writeFileSync(file, await encrypted());
    const { error, status, stdout } = spawnSync('qpdf', [`--password=${PASSWORD}`, '--check', file], {
      encoding: 'utf8',
    });
    context.skip(error !== undefined, 'qpdf is not installed');
    expect(status, stdout).toBe(0);
    expect(stdout).toContain('R = 6');
    expect(stdout).toContain('stream encryption method: AESv3');
    expect(stdout).not.toContain('not allowed');
  });

  it('is refused where it is too large, before anything is copied', async () => {
    const bytes = new Uint8Array(MAX_ENCRYPTED_BYTES + 1);
    expect(await encryptPdf({ bytes, password: PASSWORD })).toMatchObject({ error: { code: 'too-many-pages' } });
  });
});
