/** Papers of one file in the order in which they are bound, each person's together, with bookmarks. */
import { PERSON_PAPERS, type PaperKind, type PaperRef, type PersonPaper } from '#model/paper.ts';
import type { Block, Section } from '#ports/paper-document.ts';
import { mergedFiles, personFile } from './documents/person-file.ts';
import type { Draft } from './draft.ts';

/** People in the order in which they were asked for. */
export function inBindingOrder(drafts: readonly Draft[]): readonly Draft[] {
  const bySubject = Map.groupBy(drafts, ({ ref }) => ref.subjectId);
  return [...bySubject.values()].flatMap((papers) => papers.toSorted((a, b) => orderOf(a) - orderOf(b)));
}

function orderOf({ ref }: Draft): number {
  return PERSON_PAPERS.findIndex((kind) => kind === ref.kind);
}

export function isOfPerson(kind: PaperKind): kind is PersonPaper {
  return PERSON_PAPERS.some((one) => one === kind);
}

/** Whose drafts it is among; null: those of the unit and its notices. */
export function applicationOf({ kind, subjectId }: PaperRef): string | null {
  return isOfPerson(kind) ? subjectId : null;
}

export type Part = Readonly<{ draft: Draft; sections: readonly Section[]; docx: Uint8Array | null }>;

/** As many sections as the parts have, in the same order; `parts` in binding order. */
export function bind(parts: readonly Part[]): readonly Section[] {
  if (parts.length === 1) return parts.flatMap(({ sections }) => sections);
  const groups = [...Map.groupBy(parts, ({ draft }) => draft.ref.subjectId).values()];
  return groups.flatMap((group) => boundGroup(group, groups.length > 1));
}

function boundGroup(group: readonly Part[], isAmongOthers: boolean): readonly Section[] {
  const papers = group.flatMap(({ draft: { ref }, sections }) =>
    isOfPerson(ref.kind) ? [{ kind: ref.kind, sections }] : [],
  );
  const [first] = group;
  if (!first || papers.length < group.length) return group.flatMap(marked);
  const { ref, who, title } = first.draft;
  const person = { applicationId: ref.subjectId ?? '', name: who, title, papers };
  return isAmongOthers ? mergedFiles([person]) : personFile(person);
}

/** A paper of the unit, which binds nothing else. */
function marked({ draft, sections: [first, ...rest] }: Part): readonly Section[] {
  if (!first) return [];
  const title = [draft.name, draft.who].filter(Boolean).join('　');
  const mark: Block = {
    kind: 'mark',
    id: `${draft.ref.kind}:${draft.ref.subjectId ?? ''}`,
    bookmark: { title, level: 0 },
  };
  return [{ ...first, startsAtOne: true, blocks: [mark, ...first.blocks] }, ...rest];
}
