/** A PDF made of scans, opened into pages. */
import { fail, ok, type Result } from '#model/result.ts';
import type { Mend, Unreadable } from '#model/scan.ts';
import { dpiAsA4, fit, isPaper, type PageSize } from './fit.ts';
import { MAX_PAGES, MAX_PIXELS } from './limits.ts';
import { keptOf } from './mend.ts';
import { contentOf, loadPdf, paperOf, startPdfium, withRendered, type LoadedPage, type Pdfium } from './pdfium.ts';
import { rasterOf } from './picture.ts';
import type { Raster } from './raster.ts';
import { NO_SUCH_PAGE, type Source } from './source.ts';

/** dots per inch at which a page is drawn that has no pixels of its own: more than any copy may have */
const DRAWN_DPI = 300;

export async function openPdf(bytes: Uint8Array): Promise<Result<Source, Unreadable>> {
  const library = await startPdfium();
  const opened = loadPdf(library, bytes);
  if (typeof opened === 'string') return fail(opened);
  const { document, form, close } = opened;
  const pageCount = library.FPDF_GetPageCount(document);
  if (pageCount < 1 || pageCount > MAX_PAGES) {
    close();
    return pageCount < 1 ? fail('damaged', 'no pages') : fail('too-many-pages');
  }

  async function withPage<T>(
    pageNo: number,
    work: (page: number) => Promise<Result<T, Unreadable>>,
  ): Promise<Result<T, Unreadable>> {
    if (pageNo < 1 || pageNo > pageCount) return NO_SUCH_PAGE;
    const page = library.FPDF_LoadPage(document, pageNo - 1);
    if (page === 0) return fail('damaged', 'page not read');
    try {
      return await work(page);
    } finally {
      library.FPDF_ClosePage(page);
    }
  }
  return ok({
    format: 'pdf',
    pageCount,
    size: (pageNo) => withPage(pageNo, async (page) => sizeOf(library, page)),
    page: (pageNo, how) => withPage(pageNo, (page) => readPage(library, { page, form }, how)),
    plainJpeg: () => null,
    close,
  });
}

/** As many pixels as the scan on it has. Where the sheet is larger than any paper, its size was nobody's measure. */
function sizeOf(library: Pdfium, page: number): Result<PageSize, Unreadable> {
  const paper = paperOf(library, page);
  if (!(paper.width > 0 && paper.height > 0)) return fail('damaged', 'a page without size');
  const isMeasured = isPaper(paper);
  const dpi = contentOf(library, page).scanDpi ?? DRAWN_DPI / (isMeasured ? 1 : dpiAsA4(paper));
  const width = Math.max(1, Math.round(paper.width * dpi));
  const height = Math.max(1, Math.round(paper.height * dpi));
  if (width * height > MAX_PIXELS) return fail('too-many-pixels');
  return ok({ width, height, dpi: isMeasured ? dpi : null });
}

type How = Readonly<{ mend: Mend; maxDpi: number }>;

/** A scan is drawn with its own pixels and shrunk by the better hand, anything else at once as large as it is wanted. */
async function readPage(library: Pdfium, loaded: LoadedPage, how: How): Promise<Result<Raster, Unreadable>> {
  const size = sizeOf(library, loaded.page);
  if (!size.ok) return size;
  const { scanDpi, isGrey } = contentOf(library, loaded.page);
  const { width, height, dpi, isDpiKnown } = fit(
    size.value,
    scanDpi === null ? how.maxDpi : Infinity,
    keptOf(how.mend),
  );
  const drawn: PageSize = { width, height, dpi: isDpiKnown ? dpi : null };
  const read = await withRendered(library, loaded, drawn, (data) =>
    rasterOf({ data, width, height, channels: 4 }, drawn, how, isGrey),
  );
  return read ?? fail('too-many-pixels', 'no memory');
}
