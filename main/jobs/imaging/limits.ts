/** What one file may cost. Beyond it the answer is 'unreadable', before anything is allocated for it. */

/** bytes of one file; twice the largest scan that was met (A4, 600 dpi, uncompressed TIFF of 300 dpi: 26 MB) */
export const MAX_SOURCE_BYTES = 64 * 1024 * 1024;
/** of one page: A3 at 600 dpi has 70 million, a telephone's 108 */
export const MAX_PIXELS = 150_000_000;
/** of one file */
export const MAX_PAGES = 500;
/** held as a raster between decoding and cropping: a page at A4, 600 dpi */
export const MAX_RASTER_PIXELS = 35_000_000;
/** bytes of one page's pixels as the file has them, where they are decoded row by row: all of MAX_PIXELS in colour */
export const MAX_PIXEL_BYTES = 3 * MAX_PIXELS;
/** bytes, where they can only be decoded whole (HEIC, GIF, WebP, interlaced PNG, progressive JPEG): 64 million in colour */
export const MAX_WHOLE_BYTES = 192_000_000;
