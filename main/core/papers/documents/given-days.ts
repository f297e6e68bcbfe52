/** Days and months as applicants filed them, in the way papers write them; what is none stands as it was typed. */
import { formatPaperDate, parsePlainDate } from '#model/beijing-time.ts';
import { parseGivenDay } from '#model/months.ts';

/** 「2006年8月」, 「2006年8月1日」, or the text itself. */
export function paperDay(given: string): string {
  if (parsePlainDate(given) !== null) return formatPaperDate(given);
  if (parseGivenDay(given) === null) return given;
  return `${Number(given.slice(0, 4))}年${Number(given.slice(5))}月`;
}

/** 「1980年5月」 of a day too, where a form asks for no more. */
export function paperMonth(given: string): string {
  return parsePlainDate(given) === null ? paperDay(given) : paperDay(given.slice(0, 7));
}

/** 「2006年8月至2010年7月」, 「2006年8月至今」, 「2006年8月起」; nothing is said of an end that nobody filed. */
export function paperPeriod(from: string, to: string): string {
  const [start, end] = [paperDay(from), paperDay(to)];
  if (end === '') return start === '' ? '' : `${start}起`;
  return end.startsWith('至') ? `${start}${end}` : `${start}至${end}`;
}

/** 「至今」 and its like: it goes on. */
export function isOpenEnd(given: string): boolean {
  return given === '' || /^(?:至今|现在|目前|今)$/.test(given);
}
