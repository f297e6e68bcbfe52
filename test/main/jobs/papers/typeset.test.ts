/** A small paper with everything on it, as a reader's program finds it. */
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { typeset } from '#jobs/papers/typeset.ts';
import type { PaperDocument } from '#ports/paper-document.ts';
import { expectGold, paperFile } from '../../../support/paper-pages.ts';
import { COPY, copyFacts, samplePaper } from './sample-paper.ts';

async function set(document: PaperDocument, pages?: Readonly<{ from: number; to: number }>) {
  const result = await typeset({ document, images: [await copyFacts()], pages });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const images = async () => new Map([[COPY, (await copyFacts()).bytes]]);

describe('a paper', () => {
  it('looks as it was looked at', async () => {
    await expectGold('sample', paperFile(await set(samplePaper), await images()));
  });

  it('is the same file whenever it is set', async () => {
    const [first, second] = [await set(samplePaper), await set(samplePaper)];
    expect(paperFile(first, await images()).equals(paperFile(second, await images()))).toBe(true);
  });

  it('holds each picture unchanged, once', async () => {
    const { bytes } = await copyFacts();
    const file = paperFile(await set(samplePaper), await images());
    expect(file.indexOf(bytes)).toBeGreaterThan(0);
    expect(file.lastIndexOf(bytes)).toBe(file.indexOf(bytes));
  });

  it('can be opened in part: one page, with its own label', async () => {
    const whole = await set(samplePaper);
    const part = await set(samplePaper, { from: 2, to: 2 });
    const file = paperFile(part, await images());
    expect((await PDFDocument.load(file)).getPageCount()).toBe(1);
    expect(part.pages).toEqual(whole.pages);
    expect(part.sizeBytes).toBeLessThan(whole.sizeBytes);
  });
});
