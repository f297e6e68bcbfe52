/** The papers of the unit and of its notices. */
import type { Draft } from './draft.ts';
import type { PapersDeps } from './office.ts';

export function unitDrafts(_deps: PapersDeps): readonly Draft[] {
  return [];
}
