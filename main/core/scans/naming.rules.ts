/** `姓名-材料名-序号`, as a file name that every file system takes as it is (五(二): named by content). */
import { safeName, sameName } from '../file-names.ts';

/** bytes in UTF-8; Linux takes 255, Windows 255 UTF-16 units */
const MAX_BYTES = 240;
const EXTENSION = '.jpg';

/** The first free name of this material in the application; `taken`: all names there are, in any writing. */
export function nextFileName(person: string, label: string, taken: ReadonlySet<string>): string {
  for (let no = 1; ; no += 1) {
    const name = fileNameOf(person, label, no);
    if (!taken.has(sameName(name))) return name;
  }
}

/** Copies are JPEG, whatever the original was. */
export function fileNameOf(person: string, label: string, no: number): string {
  const end = `-${no}${EXTENSION}`;
  return `${safeName([person, label], MAX_BYTES - end.length - 1, '扫描件')}${end}`;
}
