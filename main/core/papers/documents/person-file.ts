/** Papers bound into one file: in the order of binding, with bookmarks, and pages counted through. */
import { PERSON_PAPERS } from '#model/paper.ts';
import type { Block, Section } from '#ports/paper-document.ts';
import type { WrittenPaper } from './inputs.ts';
import { paperMark, type Edge } from './marks.ts';
import { PAPER_TITLES } from './paper-titles.ts';

export type PersonFile = Readonly<{
  applicationId: string;
  /** for the bookmark among others' */
  name: string;
  title: string;
  papers: readonly WrittenPaper[];
}>;

/** One person's file. */
export function personFile(person: PersonFile): readonly Section[] {
  return boundPapers(person, 0);
}

/** Several people after one another, a bookmark each; everybody's pages begin at 1. */
export function mergedFiles(people: readonly PersonFile[]): readonly Section[] {
  return people.flatMap((person) => {
    const [first, ...rest] = boundPapers(person, 1);
    if (!first) return [];
    const bookmark = { title: `${person.name}　${person.title}`, level: 0 };
    const mark: Block = { kind: 'mark', id: `${person.applicationId}:person`, bookmark };
    return [{ ...first, blocks: [mark, ...first.blocks] }, ...rest];
  });
}

/** `level`: of the papers' own bookmarks; those inside them come below. */
function boundPapers({ applicationId, papers }: PersonFile, level: number): readonly Section[] {
  const inOrder = PERSON_PAPERS.flatMap((kind) => papers.filter((paper) => paper.kind === kind));
  const sections = inOrder.flatMap((paper) => boundPaper(applicationId, paper, level));
  return sections.map((section, at) => ({ ...section, startsAtOne: at === 0 }));
}

function boundPaper(applicationId: string, { kind, sections }: WrittenPaper, level: number): readonly Section[] {
  const markAt = (edge: Edge, title?: string): Block => {
    const id = paperMark(applicationId, kind, edge);
    return title === undefined ? { kind: 'mark', id } : { kind: 'mark', id, bookmark: { title, level } };
  };
  return sections.map((section, at) => {
    const first = at === 0 ? [markAt('first', PAPER_TITLES[kind])] : [];
    const last = at === sections.length - 1 ? [markAt('last')] : [];
    const blocks = section.blocks.map((block) => lowered(block, level + 1));
    return { ...section, blocks: [...first, ...blocks, ...last] };
  });
}

function lowered(block: Block, by: number): Block {
  if (block.kind !== 'mark' || !block.bookmark) return block;
  return { ...block, bookmark: { ...block.bookmark, level: block.bookmark.level + by } };
}
