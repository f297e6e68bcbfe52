/** What the reviewer has to know of papers before they are printed. */
import type { PaperNote } from '#ports/paper-document.ts';
import type { Draft } from './draft.ts';
import type { Output } from './office.ts';

type Note = Output<'preview'>['notes'][number];

const LONGEST = 200;

export function notesOf(draft: Draft, notes: readonly PaperNote[]): Note[] {
  const tooEarly: readonly Note[] = draft.isTooEarly ? [{ kind: 'not-passed', text: '', page: null }] : [];
  return [...tooEarly, ...notes.map(toNote)].slice(0, 500);
}

function toNote(note: PaperNote): Note {
  const text = 'text' in note ? note.text : '';
  return { kind: note.kind, text: text.slice(0, LONGEST), page: note.page };
}
