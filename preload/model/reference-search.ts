/**
 * Search over one edition of the guide by any word: Chinese text, pinyin in full or by initials,
 * telephone digits. Pure: the pronunciations come from whoever builds the index.
 */
import type {
  Committee,
  CountyOffice,
  Discipline,
  GuideBlock,
  GuideContact,
  GuideQuestion,
  GuideSection,
  PlanningRow,
  ReferenceEdition,
  TitleSeries,
} from './reference.ts';

export const REFERENCE_KINDS = [
  'title',
  'committee',
  'planning',
  'office',
  'question',
  'section',
  'discipline',
  'contact',
] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

type Record<K extends ReferenceKind, Item> = Readonly<{ kind: K; id: string; item: Item }>;
/** Anything that can be found. `id` is unique in an edition: 'office:22', 'committee:middle:47', 'question:Q18'. */
export type ReferenceRecord =
  | Record<'title', TitleSeries>
  | Record<'committee', Committee>
  | Record<'planning', PlanningRow>
  | Record<'office', CountyOffice>
  | Record<'question', GuideQuestion>
  | Record<'section', GuideSection>
  | Record<'discipline', Discipline>
  | Record<'contact', GuideContact>;

/**
 * A field that matched: `path` inside the item ('name', 'phones.0', 'ladders.1.middle', 'blocks.2.text'),
 * its text, and the stretches to highlight as [start, end) offsets in that text, in order, not touching.
 */
export type FieldMatch = Readonly<{ path: string; text: string; ranges: readonly (readonly [number, number])[] }>;
export type ReferenceHit = ReferenceRecord & Readonly<{ matches: readonly FieldMatch[] }>;
export type SearchOptions = Readonly<{ kinds?: readonly ReferenceKind[] }>;

/** How well a hit in the field counts; what a thing is called comes before what is said about it. */
const WEIGHT = { name: 100, title: 90, phone: 80, body: 60, address: 40, text: 20 } as const;
type FieldRole = keyof typeof WEIGHT;

type SearchField = Readonly<{
  path: string;
  role: FieldRole;
  text: string;
  folded: string;
  /** offset in `text` of each character of `folded` */
  offsets: readonly number[];
  /** for each character of `folded`: its syllable, itself if a letter or digit, '' if punctuation; null: not searched by pinyin */
  syllables: readonly string[] | null;
}>;
type SearchEntry = Readonly<{ record: ReferenceRecord; fields: readonly SearchField[] }>;
export type ReferenceIndex = readonly SearchEntry[];

/** Pronounces a text: one lower-case syllable (ü as v) for each UTF-16 unit; other characters as they are. */
export type Pronounce = (text: string) => readonly string[];

type RawField = readonly [path: string, role: FieldRole, text: string];

/** Computes what searching needs, once an edition; the order is the guide's. */
export function indexReference(edition: ReferenceEdition, pronounce: Pronounce): ReferenceIndex {
  return recordsOf(edition).map((record) => ({
    record,
    fields: fieldsOf(record).map((field) => toSearchField(field, pronounce)),
  }));
}

/**
 * Every record that holds all words of the query, best first, then in the guide's order; an empty
 * query gives everything of the kinds asked for, without matches.
 */
export function searchReference(
  index: ReferenceIndex,
  query: string,
  options: SearchOptions = {},
): readonly ReferenceHit[] {
  const words = wordsOf(query);
  const { kinds } = options;
  return index
    .filter(({ record }) => kinds === undefined || kinds.includes(record.kind))
    .flatMap((entry) => scoreEntry(entry, words) ?? [])
    .toSorted((a, b) => b.score - a.score)
    .map(({ hit }) => hit);
}

/** A word of the query, with what it can be besides itself; decided once, not for each field. */
type Word = Readonly<{ written: string; digits: string; canSound: boolean; canShorten: boolean }>;

function wordsOf(query: string): readonly Word[] {
  return query
    .split(/\s+/)
    .map((word) => fold(word).folded)
    .filter((written) => written !== '')
    .map((written) => ({
      written,
      digits: written.replaceAll('-', ''),
      canSound: /^[a-z][a-z0-9]*$/.test(written),
      canShorten: /^[\u3400-\u9fff]{2,}$/.test(written),
    }));
}

