/** What a person does to pages, each act undoable: mend, dismiss, arrange, remove; and the rules of size. */
import { noRoom } from '#archive/db.ts';
import { fail, ok } from '#model/result.ts';
import { freeNames } from './naming.ts';
import { findPages, reconsider, type Answer, type Input, type ScanOffice } from './office.ts';
import {
  deleteDismissal,
  putDismissal,
  selectAllPageIds,
  selectFiledPages,
  updateFiled,
  updateMend,
  updatePlace,
  updateRemoved,
  type PageRow,
} from './pages.repository.ts';
import { replaceRules, selectRules } from './rules.repository.ts';
import { nameTwice, standingRules } from './size.rules.ts';

export function mend(office: ScanOffice, { pages: wanted }: Input<'mend'>): Answer<'mend'> {
  const { db } = office;
  const ids = wanted.map(({ id }) => id);
  const pages = findPages(db, ids);
  if (!pages) return fail('not-found', 'no such page');
  const isOnDisk = office.perform({ act: 'mend', subject: '', detail: { pages: wanted } }, () => {
    for (const { id, mend: next } of wanted) updateMend(db, id, next);
    reconsider(office, ids);
  });
  if (!isOnDisk) return noRoom();
  done(office, pages);
  return ok({ before: pages.map(({ id, mend: before }) => ({ id, mend: before })) });
}

export function dismiss(office: ScanOffice, { id, kind, isDismissed }: Input<'dismiss'>): Answer<'dismiss'> {
  const { db, person, ports } = office;
  const pages = findPages(db, [id]);
  if (!pages) return fail('not-found', 'no such page');
  const isOnDisk = office.perform({ act: 'dismiss', subject: id, detail: { kind, isDismissed } }, () => {
    if (isDismissed) putDismissal(db, { pageId: id, kind, personId: person.id, at: ports.clock.now() });
    else deleteDismissal(db, id, kind);
    reconsider(office, [id]);
  });
  if (!isOnDisk) return noRoom();
  done(office, pages);
  return ok(null);
}

/** They take each other's places; where they are filed, each other's names of the same material too. */
export function arrange(office: ScanOffice, { pageIds }: Input<'arrange'>): Answer<'arrange'> {
  const { db } = office;
  const ids = [...new Set(pageIds)];
  const pages = findPages(db, ids);
  if (!pages) return fail('not-found', 'no such page');
  const byId = new Map(pages.map((page) => [page.id, page]));
  const isOnDisk = office.perform({ act: 'arrange', subject: '', detail: { pageIds: ids } }, () => {
    ids.forEach((id, index) => updatePlace(db, id, pages[index]?.place ?? 0));
    const material = ({ filed }: PageRow) => filed && `${filed.applicationId} ${filed.materialId}`;
    const inOrder = ids.flatMap((id) => byId.get(id) ?? []);
    for (const [key, before] of Map.groupBy(pages, material)) {
      if (key === null) continue;
      const after = inOrder.filter((page) => material(page) === key);
      after.forEach(({ id, filed }, index) => {
        const fileName = before[index]?.filed?.fileName;
        if (filed && fileName !== undefined) updateFiled(db, id, { ...filed, fileName });
      });
    }
  });
  if (!isOnDisk) return noRoom();
  done(office, pages);
  return ok({ before: pages.map(({ id }) => id) });
}

export function remove(office: ScanOffice, { pageIds }: Input<'remove'>): Answer<'remove'> {
  return setRemoved(office, pageIds, 'remove');
}

export function restore(office: ScanOffice, { pageIds }: Input<'restore'>): Answer<'restore'> {
  return setRemoved(office, pageIds, 'restore');
}

/** It keeps where it was filed, under a name that is still free when it comes back. */
function setRemoved(office: ScanOffice, pageIds: readonly string[], act: 'remove' | 'restore'): Answer<'remove'> {
  const { db, ports } = office;
  const pages = findPages(db, pageIds);
  if (!pages) return fail('not-found', 'no such page');
  const at = act === 'remove' ? ports.clock.now() : null;
  const changing = pages.filter(({ removedAt }) => (removedAt === null) !== (at === null));
  const isOnDisk = office.perform({ act, subject: '', detail: { pageIds } }, () => {
    for (const { id } of changing) updateRemoved(db, id, at);
    if (act === 'restore') nameAnew(office, changing);
  });
  if (!isOnDisk) return noRoom();
  done(office, pages);
  return ok(null);
}

/** Its old name may have been given away meanwhile. */
function nameAnew({ db, applications }: ScanOffice, pages: readonly PageRow[]): void {
  for (const { id, filed } of pages) {
    const application = filed && applications.read(filed.applicationId);
    if (!filed || !application) continue;
    const isGivenAway = selectFiledPages(db, filed.applicationId).some(
      (page) => page.id !== id && page.filed?.fileName === filed.fileName,
    );
    if (isGivenAway) updateFiled(db, id, { ...filed, fileName: freeNames(db, application, [id])(filed.label) });
  }
}

export function rules({ db, checks }: ScanOffice): Answer<'rules'> {
  return ok({ rules: [...standingRules(selectRules(db))], materials: [...checks.kinds()] });
}

export function saveRules(office: ScanOffice, { rules: wanted }: Input<'saveRules'>): Answer<'saveRules'> {
  if (nameTwice(wanted)) return fail('twice', 'two rules name the same');
  const { db } = office;
  const isOnDisk = office.perform(
    { act: 'rules', subject: '', detail: { rules: wanted.map(({ rule }) => rule) } },
    () => {
      replaceRules(db, wanted);
      reconsider(office, selectAllPageIds(db));
    },
  );
  if (!isOnDisk) return noRoom();
  done(office, []);
  return ok(null);
}

function done(office: ScanOffice, pages: readonly PageRow[]): void {
  const intakes = new Set(pages.map(({ intakeId }) => intakeId));
  const [only] = intakes;
  office.tell(intakes.size === 1 && only !== undefined ? only : null);
  office.wake();
}
