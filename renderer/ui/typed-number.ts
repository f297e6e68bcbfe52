/** A count as people type it: full-width digits, blanks and a unit behind are taken as meant. Pure. */

/** null: nothing typed · 'unclear': not a whole number from 0 to `most` */
export function parseTypedNumber(text: string, most: number): number | null | 'unclear' {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .replace(/[人票名个]$/u, '');
  if (plain === '') return null;
  if (!/^\d{1,9}$/.test(plain)) return 'unclear';
  const count = Number(plain);
  return count <= most ? count : 'unclear';
}
