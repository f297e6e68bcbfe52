/** What PDFium reads out of a PDF: text, labels, bookmarks. Its functions want addresses (fpdf_text.h, fpdf_doc.h). */
import { loadPdf, startPdfium, type Pdfium } from '#jobs/imaging/pdfium.ts';

type Reading = Pdfium &
  Readonly<{
    FPDFText_LoadPage(page: number): number;
    FPDFText_CountChars(text: number): number;
    FPDFText_GetText(text: number, start: number, count: number, address: number): number;
    FPDFText_ClosePage(text: number): void;
    FPDF_GetPageLabel(document: number, index: number, address: number, sizeBytes: number): number;
    FPDF_GetMetaText(document: number, tag: string, address: number, sizeBytes: number): number;
    FPDFBookmark_GetFirstChild(document: number, bookmark: number): number;
    FPDFBookmark_GetNextSibling(document: number, bookmark: number): number;
    FPDFBookmark_GetTitle(bookmark: number, address: number, sizeBytes: number): number;
    FPDFBookmark_GetDest(document: number, bookmark: number): number;
    FPDFDest_GetDestPageIndex(document: number, destination: number): number;
  }>;

export type Bookmark = Readonly<{ title: string; page: number; children: readonly Bookmark[] }>;
export type ReadPdf = Readonly<{
  title: string;
  author: string;
  pages: readonly Readonly<{ text: string; label: string }>[];
  bookmarks: readonly Bookmark[];
}>;

export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const library = (await startPdfium()) as Reading;
  const opened = loadPdf(library, file);
  if (typeof opened === 'string') throw new Error(`PDFium cannot open it: ${opened}`);
  const { document } = opened;
  const meta = (tag: string) => wide(library, (at, size) => library.FPDF_GetMetaText(document, tag, at, size));
  const pages = Array.from({ length: library.FPDF_GetPageCount(document) }, (_, n) => ({
    text: textOf(library, document, n),
    label: wide(library, (at, size) => library.FPDF_GetPageLabel(document, n, at, size)),
  }));
  const read = { title: meta('Title'), author: meta('Author'), pages, bookmarks: bookmarksUnder(library, document, 0) };
  opened.close();
  return read;
}

const MOST_BYTES = 65_536;

/** UTF-16 into a place of the library's memory; `fill` gives its bytes, with a zero at the end. */
function wide({ pdfium }: Reading, fill: (address: number, sizeBytes: number) => number): string {
  const address = pdfium.wasmExports.malloc(MOST_BYTES);
  const length = Math.max(0, fill(address, MOST_BYTES) - 2);
  const text = Buffer.from(pdfium.HEAPU8.slice(address, address + length)).toString('utf16le');
  pdfium.wasmExports.free(address);
  return text;
}

function textOf(library: Reading, document: number, index: number): string {
  const page = library.FPDF_LoadPage(document, index);
  const loaded = library.FPDFText_LoadPage(page);
  const count = library.FPDFText_CountChars(loaded);
  const text = wide(library, (address) => library.FPDFText_GetText(loaded, 0, count, address) * 2);
  library.FPDFText_ClosePage(loaded);
  library.FPDF_ClosePage(page);
  return text;
}

function bookmarksUnder(library: Reading, document: number, parent: number): readonly Bookmark[] {
  const found: Bookmark[] = [];
  let one = library.FPDFBookmark_GetFirstChild(document, parent);
  while (one !== 0) {
    const bookmark = one;
    found.push({
      title: wide(library, (at, size) => library.FPDFBookmark_GetTitle(bookmark, at, size)),
      page: 1 + library.FPDFDest_GetDestPageIndex(document, library.FPDFBookmark_GetDest(document, bookmark)),
      children: bookmarksUnder(library, document, bookmark),
    });
    one = library.FPDFBookmark_GetNextSibling(document, bookmark);
  }
  return found;
}
