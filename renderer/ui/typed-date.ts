/** A day as people type it: 「2026-09-18」「9.18」「9月18日」「20260918」, full-width digits too. Pure. */
import { parsePlainDate, yearOf, type PlainDate } from '#model/beijing-time.ts';

const SHAPE = /^(?:(\d{4})\D)?(\d{1,2})\D(\d{1,2})\D?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/** @param near gives the year where none was typed; null: not a day of the calendar */
export function parseTypedDate(text: string, near: PlainDate): PlainDate | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[(（].*$/, '')
    .replaceAll(/\s+/g, '')
    .replace('年', '-');
  const [, year = String(yearOf(near)), month = '', day = ''] = COMPACT.exec(plain) ?? SHAPE.exec(plain) ?? [];
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
