/** How far papers have come, as a person says: 已打印, 已盖章, 已报送; and where their endorsements stand. */
import { noRoom } from '#archive/db.ts';
import type { PaperRef } from '#model/paper.ts';
import { fail, ok } from '#model/result.ts';
import type { Draft } from './draft.ts';
import type { Answer, Input, PapersOffice } from './office.ts';
import { deletePaper, deletePlace, putPaper, putPlace, selectPaper, subjectOf } from './papers.repository.ts';

export function markPapers(office: PapersOffice, { refs, state, on }: Input<'mark'>): Answer<'mark'> {
  const { db, person, ports } = office;
  const known = refs.map((ref) => ({ ref, row: selectPaper(db, ref) }));
  const found = known.flatMap(({ ref, row }) => (row ? [{ ref, row }] : []));
  const handedInOn = state === 'handed-in' ? on : null;
  const detail = { state, papers: found.map(({ ref }) => ref) };
  const isOnDisk = office.perform({ act: 'mark', subject: '', detail }, () => {
    for (const { ref, row } of found) {
      if (state === 'none') deletePaper(db, ref);
      else putPaper(db, { ...row, state, at: ports.clock.now(), handedInOn }, person.id);
    }
  });
  if (!isOnDisk) return noRoom();
  office.tell();
  return ok({
    before: found.map(({ ref, row }) => ({ ref, state: row.state, on: row.handedInOn })),
    leftOut: known.flatMap(({ ref, row }) => (row ? [] : [ref])),
  });
}

/** Set and whole. A paper that says the same as before keeps how far it has come. */
export function recordMade(office: PapersOffice, made: readonly Readonly<{ draft: Draft; pages: number }>[]): boolean {
  const { db, person, ports } = office;
  const changed = made.filter(({ draft: { ref, fingerprint }, pages }) => {
    const row = selectPaper(db, ref);
    return row?.fingerprint !== fingerprint || row.pages !== pages;
  });
  if (changed.length === 0) return true;
  const papers: PaperRef[] = changed.map(({ draft }) => draft.ref);
  const isOnDisk = office.perform({ act: 'make', subject: '', detail: { papers } }, () => {
    for (const { draft, pages } of changed) {
      const { kind } = draft.ref;
      const row = { kind, subject: subjectOf(draft.ref), fingerprint: draft.fingerprint, pages };
      putPaper(db, { ...row, state: 'made', at: ports.clock.now(), handedInOn: null }, person.id);
    }
  });
  if (isOnDisk) office.tell();
  return isOnDisk;
}

export function placeEndorsement(office: PapersOffice, { applicationId, pageId, at }: Input<'place'>): Answer<'place'> {
  const { db } = office;
  const draft = office.draft({ kind: 'endorsed-copies', subjectId: applicationId });
  if (!draft?.copies.some(({ id }) => id === pageId)) return fail('not-found', 'no such copy');
  const isOnDisk = office.perform({ act: 'place', subject: applicationId, detail: { pageId, at } }, () => {
    if (at) putPlace(db, applicationId, pageId, at);
    else deletePlace(db, applicationId, pageId);
  });
  if (!isOnDisk) return noRoom();
  office.tell();
  return ok(null);
}
