/** Months of study and work as numbers, for gaps and overlaps. */
import type { FiledRecord } from '#model/application.ts';

/** Months since the year 0, both ends included; `to` null: it goes on. */
export type Period = Readonly<{ record: FiledRecord; from: number; to: number | null }>;

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?$/;

/** 'YYYY-MM' or 'YYYY-MM-DD' as months since the year 0; null for anything else. */
export function monthNumber(text: string): number | null {
  const given = text.trim();
  return MONTH.test(given) ? 12 * Number(given.slice(0, 4)) + Number(given.slice(5, 7)) - 1 : null;
}

/** 'YYYY-MM' */
export function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** Null where the record's months cannot be read, or end before they begin: other rules say so. */
export function periodOf(record: FiledRecord): Period | null {
  const from = monthNumber(record.fields['from'] ?? '');
  const end = record.fields['to']?.trim() ?? '';
  if (from === null) return null;
  if (isOpenEnd(end)) return { record, from, to: null };
  const to = monthNumber(end);
  return to === null || to < from ? null : { record, from, to };
}

/** 「2019-07至今」 */
export function periodText({ from, to }: Pick<Period, 'from' | 'to'>): string {
  return to === null ? `${monthText(from)}至今` : `${monthText(from)}至${monthText(to)}`;
}

/** Months that lie in both, counted from their first day to their last; `now` ends what goes on. */
export function sharedMonths(a: Pick<Period, 'from' | 'to'>, b: Pick<Period, 'from' | 'to'>, now: number): number {
  return Math.max(0, Math.min(a.to ?? now, b.to ?? now) - Math.max(a.from, b.from) + 1);
}

function isOpenEnd(text: string): boolean {
  return text === '' || /^(?:至今|现在|目前|今)$/.test(text);
}
