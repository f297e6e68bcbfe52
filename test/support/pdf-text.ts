/** The text of a PDF as a reader copies it, by PDFium (fpdf_text.h). */
import { loadPdf, startPdfium, type Pdfium } from '#jobs/imaging/pdfium.ts';

type TextReading = Readonly<{
  FPDFText_LoadPage(page: number): number;
  FPDFText_CountChars(textPage: number): number;
  FPDFText_GetText(textPage: number, start: number, count: number, buffer: number): number;
  FPDFText_ClosePage(textPage: number): void;
}>;

/** Its pages, without the ends of lines. */
export async function textOfPdf(file: Uint8Array): Promise<string> {
  const library = (await startPdfium()) as Pdfium & TextReading;
  const opened = loadPdf(library, file);
  if (typeof opened === 'string') throw new Error(`PDFium cannot open it: ${opened}`);
  try {
    const pages = Array.from({ length: library.FPDF_GetPageCount(opened.document) }, (_, n) =>
      textOfPage(library, library.FPDF_LoadPage(opened.document, n)),
    );
    return pages.join('\n').replaceAll(/[\r\n\0\uFFFE]/g, '');
  } finally {
    opened.close();
  }
}

function textOfPage(library: Pdfium & TextReading, page: number): string {
  const { pdfium } = library;
  const textPage = library.FPDFText_LoadPage(page);
  const count = library.FPDFText_CountChars(textPage);
  const buffer = pdfium.wasmExports.malloc((count + 1) * 2);
  try {
    library.FPDFText_GetText(textPage, 0, count, buffer);
    return Buffer.from(pdfium.HEAPU8.slice(buffer, buffer + count * 2)).toString('utf16le');
  } finally {
    pdfium.wasmExports.free(buffer);
    library.FPDFText_ClosePage(textPage);
    library.FPDF_ClosePage(page);
  }
}
