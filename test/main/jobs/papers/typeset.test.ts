/** A small paper with everything on it, as a reader's program finds it. */
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { expectGold, paperFile } from '../../../support/paper-pages.ts';
import { copyFacts, sampleImages, setSample } from './sample-paper.ts';

describe('a paper', () => {
  it('looks as it was looked at', async () => {
    await expectGold('sample', paperFile(await setSample(), await sampleImages()));
  });

  it('is the same file whenever it is set', async () => {
    const [first, second] = [await setSample(), await setSample()];
    expect(paperFile(first, await sampleImages()).equals(paperFile(second, await sampleImages()))).toBe(true);
  });

  it('holds each picture unchanged, once', async () => {
    const { bytes } = await copyFacts();
    const file = paperFile(await setSample(), await sampleImages());
    expect(file.indexOf(bytes)).toBeGreaterThan(0);
    expect(file.lastIndexOf(bytes)).toBe(file.indexOf(bytes));
  });

  it('can be opened in part: one page, with its own label', async () => {
    const whole = await setSample();
    const part = await setSample({ from: 2, to: 2 });
    const file = paperFile(part, await sampleImages());
    expect((await PDFDocument.load(file)).getPageCount()).toBe(1);
    expect(part.pages).toEqual(whole.pages);
    expect(part.sizeBytes).toBeLessThan(whole.sizeBytes);
  });
});
