/** The office's own .docx instead of ours: shown, checked before it is taken, and given back. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { noRoom } from '#archive/db.ts';
import { TEMPLATE_KINDS, TEMPLATE_NAMES, type TemplateKind } from '#model/paper.ts';
import { fail, ok } from '#model/result.ts';
import { hashOf } from '#vault/keep-bytes.ts';
import { DOCX } from './file-names.ts';
import type { Answer, Input, PapersOffice } from './office.ts';
import { deleteTemplate, putTemplate, selectTemplate, selectTemplates } from './papers.repository.ts';
import { placeholdersFor } from './templates/templates.ts';

/** bytes; a letter with a picture in its head is far below it */
const MAX_BYTES = 5 * 1024 * 1024;

function builtInPath(resources: string, kind: TemplateKind): string {
  return path.join(resources, 'templates', `${kind}.docx`);
}

/** The office's own, or ours. */
export async function templateBytes(
  { db, ports }: Pick<PapersOffice, 'db' | 'ports'>,
  kind: TemplateKind,
): Promise<Uint8Array> {
  return selectTemplate(db, kind) ?? (await readFile(builtInPath(ports.paths.resources, kind)));
}

export async function showTemplates(office: PapersOffice): Promise<Answer<'templates'>> {
  const own = new Map(selectTemplates(office.db).map((template) => [template.kind, template]));
  const templates = TEMPLATE_KINDS.map((kind) => {
    const fileName = `模板-${TEMPLATE_NAMES[kind]}.docx`;
    const address = office.downloads.addressOf({ fileName, mime: DOCX, bytes: () => templateBytes(office, kind) });
    const saved = own.get(kind);
    return {
      kind,
      isOwn: saved !== undefined,
      savedAt: saved?.savedAt ?? null,
      savedBy: saved?.savedBy ?? '',
      fileName,
      address,
      placeholders: placeholdersFor(kind).map((placeholder) => ({ ...placeholder })),
    };
  });
  return ok({ templates });
}

export async function replaceTemplate(
  office: PapersOffice,
  { kind, token }: Input<'replaceTemplate'>,
): Promise<Answer<'replaceTemplate'>> {
  const { db, person, ports } = office;
  const handedIn = await ports.files.take(token);
  if (!handedIn) return fail('file-gone');
  const { bytes } = handedIn;
  if (bytes.byteLength > MAX_BYTES) return refused('too-large');
  const checked = await ports.jobs.run('checkTemplate', { bytes, placeholders: placeholdersFor(kind) });
  if (!checked.ok) return refused('damaged');
  const { problems } = checked.value;
  if (problems.some(({ code }) => code !== 'not-drawn')) return fail('bad-template', 'refused', { problems });
  const sha256 = hashOf(bytes);
  const isOnDisk = office.perform({ act: 'replace-template', subject: '', detail: { kind, sha256 } }, () =>
    putTemplate(db, { kind, docx: bytes, sha256, savedAt: ports.clock.now(), savedBy: person.name }),
  );
  if (!isOnDisk) return noRoom();
  office.tell();
  return ok({ warnings: [...problems] });
}

function refused(reason: 'too-large' | 'damaged'): Answer<'replaceTemplate'> {
  return fail('bad-template', reason, { problems: [{ code: 'unreadable', reason, text: '' }] });
}

export function restoreTemplate(office: PapersOffice, kind: TemplateKind): Answer<'restoreTemplate'> {
  const isOnDisk = office.perform({ act: 'restore-template', subject: '', detail: { kind } }, () =>
    deleteTemplate(office.db, kind),
  );
  if (!isOnDisk) return noRoom();
  office.tell();
  return ok(null);
}