/** Half-width, small letters, no blanks, one kind of dash; with the offset each character came from. */
function fold(text: string): Readonly<{ folded: string; offsets: readonly number[] }> {
  let folded = '';
  const offsets: number[] = [];
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = (text[offset] as string).normalize('NFKC').toLowerCase();
    for (const character of unit.replaceAll(/[—–―]/g, '-').replaceAll(/\s/g, '').replaceAll('ü', 'v')) {
      folded += character;
      offsets.push(offset);
    }
  }
  return { folded, offsets };
}

function toSearchField([path, role, text]: RawField, pronounce: Pronounce): SearchField {
  const { folded, offsets } = fold(text);
  if (role === 'phone') return { path, role, text, ...withoutDashes(folded, offsets), syllables: null };
  const syllables = role === 'text' ? null : pronounce(folded).map((sound) => (/^[a-z0-9]/.test(sound) ? sound : ''));
  return { path, role, text, folded, offsets, syllables };
}

/** People type a number with dashes, without, or only its end. */
function withoutDashes(folded: string, offsets: readonly number[]): Pick<SearchField, 'folded' | 'offsets'> {
  return {
    folded: folded.replaceAll('-', ''),
    offsets: offsets.filter((_, index) => folded[index] !== '-'),
  };
}

type Span = readonly [start: number, end: number];
type Scored = Readonly<{ score: number; hit: ReferenceHit }>;

function scoreEntry({ record, fields }: SearchEntry, words: readonly Word[]): Scored | null {
  const spans = new Map<SearchField, Span[]>();
  let score = 0;
  for (const word of words) {
    let best = 0;
    for (const field of fields) {
      const found = findWord(field, word);
      if (!found) continue;
      best = Math.max(best, found.score);
      spans.set(field, [...(spans.get(field) ?? []), ...found.spans]);
    }
    if (best === 0) return null;
    score += best;
  }
  const matches = [...spans].map(([field, found]) => ({
    path: field.path,
    text: field.text,
    ranges: mergeRanges(found.map((span) => toRange(field, span))),
  }));
  return { score, hit: { ...record, matches } };
}

type Found = Readonly<{ score: number; spans: readonly Span[] }>;

/** A word as written counts more than as sounded, and that more than as shortened. */
function findWord(field: SearchField, word: Word): Found | null {
  const weight = WEIGHT[field.role];
  const literal = findLiteral(field.folded, field.role === 'phone' ? word.digits : word.written);
  if (literal.length > 0) return { spans: literal, score: weight + closeness(field, literal) };
  const sounded = word.canSound && field.syllables ? findSounded(field.syllables, word.written) : [];
  if (sounded.length > 0) return { spans: sounded, score: weight + closeness(field, sounded) - 4 };
  const isName = field.role === 'name' || field.role === 'body';
  const shortened = isName && word.canShorten ? findShortened(field.folded, word.written) : [];
  return shortened.length > 0 ? { spans: shortened, score: weight - 35 } : null;
}

/** The whole field, or its beginning, is meant rather than a piece from within. */
function closeness(field: SearchField, spans: readonly Span[]): number {
  if (spans[0]?.[0] !== 0) return 0;
  return spans[0][1] === field.folded.length ? 15 : 8;
}

function findLiteral(folded: string, word: string): readonly Span[] {
  if (word === '') return [];
  const spans: Span[] = [];
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
    spans.push([at, at + word.length]);
  }
  return spans;
}

/** 「人社局」 is 人力资源和社会保障局: a short form takes characters in order, none far from the one before. */
const SHORT_FORM_REACH = 5;

function findShortened(folded: string, word: string): readonly Span[] {
  for (let start = folded.indexOf(word.charAt(0)); start !== -1; start = folded.indexOf(word.charAt(0), start + 1)) {
    const places = shortFormFrom(folded, word, start);
    if (places) return places.map((place) => [place, place + 1]);
  }
  return [];
}

function shortFormFrom(folded: string, word: string, start: number): readonly number[] | null {
  const places = [start];
  let last = start;
  for (const character of word.slice(1)) {
    last = folded.indexOf(character, last + 1);
    if (last === -1 || last - (places.at(-1) ?? 0) > SHORT_FORM_REACH) return null;
    places.push(last);
  }
  return places;
}

