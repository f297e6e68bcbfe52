/** Whose scan it is, by the names and numbers in its file's and folders' names. */

export type Person = Readonly<{
  id: string;
  name: string;
  /** the last six characters of the ID number */
  tail: string;
}>;

export type People = Readonly<{
  /** Everybody whose name stands in the text; nobody whose name is only a part of a longer one there. */
  named(text: string): ReadonlySet<string>;
  /** Everybody whose ID number, or its last four or six characters, stands in the text by itself. */
  numbered(text: string): ReadonlySet<string>;
}>;

/** Characters of the longest name that is looked for: minority names, the dot not counted. */
const LONGEST_NAME = 12;
const TAILS = [4, 6] as const;
/** Whatever keyboards offer for the dot in minority names. */
const DOTS = /[\s\u00B7\u2022\u2027\u2219\u22C5\u30FB]/g;

export function indexPeople(people: Iterable<Person>): People {
  const byName = new Map<string, string[]>();
  const byTail = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, key: string, id: string) => map.set(key, [...(map.get(key) ?? []), id]);
  for (const { id, name, tail } of people) {
    const plain = plainName(name);
    if (plain.length >= 2) put(byName, plain, id);
    for (const length of TAILS) if (tail.length >= length) put(byTail, tail.slice(-length).toUpperCase(), id);
  }
  return {
    named(text) {
      const found = new Set<string>();
      for (const run of plainName(text).match(/\p{Script=Han}+/gu) ?? []) {
        for (const name of longestNames(run, (part) => byName.has(part))) {
          for (const id of byName.get(name) ?? []) found.add(id);
        }
      }
      return found;
    },
    numbered(text) {
      const numbers =
        text
          .normalize('NFKC')
          .toUpperCase()
          .match(/(?<![\dX])\d{3,17}[\dX](?![\dX])/g) ?? [];
      const tails = numbers.flatMap((number) => {
        if (number.length === 18) return [number.slice(-6)];
        return number.length === 4 || number.length === 6 ? [number] : [];
      });
      return new Set(tails.flatMap((tail) => byTail.get(tail) ?? []));
    },
  };
}

function plainName(text: string): string {
  return text.normalize('NFKC').replaceAll(DOTS, '');
}

/** From the left, the longest first; what was taken is not looked at again. */
function longestNames(run: string, isName: (part: string) => boolean): readonly string[] {
  const characters = Array.from(run);
  const names: string[] = [];
  for (let at = 0; at < characters.length;) {
    let length = Math.min(LONGEST_NAME, characters.length - at);
    while (length >= 2 && !isName(characters.slice(at, at + length).join(''))) length -= 1;
    if (length >= 2) names.push(characters.slice(at, at + length).join(''));
    at += length >= 2 ? length : 1;
  }
  return names;
}

/**
 * The one person of a scan, or null where names speak of nobody or of several. The file's own name counts most, then
 * the folders from the innermost outwards; a number parts people of one name.
 */
export function personOf(people: People, fileName: string, folder: string): string | null {
  const folders = folder.split('/').toReversed();
  for (const text of [fileName, ...folders]) {
    const named = people.named(text);
    if (named.size > 1) return only(common(named, people.numbered(`${fileName} ${folder}`)));
    const found = named.size === 1 ? named : people.numbered(numberIn(text, folders.includes(text)));
    if (found.size === 1) return only(found);
  }
  return null;
}

function only(ids: ReadonlySet<string>): string | null {
  const [id] = ids;
  return ids.size === 1 ? (id ?? null) : null;
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a].filter((id) => b.has(id)));
}

/** A whole ID number, or an end with X. A few digits alone are a day or a counter more often: they count as a folder's whole name, unless they are a year. */
const SURE = /(?<!\d)\d{17}[\dX](?!\d)|(?<![\dA-Z])\d{3,5}X(?![\dA-Z])/;
const WHOLE = /^(?:\d{6}|(?!19\d\d$|20\d\d$)\d{4})$/;

function numberIn(text: string, isFolder: boolean): string {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  return SURE.exec(plain)?.[0] ?? (isFolder ? WHOLE.exec(plain)?.[0] : undefined) ?? '';
}
