/** Names that every file system takes as they are, whoever typed the words in them. */

/** What no file system takes; their full-width doubles too, which some programs turn back into them. */
const UNFIT = /[<>:"/\\|?*＜＞：＂／＼｜？＊]/g;
/** Controls, invisible and direction marks, halves of characters. Private use stays: rare characters in names. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
/** Devices of Windows, whatever follows their first dot; superscript digits count as digits. */
const DEVICE = /^(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])$/;

/** The words of a name, joined; never a device, a path or a hidden file. `ifNone`: where nothing of them is left. */
export function safeName(parts: readonly string[], maxBytes: number, ifNone: string): string {
  const words = parts.map(fit).filter((part) => part !== '');
  const name = clipBytes(words.length > 0 ? words.join('-') : ifNone, maxBytes);
  return `${isDevice(name) ? '_' : ''}${name}`;
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
