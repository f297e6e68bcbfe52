/** Words of PDF (ISO 32000-1, 7.3). */

/** Two decimals: a 3,600th of an inch. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function reference(id: number): string {
  return `${id} 0 R`;
}

/** A text of the document's own language, in UTF-16 with its mark. */
export function textString(text: string): string {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}
