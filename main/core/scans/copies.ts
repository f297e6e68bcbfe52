/** What is copied of an application on paper: its materials in the guide's order, each with its scans as JPEG. */
import type { Application, Attachment } from '#model/application.ts';
import type { ModuleId } from '#model/modules.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Vault } from '#vault/vault.ts';
import type { ScanOffice } from './office.ts';
import { selectFiledPages, type PageRow } from './pages.repository.ts';
import type { Pictures } from './pictures.ts';

export type Copy = Readonly<{
  /** a page that was filed here, or a scan that the applicant handed in */
  id: string;
  fileName: string;
  /** of what it is made of: the copy for the city, or the applicant's own scan; null while the copy is being made */
  sha256: string | null;
  /** of the paper; null where nobody knows */
  dpi: number | null;
  /** the applicant's scan is no JPEG: it becomes one when it is first copied */
  isConverted: boolean;
}>;

export type CopiedMaterial = Readonly<{
  id: string;
  moduleId: ModuleId;
  label: string;
  isRequired: boolean;
  copies: readonly Copy[];
}>;

/** Every scan stands once: with the first material that its name shows, or with the rest of its module. */
export function copiedMaterials(
  { db, checks }: Pick<ScanOffice, 'db' | 'checks'>,
  application: Application,
): readonly CopiedMaterial[] {
  const pages = selectFiledPages(db, application.id);
  const byId = new Map(application.attachments.map((attachment) => [attachment.id, attachment]));
  const items = checks.materials(application);
  const taken = new Set<string>();
  const own = new Map(
    items.map(({ id, attachmentIds }) => [id, attachmentIds.flatMap((one) => takeOnce(byId, taken, one))]),
  );
  return items.flatMap(({ id, moduleId, label, isRequired }) => {
    const rest = id === `other:${moduleId}` ? restOf(application, moduleId, taken) : [];
    const filed = pages.filter((page) => isFiledAs(page, { id, moduleId }, items));
    const copies = [...(own.get(id) ?? []), ...rest].map(ofAttachment).concat(filed.map(ofPage));
    return isRequired || copies.length > 0 ? [{ id, moduleId, label, isRequired, copies }] : [];
  });
}

function takeOnce(byId: ReadonlyMap<string, Attachment>, taken: Set<string>, id: string): readonly Attachment[] {
  const attachment = byId.get(id);
  if (!attachment || taken.has(id)) return [];
  taken.add(id);
  return [attachment];
}

function restOf({ attachments }: Application, moduleId: ModuleId, taken: ReadonlySet<string>): readonly Attachment[] {
  return attachments.filter((one) => one.moduleId === moduleId && !taken.has(one.id));
}

type Place = Readonly<{ id: string; moduleId: ModuleId }>;

/** What was filed as something that the application has no more goes with the rest of its module. */
function isFiledAs({ filed }: PageRow, { id, moduleId }: Place, items: readonly Place[]): boolean {
  if (filed?.materialId === id) return true;
  const isKnown = items.some((item) => item.id === filed?.materialId);
  return !isKnown && filed?.moduleId === moduleId && id === `other:${moduleId}`;
}

function ofAttachment({ id, name, sha256, mime }: Attachment): Copy {
  return { id, fileName: name, sha256, dpi: null, isConverted: mime !== 'image/jpeg' };
}

function ofPage({ id, state, copy, filed }: PageRow): Copy {
  const isReady = state === 'ready' && copy !== null;
  return {
    id,
    fileName: filed?.fileName ?? '',
    sha256: isReady ? copy.sha256 : null,
    dpi: isReady ? copy.facts.dpi : null,
    isConverted: false,
  };
}

/** The JPEG of a copy; damaged or gone, it is reported and fetched or made anew where that is possible. */
export async function readCopy(
  { vault, pictures, onLost }: Readonly<{ vault: Vault; pictures: Pictures; onLost(sha256: string): void }>,
  { sha256, isConverted }: Copy,
): Promise<Result<Uint8Array, 'missing' | 'damaged'>> {
  if (sha256 === null) return fail('missing', 'its copy is still being made');
  if (isConverted) {
    const bytes = await pictures.printed(sha256);
    return bytes ? ok(bytes) : fail('damaged');
  }
  const read = await vault.get(sha256);
  if (!read.ok) onLost(sha256);
  return read;
}

/** What was handed in, byte for byte: evidence. */
export type Original = Readonly<{ fileName: string; sha256: string }>;

export function originalsOf(
  { db }: Pick<ScanOffice, 'db'>,
  application: Pick<Application, 'id' | 'attachments'>,
): readonly Original[] {
  const filed = selectFiledPages(db, application.id).map(({ sourceName, sha256 }) => ({
    fileName: sourceName,
    sha256,
  }));
  const own = application.attachments.map(({ name, sha256, mime }) => ({
    fileName: withExtension(name, mime),
    sha256,
  }));
  return [...new Map([...own, ...filed].map((original) => [original.sha256, original])).values()];
}

/** Applicants name their scans by content, often without one. */
function withExtension(name: string, mime: Attachment['mime']): string {
  return /\.(?:jpe?g|png)$/i.test(name) ? name : `${name}.${mime === 'image/png' ? 'png' : 'jpg'}`;
}
