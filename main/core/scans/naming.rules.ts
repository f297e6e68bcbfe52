/** `姓名-材料名-序号`, as a file name that every file system takes as it is (五(二): named by content). */

/** What no file system takes; their full-width doubles too, which some programs turn back into them. */
const UNFIT = /[<>:"/\\|?*＜＞：＂／＼｜？＊]/g;
/** Controls, invisible and direction marks, halves of characters. Private use stays: rare characters in names. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
/** Devices of Windows, whatever follows their first dot; superscript digits count as digits. */
const DEVICE = /^(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])$/;
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
  const stem = [person, label].map(fit).filter((part) => part !== '');
  const name = clipBytes(stem.length > 0 ? stem.join('-') : '扫描件', MAX_BYTES - end.length - 1);
  return `${isDevice(name) ? '_' : ''}${name}${end}`;
}

/** Two names with the same one cannot lie in one folder (Windows and macOS count neither case nor width of it). */
export function sameName(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function fit(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(UNFIT, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ .]+|[ .]+$/g, '');
}

function isDevice(name: string): boolean {
  const base = name.split('.')[0] ?? '';
  return DEVICE.test(base.normalize('NFKC').trim().toUpperCase());
}

/** Whole characters, never half of one. */
function clipBytes(text: string, maxBytes: number): string {
  let clipped = '';
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    clipped += character;
  }
  return clipped.replaceAll(/[ .-]+$/g, '');
}
