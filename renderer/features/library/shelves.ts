/** Which entries stand under which tab. Pure. */
import type { Hit } from './types.ts';

export const LIBRARY_TABS = [
  'titles',
  'committees',
  'planning',
  'offices',
  'recognition',
  'questions',
  'sections',
  'disciplines',
] as const;
/** A shelf of the guide. */
export type Shelf = (typeof LIBRARY_TABS)[number];
/** `all`: what a search found anywhere */
export type LibraryTab = Shelf | 'all' | 'calendar';
export type Shelves = Readonly<Record<Shelf, readonly Hit[]>>;

/** 考核定职 is told by three questions. */
const RECOGNITION: ReadonlySet<string> = new Set(['question:Q12', 'question:Q13', 'question:Q14']);

const SHELF_OF = {
  title: 'titles',
  committee: 'committees',
  planning: 'planning',
  office: 'offices',
  contact: 'offices',
  question: 'questions',
  section: 'sections',
  discipline: 'disciplines',
} as const satisfies Readonly<Record<Hit['kind'], Shelf>>;

export function shelfOf(hit: Hit): Shelf {
  return SHELF_OF[hit.kind];
}

/** Entries by number within each kind, as the guide prints them, whatever the order in which they were found. */
export function shelve(hits: readonly Hit[]): Shelves {
  const on = (shelf: Shelf) => hits.filter((hit) => SHELF_OF[hit.kind] === shelf).toSorted(inPrint);
  return {
    titles: on('titles'),
    committees: on('committees'),
    planning: on('planning'),
    offices: on('offices'),
    recognition: hits.filter((hit) => RECOGNITION.has(hit.id)).toSorted(inPrint),
    questions: on('questions'),
    sections: on('sections'),
    disciplines: on('disciplines'),
  };
}

function inPrint(a: Hit, b: Hit): number {
  return rankOf(a) - rankOf(b);
}

/** Offices before the other telephones, high committees before middle ones; what has no number keeps its order. */
function rankOf({ item, kind }: Hit): number {
  const group = kind === 'contact' || ('level' in item && item.level === 'middle') ? 1000 : 0;
  return group + ('number' in item ? item.number : 0);
}

/**
 * The number beside a tab's word. Unsearched it is the guide's own: 22 offices, without the few other
 * telephones; 考核定职 is a text and has none.
 */
export function countShown(shelves: Shelves, shelf: Shelf, isSearch: boolean): number | null {
  if (isSearch) return shelves[shelf].length;
  if (shelf === 'recognition') return null;
  return shelves[shelf].filter(({ kind }) => kind !== 'contact').length;
}

/** What Ctrl+C copies: the telephone numbers, or a contact's address. */
export function copyablesOf(hit: Hit): readonly string[] {
  switch (hit.kind) {
    case 'committee':
    case 'office':
      return hit.item.phones;
    case 'contact':
      return [hit.item.value];
    case 'title':
    case 'planning':
    case 'question':
    case 'section':
    case 'discipline':
      return [];
  }
}

const PAGE_ROWS = 10;

/** Where the moving row goes; undefined for a key that does not move it. Stays inside the list. */
export function rowAfter(key: string, index: number, total: number): number | undefined {
  const target = targetOf(key, index, total);
  return target === undefined || total === 0 ? undefined : Math.max(0, Math.min(total - 1, target));
}

function targetOf(key: string, index: number, total: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + PAGE_ROWS;
    case 'PageUp':
      return index - PAGE_ROWS;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return undefined;
  }
}
