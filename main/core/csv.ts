/** Tables for Excel and WPS as text: UTF-8 with its mark, every cell quoted. */

/** What a spreadsheet would take for the beginning of a formula, full-width forms too; a quote before it keeps it text. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/u;

export function csvOf(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(cellOf).join(','));
  return Buffer.from(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`, 'utf8');
}

function cellOf(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
