import type { PaperNote } from '#ports/paper-document.ts';
import { ok } from '#model/result.ts';
import type { JobTable } from '#ports/jobs.ts';
import { layOut, type LaidOut } from './layout/document.ts';
import { writePdf } from './pdf/document.ts';

/** Sees no picture: it knows how many bytes each has, so it knows where everything in the file will stand. */
export const typeset: JobTable['typeset'] = async ({ document, images, pages }) => {
  const laid = layOut(document, images);
  const range = { from: Math.max(1, pages?.from ?? 1), to: Math.min(laid.pages.length, pages?.to ?? Infinity) };
  const facts = new Map(images.map((image) => [image.id, image]));
  const written = writePdf(document, facts, laid, range);
  return ok({
    ...written,
    pages: laid.pages.map(({ sheet, number }) => ({ sheet, label: String(number) })),
    firstPages: document.sections.map((_, section) => 1 + laid.pages.findIndex((page) => page.section === section)),
    endorsements: laid.endorsements,
    marks: Object.fromEntries(laid.marks.map(({ id, page }) => [id, page])),
    notes: [...laid.notes, ...notesOnGlyphs(laid)],
  });
};

/** Each character once a page. */
function notesOnGlyphs({ pages }: LaidOut): readonly PaperNote[] {
  return pages.flatMap(({ drawings }, n) => {
    const odd = new Map<number, 'fallback' | 'missing-glyph'>();
    for (const drawing of drawings) {
      if (drawing.kind !== 'line') continue;
      for (const { glyph } of drawing.line.chars) {
        if (glyph && glyph.standsIn !== 'no') {
          odd.set(glyph.wanted, glyph.standsIn === 'missing' ? 'missing-glyph' : 'fallback');
        }
      }
    }
    return Array.from(odd, ([codePoint, kind]) => ({ kind, text: String.fromCodePoint(codePoint), page: n + 1 }));
  });
}
