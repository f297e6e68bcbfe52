/** The rows of the matrix: a person with the papers of one, or a paper of the unit; and which papers an act means. */
import { PAPER_STATES, PERSON_PAPERS, type PaperState, type PersonPaper } from '#model/paper.ts';
import type { Ref, Standing, PersonRow, UnitRow } from './types.ts';

/** In the order in which the office looks for them; bound they are in the order of PERSON_PAPERS. */
export const COLUMNS: readonly PersonPaper[] = [
  'evaluation-form',
  'material-list',
  'bag-cover',
  'endorsed-copies',
  'publicity-proof',
  'return-letter',
];

export type MatrixRow = Readonly<{
  /** an application's, or the paper's own */
  id: string;
  name: string;
  /** of a person */
  title: string;
  committee: string;
  isElectronicPassed: boolean;
  papers: readonly Standing[];
}>;

export function personRow({ applicationId, ...row }: PersonRow): MatrixRow {
  return { id: applicationId, ...row };
}

export function unitRow({ label, paper }: UnitRow): MatrixRow {
  const id = `${paper.ref.kind} ${paper.ref.subjectId ?? ''}`;
  return { id, name: label, title: '', committee: '', isElectronicPassed: true, papers: [paper] };
}

/** The paper of a row in a column; null: it has none, as most have no letter of return. */
export function paperIn({ papers }: MatrixRow, kind: Ref['kind']): Standing | null {
  return papers.find(({ ref }) => ref.kind === kind) ?? null;
}

/** The letter of return only where something was returned. */
export function columnsOf(rows: readonly MatrixRow[], only: PersonPaper | null): readonly PersonPaper[] {
  if (only !== null) return [only];
  return COLUMNS.filter((kind) => kind !== 'return-letter' || rows.some((row) => paperIn(row, kind) !== null));
}

/** What an act on these rows means, person by person and bound in order; `only`: of one kind. */
export function papersOf(rows: readonly MatrixRow[], only: PersonPaper | null): readonly Standing[] {
  return rows.flatMap(({ papers }) =>
    papers.filter(({ ref }) => only === null || ref.kind === only).toSorted(byBinding),
  );
}

const ORDER: readonly string[] = PERSON_PAPERS;

function byBinding(a: Standing, b: Standing): number {
  return ORDER.indexOf(a.ref.kind) - ORDER.indexOf(b.ref.kind);
}

export function makeable(papers: readonly Standing[]): readonly Standing[] {
  return papers.filter(({ problem }) => problem === null);
}

export type Markable = Readonly<{
  refs: readonly Ref[];
  /** never made */
  unmade: number;
  /** 请重打: what lies there is not what would be handed in */
  stale: number;
}>;

/** Which of them can be marked so: those that have not come as far yet. */
export function markable(papers: readonly Standing[], state: PaperState): Markable {
  const made = papers.filter((paper) => paper.state !== 'none');
  const current = made.filter(({ isStale }) => !isStale);
  const refs = current.filter((paper) => rankOf(paper.state) < rankOf(state)).map(({ ref }) => ref);
  return { refs, unmade: papers.length - made.length, stale: made.length - current.length };
}

function rankOf(state: PaperState): number {
  return PAPER_STATES.indexOf(state);
}

/** From which paper on a run is printed again, where the page `from` of it and those after it failed. */
export function printAgain(
  papers: readonly Readonly<{ ref: Ref; firstPage: number; pages: number }>[],
  from: number,
): Readonly<{ done: readonly Ref[]; again: readonly Ref[] }> {
  const at = papers.findIndex(({ firstPage, pages }) => from < firstPage + pages);
  const refs = papers.map(({ ref }) => ref);
  return at === -1 ? { done: refs, again: [] } : { done: refs.slice(0, at), again: refs.slice(at) };
}
