/** Lays a whole document out: pages with drawings, their numbers, and where its marks came to stand. */
import type { ImageFacts, PaperDocument, PaperNote, Section, SetPaper } from '#ports/paper-document.ts';
import type { Draft } from './cursor.ts';
import type { SetPage } from './drawing.ts';
import { flowSection, type Bookmark } from './flow.ts';
import { drawStrips } from './strips.ts';

/** `y`: points from the sheet's top */
type Mark = Readonly<{ id: string; page: number; y: number; bookmark?: Bookmark | undefined }>;

export type LaidOut = Readonly<{
  pages: readonly (SetPage & Readonly<{ number: number }>)[];
  marks: readonly Mark[];
  notes: readonly PaperNote[];
  endorsements: SetPaper['endorsements'];
}>;

const PAGE_OF_MARK = /\{page:([^}]+)\}/gu;
/** Before it is known: as wide as most will be. */
const UNKNOWN_PAGE = '00';
/** A page number that moves a mark that moves a number: it settles at once, or is left as it came to stand. */
const MOST_ROUNDS = 4;

export function layOut(document: PaperDocument, images: readonly ImageFacts[]): LaidOut {
  const facts = new Map(images.map((image) => [image.id, image]));
  let numbers: ReadonlyMap<string, string> = new Map();
  for (let round = 1; ; round += 1) {
    const asked = new Set<string>();
    const resolve = (text: string) =>
      text.includes('{page:')
        ? text.replaceAll(PAGE_OF_MARK, (typed, id: string) => {
            asked.add(id);
            // somebody may have typed just that: then no mark has this name, and it is text
            return numbers.get(id) ?? (round === 1 ? UNKNOWN_PAGE : typed);
          })
        : text;
    const laid = layOutOnce(document, facts, resolve);
    const before = numbers;
    numbers = new Map(laid.marks.map(({ id, page }) => [id, String(laid.pages[page - 1]?.number ?? '')]));
    const isSettled = asked.size === 0 || (round > 1 && [...asked].every((id) => numbers.get(id) === before.get(id)));
    if (isSettled || round === MOST_ROUNDS) return laid;
  }
}

function layOutOnce(
  document: PaperDocument,
  images: ReadonlyMap<string, ImageFacts>,
  resolve: (text: string) => string,
): LaidOut {
  const draft: Draft = { pages: [], notes: [], endorsements: [] };
  const marks: Mark[] = [];
  const context = { images, resolve, mark: (mark: Mark) => void marks.push(mark) };
  for (const [index, section] of document.sections.entries()) flowSection(draft, section, index, context);
  const numbers = numbersOf(draft.pages, document.sections);
  const pages = draft.pages.map((page, n) => {
    const number = numbers[n] ?? { page: n + 1, pages: draft.pages.length };
    const section = document.sections[page.section];
    if (section) page.drawings.push(...drawStrips(section, number, context));
    return { ...page, number: number.page };
  });
  return { pages, marks, notes: draft.notes, endorsements: draft.endorsements };
}

/** Of each page, and of how many: sections that go on counting are counted together. */
function numbersOf(
  pages: readonly SetPage[],
  sections: readonly Section[],
): readonly Readonly<{ page: number; pages: number }>[] {
  const starts: number[] = [];
  let start = 0;
  for (const [n, page] of pages.entries()) {
    const isFirstOfSection = n === 0 || pages[n - 1]?.section !== page.section;
    if (isFirstOfSection && sections[page.section]?.startsAtOne) start = n;
    starts.push(start);
  }
  const counts = new Map<number, number>();
  for (const first of starts) counts.set(first, (counts.get(first) ?? 0) + 1);
  return starts.map((first, n) => ({ page: n - first + 1, pages: counts.get(first) ?? 0 }));
}
