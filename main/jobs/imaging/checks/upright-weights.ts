/**
 * What each edge says about which way up a character stands: a row a field of the upper half of its square (six
 * fields a line), a column a direction as in glyphs.ts; what lies in the lower half counts as its opposite.
 *
 * Where they come from: logistic regression (ridge 1e-4) on 87,000 characters of drawn pages and of the same
 * pages turned by 180°, found by this program's own lines and cells: office prose, the 3,755 characters of
 * GB 2312 level 1 evenly, numbers and some English, in six typefaces (two Song, two Kai, two Hei) of 7 to 32 pt, at 200 dpi
 * with blur 0.4 to 1.0 px, noise 2 to 8 and JPEG quality 60 to 90. On pages of other seeds and drawings 80 to 86 of 100
 * are told rightly. In twentieths.
 */
// prettier-ignore
export const UPRIGHT_WEIGHTS: readonly number[] = [
  -96, -12, -84, -42, -28, -16, -27, -73,
  -23, 44, 51, -50, -42, -77, -50, -27,
  3, 35, 19, -3, -59, -65, -40, 4,
  57, 24, 58, 64, -71, -51, 8, 6,
  7, -98, 17, 38, -25, -19, 6, 28,
  7, -43, -49, 67, -49, -41, -7, 0,
  -5, 88, -66, -54, -30, -33, -76, -84,
  -13, 34, -32, -46, -45, -103, 18, 7,
  -61, -28, -49, -31, -50, -63, 2, -52,
  -36, -53, -42, -35, -77, -47, 14, -45,
  -21, -74, -50, 16, -63, 4, 39, 36,
  -13, -57, -86, 13, -18, -42, 10, -23,
  59, 75, -53, -40, -57, 5, 12, 19,
  0, 15, 0, 39, 2, -12, 2, -17,
  4, -16, -61, -49, -16, 51, 30, -14,
  -20, -41, -44, 4, -25, -8, 33, 28,
  -21, -18, 9, 34, 1, 33, 55, 71,
  -12, -39, -50, 34, -21, -25, 29, -2,
];
