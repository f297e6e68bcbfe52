/** Names of files that leave the desk. */

export const PDF = 'application/pdf';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** characters, so that a folder's path still fits into what Windows takes (260) */
const MOST_CHARACTERS = 80;
/** what no file system takes */
const UNFIT = /[\p{Cc}/\\:*?"<>|]/gu;

/** 「段雪梅-评审表.pdf」; empty parts are left out */
export function fileNameOf(parts: readonly string[], extension: string): string {
  const name = parts
    .map((part) => part.replaceAll(UNFIT, '_').trim())
    .filter(Boolean)
    .join('-');
  return `${Array.from(name).slice(0, MOST_CHARACTERS).join('')}.${extension}`;
}

/** The next of them that is free: 「…(2).pdf」. */
export function freeName(name: string, taken: Set<string>): string {
  const [, stem = name, extension = ''] = /^(.*)(\.[^.]+)$/s.exec(name) ?? [];
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${stem}(${n})${extension}`;
  taken.add(free.toLowerCase());
  return free;
}
