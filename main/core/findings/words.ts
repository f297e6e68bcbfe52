/** How findings quote what was filed: short, on one line. */
import { visibleText } from '#model/typed-text.ts';

/** Characters of a filed text that a fact repeats: enough to know it again. */
const QUOTED_LENGTH = 24;

/** At most `length` characters; more end in 「…」. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${Array.from(text.slice(0, 2 * length))
    .slice(0, length - 1)
    .join('')}…`;
}

/** 「高级教师」 as 「“高级教师”」 */
export function quote(text: string): string {
  return `“${clip(oneLine(text), QUOTED_LENGTH)}”`;
}

/** A work's title: 「《…》」 */
export function titled(text: string): string {
  return `《${clip(oneLine(text), QUOTED_LENGTH)}》`;
}

/** 「毕业时间、学位」 */
export function list(parts: readonly string[]): string {
  return parts.join('、');
}

/** 「a、b等5个」 beyond `most` */
export function listSome(parts: readonly string[], most: number, unit = '个'): string {
  return parts.length <= most ? list(parts) : `${list(parts.slice(0, most))}等${parts.length}${unit}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** One spelling of a name: widths, blanks and invisible characters do not count. */
export function plainName(text: string): string {
  return visibleText(text).replaceAll(/\s+/g, '');
}
