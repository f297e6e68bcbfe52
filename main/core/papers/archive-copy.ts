/**
 * 存档: for each application its papers, every original, what was filed and its history (五(二)3(6)), and a manifest
 * with the hash of each, signed by this computer. Anybody checks it with the script that lies beside.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import type { Application } from '#model/application.ts';
import { hashOf } from '#vault/keep-bytes.ts';
import { bytesOf } from './assembling.ts';
import type { BatchWork } from './batches.ts';
import { fileNameOf, freeName, PDF, safeFileName } from './file-names.ts';
import { setGroup } from './making.ts';
import { manifestOf } from './manifest.ts';
import type { Input, Output, PapersOffice } from './office.ts';
import type { Unset } from './setting.ts';

type File = Output<'batch'>['files'][number];
/** `folder`: below the person's; the hash is of what `bytes` gives, whenever that is. */
type Content = Readonly<{
  folder: string;
  fileName: string;
  mime: string;
  sizeBytes: number;
  sha256: string;
  bytes(): Promise<Uint8Array>;
}>;

const BINARY = 'application/octet-stream';
const CHECKER = 'verify-copy.mjs';
/** What one batch offers at the most stays whole: a person whose files are beyond it is named instead. */
export const MOST_FILES = 4000;

export async function copyForArchive(
  office: PapersOffice,
  { applicationIds, password }: Pick<Input<'archiveCopy'>, 'applicationIds' | 'password'>,
  { signal, add }: BatchWork,
  mostFiles = MOST_FILES,
): Promise<void> {
  const names = new Set<string>();
  let offered = 0;
  const checker = contentOf(CHECKER, await readFile(path.join(office.ports.paths.resources, 'scripts', CHECKER)));
  for (const id of applicationIds) {
    if (signal.aborted) return;
    const application = office.applications.read(id);
    if (!application) {
      add({}, 1);
      continue;
    }
    const { applicant, filing } = application;
    const folder = freeName(fileNameOf([applicant.name, filing.title], 'pdf'), names).replace(/\.pdf$/, '');
    const gathered = await contentsOf(office, application, signal);
    if (gathered === 'cancelled') return;
    const { contents, failed } = gathered;
    const whole = [...contents, checker];
    const files =
      password === null
        ? whole.map((one) => plainFile(office, folder, one))
        : [zipFile(office, folder, whole, password)];
    if (offered + files.length > mostFiles) {
      const ref = { kind: 'endorsed-copies', subjectId: id } as const;
      add({ failed: [{ ref, who: applicant.name, problem: 'too-many-files', detail: '' }] }, 1);
      continue;
    }
    offered += files.length;
    add({ files, failed: [...failed] }, 1);
  }
}

type Gathered = Readonly<{ contents: readonly Content[]; failed: readonly Unset[] }>;

/** Each read once, for its hash: what is damaged is named, and is not in the manifest. */
async function contentsOf(
  office: PapersOffice,
  application: Application,
  signal: AbortSignal,
): Promise<Gathered | 'cancelled'> {
  const papers = await papersOf(office, application.id, signal);
  if (papers === 'cancelled') return papers;
  const originals = await originalsOf(office, application, signal);
  if (originals === 'cancelled') return originals;
  const contents = [contentOf('申报与审核记录.json', jsonOf(application)), ...papers.contents, ...originals.contents];
  const files = contents.map((content) => ({
    path: pathOf(content),
    sha256: content.sha256,
    sizeBytes: content.sizeBytes,
  }));
  const manifest = contentOf('manifest.json', manifestOf(office, application, files));
  return { contents: [...contents, manifest], failed: [...papers.failed, ...originals.failed] };
}

async function originalsOf(
  office: PapersOffice,
  application: Application,
  signal: AbortSignal,
): Promise<Gathered | 'cancelled'> {
  const ref = { kind: 'endorsed-copies', subjectId: application.id } as const;
  const contents: Content[] = [];
  const failed: Unset[] = [];
  const names = new Set<string>();
  for (const { fileName, sha256 } of office.intake.originals(application)) {
    if (signal.aborted) return 'cancelled';
    // the vault knows its files by their hash, and gives none that has another
    const read = await office.vault.get(sha256);
    if (read.ok) {
      const named = { folder: '原件', fileName: freeName(safeFileName(fileName), names), mime: BINARY };
      contents.push({ ...named, sizeBytes: read.value.byteLength, sha256, bytes: () => original(office, sha256) });
    } else failed.push({ ref, who: application.applicant.name, problem: 'scan-damaged', detail: fileName });
  }
  return { contents, failed };
}

function pathOf({ folder, fileName }: Pick<Content, 'folder' | 'fileName'>): string {
  return [folder, fileName].filter(Boolean).join('/');
}

/** Those that can be made, as one file in their binding order. */
async function papersOf(
  office: PapersOffice,
  applicationId: string,
  signal: AbortSignal,
): Promise<Gathered | 'cancelled'> {
  const refs = office.draftsOf(applicationId).flatMap(({ ref, problem }) => (problem === null ? [ref] : []));
  if (refs.length === 0) return { contents: [], failed: [] };
  const made = await setGroup(office, { name: null, refs, leavesOut: false }, signal);
  if (made === 'cancelled') return made;
  const { setting, failed } = made;
  if (!setting) return { contents: [], failed };
  const { sizeBytes } = setting.set;
  const bytes = (): Promise<Uint8Array> => bytesOf(office, setting);
  const sha256 = hashOf(await bytes());
  return { contents: [{ folder: '', fileName: '申报材料.pdf', mime: PDF, sizeBytes, sha256, bytes }], failed };
}

async function original({ vault }: PapersOffice, sha256: string): Promise<Uint8Array> {
  const read = await vault.get(sha256);
  if (!read.ok) throw new Error('an original is gone since it was listed');
  return read.value;
}

function jsonOf(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
}

function contentOf(fileName: string, content: Uint8Array): Content {
  const sha256 = hashOf(content);
  return { folder: '', fileName, mime: BINARY, sizeBytes: content.byteLength, sha256, bytes: async () => content };
}

function plainFile(
  { downloads }: PapersOffice,
  person: string,
  { folder, fileName, mime, sizeBytes, bytes }: Content,
): File {
  const address = downloads.addressOf({ fileName, mime, bytes });
  return { folder: [person, folder].filter(Boolean).join('/'), fileName, address, sizeBytes, pages: 0, refs: [] };
}

/** AES-256 as 7-Zip and WinRAR open it. */
function zipFile({ downloads }: PapersOffice, person: string, contents: readonly Content[], password: string): File {
  const fileName = `${person}.zip`;
  const address = downloads.addressOf({
    fileName,
    mime: 'application/zip',
    async bytes() {
      const zip = new ZipWriter(new Uint8ArrayWriter(), { password, encryptionStrength: 3, useWebWorkers: false });
      for (const content of contents) {
        // scans and PDF are as small as they get
        await zip.add(pathOf(content), new Uint8ArrayReader(await content.bytes()), { level: 0 });
      }
      return zip.close();
    },
  });
  const sizeBytes = contents.reduce((sum, content) => sum + content.sizeBytes, 0);
  return { folder: '', fileName, address, sizeBytes, pages: 0, refs: [] };
}
