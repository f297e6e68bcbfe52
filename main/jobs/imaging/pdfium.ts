/** PDFium in WebAssembly, as far as pages of scans need it. Its functions want addresses; this is the place for them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Size } from './fit.ts';

/** What is used of @embedpdf/pdfium, dist/index.d.ts: PDFium's own functions (fpdfview.h, fpdf_edit.h), numbers for pointers. */
export type Pdfium = Readonly<{
  pdfium: Readonly<{
    HEAPU8: Uint8Array;
    wasmExports: Readonly<{ malloc(sizeBytes: number): number; free(address: number): void }>;
    getValue(address: number, type: 'float' | 'i32'): number;
  }>;
  PDFiumExt_Init(): void;
  FPDF_LoadMemDocument(address: number, sizeBytes: number, password: string): number;
  FPDF_GetLastError(): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageWidthF(page: number): number;
  FPDF_GetPageHeightF(page: number): number;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetAnnotCount(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFTextObj_GetTextRenderMode(object: number): number;
  FPDFImageObj_GetImageMetadata(object: number, page: number, address: number): boolean;
  FPDFBitmap_CreateEx(width: number, height: number, format: number, scan: number, stride: number): number;
  FPDFBitmap_FillRect(
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    colour: number,
  ): boolean;
  FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotation: number,
    flags: number,
  ): void;
  FPDF_FFLDraw(
    form: number,
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotation: number,
    flags: number,
  ): void;
  PDFiumExt_OpenFormFillInfo(): number;
  PDFiumExt_CloseFormFillInfo(info: number): void;
  PDFiumExt_InitFormFillEnvironment(document: number, info: number): number;
  PDFiumExt_ExitFormFillEnvironment(form: number): void;
  FPDFBitmap_GetBuffer(bitmap: number): number;
  FPDFBitmap_Destroy(bitmap: number): void;
}>;

let starting: Promise<Pdfium> | null = null;

/** When the first PDF comes. No JavaScript of a document runs: this build has none. */
export function startPdfium(): Promise<Pdfium> {
  starting ??= start();
  return starting;
}

async function start(): Promise<Pdfium> {
  const require = createRequire(import.meta.url);
  const { init } = require('@embedpdf/pdfium') as Readonly<{
    init(options: Readonly<{ wasmBinary: ArrayBuffer }>): Promise<Pdfium>;
  }>;
  const wasm = readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'));
  const library = await init({ wasmBinary: new Uint8Array(wasm).buffer });
  library.PDFiumExt_Init();
  return library;
}

/** fpdfview.h: FPDF_GetLastError */
const PASSWORD = 4;
const SECURITY = 5;

/** `form`: what draws the fields of a form, among which electronic seals are; 0 where there are none */
export type OpenedPdf = Readonly<{ document: number; form: number; close(): void }>;

export function loadPdf(library: Pdfium, bytes: Uint8Array): OpenedPdf | 'encrypted' | 'damaged' {
  const { pdfium } = library;
  const address = pdfium.wasmExports.malloc(bytes.byteLength);
  if (address === 0) return 'damaged';
  pdfium.HEAPU8.set(bytes, address);
  const document = library.FPDF_LoadMemDocument(address, bytes.byteLength, '');
  if (document === 0) {
    const error = library.FPDF_GetLastError();
    pdfium.wasmExports.free(address);
    return error === PASSWORD || error === SECURITY ? 'encrypted' : 'damaged';
  }
  const info = library.PDFiumExt_OpenFormFillInfo();
  const form = library.PDFiumExt_InitFormFillEnvironment(document, info);
  return {
    document,
    form,
    close() {
      if (form !== 0) library.PDFiumExt_ExitFormFillEnvironment(form);
      library.PDFiumExt_CloseFormFillInfo(info);
      library.FPDF_CloseDocument(document);
      pdfium.wasmExports.free(address);
    },
  };
}

/** fpdf_edit.h, fpdf_text.h */
const TEXT_OBJECT = 1;
const IMAGE_OBJECT = 3;
const INVISIBLE_TEXT = 3;
const GREY_SPACE = 1;
/** A scan is one picture or a few strips; what has more is drawn. */
const MAX_STRIPS = 500;
const POINTS_PER_INCH = 72;

/** What a page is made of. `scanDpi` null: something is drawn on it, so that it has no pixels of its own. */
export type PageContent = Readonly<{ scanDpi: number | null; isGrey: boolean }>;

export function contentOf(library: Pdfium, page: number): PageContent {
  const count = library.FPDFPage_CountObjects(page);
  const drawn: PageContent = { scanDpi: null, isGrey: false };
  if (count < 1 || count > MAX_STRIPS || library.FPDFPage_GetAnnotCount(page) > 0) return drawn;
  let [scanDpi, isGrey] = [0, true];
  for (let n = 0; n < count; n += 1) {
    const object = library.FPDFPage_GetObject(page, n);
    const type = library.FPDFPageObj_GetType(object);
    // the text that a reading program laid invisibly over its scan
    if (type === TEXT_OBJECT && library.FPDFTextObj_GetTextRenderMode(object) === INVISIBLE_TEXT) continue;
    const image = type === IMAGE_OBJECT ? imageFacts(library, page, object) : null;
    if (!image) return drawn;
    scanDpi = Math.max(scanDpi, image.dpi);
    isGrey &&= image.isGrey;
  }
  return scanDpi > 0 ? { scanDpi, isGrey } : drawn;
}

/** FPDF_IMAGEOBJ_METADATA: width, height, horizontal and vertical dpi, bits per pixel, colour space, content id. */
function imageFacts(library: Pdfium, page: number, object: number) {
  const { pdfium } = library;
  const address = pdfium.wasmExports.malloc(28);
  try {
    if (!library.FPDFImageObj_GetImageMetadata(object, page, address)) return null;
    const dpi = Math.max(pdfium.getValue(address + 8, 'float'), pdfium.getValue(address + 12, 'float'));
    return { dpi, isGrey: pdfium.getValue(address + 20, 'i32') === GREY_SPACE };
  } finally {
    pdfium.wasmExports.free(address);
  }
}

/** inches, as it lies after its own rotation */
export function paperOf(library: Pdfium, page: number): Size {
  return {
    width: library.FPDF_GetPageWidthF(page) / POINTS_PER_INCH,
    height: library.FPDF_GetPageHeightF(page) / POINTS_PER_INCH,
  };
}

/** fpdfview.h: FPDFBitmap_BGRx; stamps and signatures are annotations; red first */
const BGRX = 3;
const RENDER_FLAGS = 0x01 | 0x10;
const WHITE = 0xffffffff;

export type LoadedPage = Readonly<{ page: number; form: number }>;

/**
 * The page on white, 4 bytes a pixel. The bytes lie in the library's own memory: `work` has them until it is done.
 * Null where there is no memory for them.
 */
export async function withRendered<T>(
  library: Pdfium,
  { page, form }: LoadedPage,
  { width, height }: Size,
  work: (pixels: Uint8Array) => Promise<T>,
): Promise<T | null> {
  const bitmap = library.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  if (bitmap === 0) return null;
  try {
    library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_FLAGS);
    if (form !== 0) library.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, RENDER_FLAGS);
    const address = library.FPDFBitmap_GetBuffer(bitmap);
    return await work(library.pdfium.HEAPU8.subarray(address, address + width * height * 4));
  } finally {
    library.FPDFBitmap_Destroy(bitmap);
  }
}
