/** Names of files that leave the desk. */
import { safeName, sameName } from '../file-names.ts';

export const PDF = 'application/pdf';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** characters, so that a folder's path still fits into what Windows takes (260), and their bytes into what Linux takes */
const MOST_CHARACTERS = 80;
const MOST_BYTES = 230;

/** 「段雪梅-评审表.pdf」; empty parts are left out */
export function fileNameOf(parts: readonly string[], extension: string): string {
  const name = safeName(parts, MOST_BYTES, '文件');
  return `${Array.from(name).slice(0, MOST_CHARACTERS).join('')}.${extension}`;
}

/** One that somebody else gave, with the extension that it has. */
export function safeFileName(given: string): string {
  const [, stem = given, extension = 'bin'] = /^(.*)\.([0-9A-Za-z]{1,8})$/s.exec(given) ?? [];
  return fileNameOf([stem], extension);
}

/** The next of them that is free: 「…(2).pdf」. */
export function freeName(name: string, taken: Set<string>): string {
  const [, stem = name, extension = ''] = /^(.*)(\.[^.]+)$/s.exec(name) ?? [];
  let free = name;
  for (let n = 2; taken.has(sameName(free)); n += 1) free = `${stem}(${n})${extension}`;
  taken.add(sameName(free));
  return free;
}
