/** Names of the places that contents and bookmarks lead to; one file may hold many people. */
import type { PersonPaper } from '#model/paper.ts';

export type Edge = 'first' | 'last';

/** The first and the last page of a paper. */
export function paperMark(applicationId: string, kind: PersonPaper, edge: Edge): string {
  return `${applicationId}:${kind}:${edge}`;
}

/** A page of a copy, from 1. */
export function copyMark(applicationId: string, materialId: string, page: number): string {
  return `${applicationId}:endorsed-copies:${materialId}:${page}`;
}
