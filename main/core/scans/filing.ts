/** Pages filed as materials of an application, named by content, and the checklist of what is there. */
import { noRoom } from '#archive/db.ts';
import { fail, ok } from '#model/result.ts';
import type { MaterialItem } from '../findings/findings.service.ts';
import { freeNames } from './naming.ts';
import { findPages, reconsider, type Answer, type Input, type Output, type ScanOffice } from './office.ts';
import { selectFiledPages, updateFiled, type PageRow } from './pages.repository.ts';

type Before = Output<'unfile'>['before'];

export function file(office: ScanOffice, input: Input<'file'>): Answer<'file'> {
  const { db, applications, checks } = office;
  const { pageIds, applicationId, materialId } = input;
  const application = applications.read(applicationId);
  const material = application && checks.materials(application).find(({ id }) => id === materialId);
  if (!application || !material) return fail('not-found', 'no such application or material');
  const pages = findPages(db, pageIds);
  if (!pages || pages.some(({ removedAt }) => removedAt !== null)) return fail('not-found', 'no such page');
  if (pages.some(({ state }) => state === 'unreadable')) return fail('unreadable');
  const moving = pages.filter(({ filed }) => filed?.applicationId !== applicationId || filed.materialId !== materialId);
  const movingIds = moving.map(({ id }) => id);
  const nextName = freeNames(db, application, movingIds);
  const named = moving.map(({ id }) => ({ id, fileName: nextName(material.label) }));
  const { label, moduleId } = material;
  const act = { act: 'file', subject: applicationId, detail: { materialId, pageIds: movingIds } };
  const isOnDisk = office.perform(act, () => {
    for (const { id, fileName } of named) updateFiled(db, id, { applicationId, materialId, label, moduleId, fileName });
    reconsider(office, movingIds);
  });
  if (!isOnDisk) return noRoom();
  done(office);
  const names = new Map(named.map(({ id, fileName }) => [id, fileName]));
  return ok({
    pages: pages.map(({ id, filed }) => ({ id, fileName: names.get(id) ?? filed?.fileName ?? '' })),
    before: whereFiled(pages),
  });
}

export function unfile(office: ScanOffice, { pageIds }: Input<'unfile'>): Answer<'unfile'> {
  const { db } = office;
  const pages = findPages(db, pageIds);
  if (!pages) return fail('not-found', 'no such page');
  const isOnDisk = office.perform({ act: 'unfile', subject: '', detail: { pageIds } }, () => {
    for (const { id } of pages) updateFiled(db, id, null);
    reconsider(office, pageIds);
  });
  if (!isOnDisk) return noRoom();
  done(office);
  return ok({ before: whereFiled(pages) });
}

function whereFiled(pages: readonly PageRow[]): Before {
  return pages.map(({ id, filed }) => ({
    id,
    filed: filed && { applicationId: filed.applicationId, materialId: filed.materialId },
  }));
}

function done(office: ScanOffice): void {
  office.tell(null);
  office.wake();
}

export function checklist(office: ScanOffice, applicationId: string): Answer<'checklist'> {
  const { db, applications, checks } = office;
  const application = applications.read(applicationId);
  if (!application) return fail('not-found', 'no such application');
  const pages = selectFiledPages(db, applicationId);
  const items = checks.materials(application);
  const materials = [...items, ...formerMaterials(items, pages)].map((item) => materialView(item, pages));
  return ok({ person: application.applicant.name, materials });
}

function materialView(item: Omit<MaterialItem, 'words' | 'unclear'>, pages: readonly PageRow[]) {
  const { id, moduleId, label, source, isRequired, attachmentIds } = item;
  const pageIds = pages.filter(({ filed }) => filed?.materialId === id).map((page) => page.id);
  const isComplete = attachmentIds.length + pageIds.length > 0;
  return { id, moduleId, label, source, isRequired, attachmentIds: [...attachmentIds], pageIds, isComplete };
}

/** Pages that were filed as something that the application has no more: a record that its applicant took out. */
function formerMaterials(
  items: readonly MaterialItem[],
  pages: readonly PageRow[],
): readonly Omit<MaterialItem, 'words' | 'unclear'>[] {
  const known = new Set(items.map(({ id }) => id));
  const former = new Map(
    pages.flatMap(({ filed }) => (filed && !known.has(filed.materialId) ? [[filed.materialId, filed]] : [])),
  );
  return [...former.values()].map(({ materialId, moduleId, label }) => ({
    id: materialId,
    moduleId,
    label,
    source: '五(二)',
    isRequired: false,
    attachmentIds: [],
  }));
}