function findSounded(syllables: readonly string[], word: string): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  while (at < syllables.length) {
    const begins = syllables[at]?.[0] === word[0];
    const end = begins ? soundedEnd(syllables, at, word, 0) : -1;
    if (end !== -1) spans.push([at, end]);
    at = end === -1 ? at + 1 : end;
  }
  return spans;
}

/**
 * Spells `word` from `from` on along the syllables from `at` on: each by its full sound, its initial
 * (z or zh) or, for the last, any beginning. Returns where the spelling ends, or -1.
 */
function soundedEnd(syllables: readonly string[], at: number, word: string, from: number): number {
  if (from === word.length) return at;
  const syllable = syllables[at];
  if (syllable === undefined) return -1;
  if (syllable === '') return soundedEnd(syllables, at + 1, word, from);
  if (syllable.startsWith(word.slice(from))) return at + 1;
  for (const part of spellingsOf(syllable)) {
    if (!word.startsWith(part, from)) continue;
    const end = soundedEnd(syllables, at + 1, word, from + part.length);
    if (end !== -1) return end;
  }
  return -1;
}

function spellingsOf(syllable: string): readonly string[] {
  const initial = syllable.slice(0, 1);
  if (syllable === initial) return [syllable];
  return /^[zcs]h/.test(syllable) ? [syllable, syllable.slice(0, 2), initial] : [syllable, initial];
}

function toRange(field: SearchField, [start, end]: Span): Span {
  return [field.offsets[start] as number, (field.offsets[end - 1] as number) + 1];
}

function mergeRanges(ranges: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const range of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
    else merged.push(range);
  }
  return merged;
}

function recordsOf(edition: ReferenceEdition): readonly ReferenceRecord[] {
  return [
    ...edition.titles.map((item) => ({ kind: 'title', id: `title:${item.number}`, item }) as const),
    ...edition.committees.map(
      (item) => ({ kind: 'committee', id: `committee:${item.level}:${item.number}`, item }) as const,
    ),
    ...edition.planning.map(
      (item) => ({ kind: 'planning', id: `planning:${item.level}:${item.number}`, item }) as const,
    ),
    ...edition.offices.map((item) => ({ kind: 'office', id: `office:${item.number}`, item }) as const),
    ...edition.questions.map((item) => ({ kind: 'question', id: `question:${item.id}`, item }) as const),
    ...edition.sections.map((item) => ({ kind: 'section', id: `section:${item.id}`, item }) as const),
    ...edition.disciplines.map((item) => ({ kind: 'discipline', id: `discipline:${item.name}`, item }) as const),
    ...edition.contacts.map((item) => ({ kind: 'contact', id: `contact:${item.value}`, item }) as const),
  ];
}

function fieldsOf(record: ReferenceRecord): readonly RawField[] {
  switch (record.kind) {
    case 'title':
      return [
        ['name', 'name', record.item.name],
        ...record.item.ladders.flatMap((ladder, row) =>
          Object.entries(ladder).map(([level, title]): RawField => [`ladders.${row}.${level}`, 'title', title]),
        ),
      ];
    case 'planning':
      return [
        ['committee', 'name', record.item.committee],
        ['body', 'body', record.item.body],
        ['due', 'text', record.item.due],
      ];
    case 'committee':
      return [
        ['name', 'name', record.item.name],
        ['body', 'body', record.item.body],
        ['scope', 'text', record.item.scope],
        ...phoneFields(record.item.phones),
      ];
    case 'office':
      return [
        ['name', 'name', record.item.name],
        ['service', 'text', record.item.service],
        ['address', 'address', record.item.address],
        ...phoneFields(record.item.phones),
      ];
    case 'question':
    case 'section':
      return [
        ['id', 'name', record.item.id],
        ['title', 'title', record.item.title],
        ...blockFields(record.item.blocks),
      ];
    case 'discipline':
      return [['name', 'name', record.item.name]];
    case 'contact':
      return [
        ['name', 'name', record.item.name],
        ['value', record.item.kind === 'phone' ? 'phone' : 'address', record.item.value],
      ];
  }
}

function phoneFields(phones: readonly string[]): readonly RawField[] {
  return phones.map((phone, index) => [`phones.${index}`, 'phone', phone]);
}

function blockFields(blocks: readonly GuideBlock[]): readonly RawField[] {
  return blocks.flatMap((block, index) =>
    'text' in block ? [[`blocks.${index}.text`, 'text', block.text] as const] : [],
  );
}
