/** Days and months of the forms, counted from the seed's day. Days are 'YYYY-MM-DD', months 'YYYY-MM'. */
import chineseDays from 'chinese-days';
import { DAY_MS } from '../clock.ts';

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of a later or earlier month, or its last one. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return `${last.toISOString().slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`;
}

/** `count` working days later, or earlier when negative; the day itself does not count. */
export function addWorkdays(day: string, count: number): string {
  let found = day;
  for (let left = Math.abs(count); left > 0;) {
    found = addDays(found, Math.sign(count));
    if (chineseDays.isWorkday(found)) left -= 1;
  }
  return found;
}

export function toMonth(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** 「二〇一〇年六月」 or with a day, as certificates print it. */
export function inCharacters(date: string): string {
  const [year = '', month = '', day] = date.split('-');
  const digits = [...year].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
  return `${digits}年${smallNumber(Number(month))}月${day === undefined ? '' : `${smallNumber(Number(day))}日`}`;
}

/** 1–31 in characters */
function smallNumber(value: number): string {
  const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'][value % 10] ?? '';
  const tens = ['', '十', '二十', '三十'][Math.floor(value / 10)] ?? '';
  return tens + ones;
}
