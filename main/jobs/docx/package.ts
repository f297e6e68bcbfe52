/**
 * A .docx taken apart: a zip of XML parts (ECMA-376, Open Packaging). Whoever made it may mean harm, so that
 * nothing is unpacked further than these limits, and what it would run or fetch is refused.
 */
import { Uint8ArrayReader, ZipReader, configure, type FileEntry } from '@zip.js/zip.js';
import type { TemplateReason } from '#model/paper.ts';
import { fail, ok, type Result } from '#model/result.ts';
import { elementsOf, parseXml, XmlTooLarge } from './xml.ts';

/** bytes; an office's letter with its head as a picture has less than one million */
const MAX_FILE = 16 * 1024 * 1024;
/** bytes of all parts together, and of one that is read as text */
const MAX_UNPACKED = 48 * 1024 * 1024;
const MAX_XML = 8 * 1024 * 1024;
const MAX_PARTS = 1000;

export const MAIN_PART = 'word/document.xml';
const SETTINGS_PART = 'word/settings.xml';
const TYPES_PART = '[Content_Types].xml';
const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** In the order of the file. Text parts are XML without a document type. */
export type Package = ReadonlyMap<string, Uint8Array>;
type Why = Extract<TemplateReason, 'not-docx' | 'encrypted' | 'damaged' | 'too-large' | 'macros' | 'external'>;

configure({ useWebWorkers: false });

export async function openPackage(bytes: Uint8Array): Promise<Result<Package, Why>> {
  if (bytes.length > MAX_FILE) return fail('too-large');
  const container = containerOf(bytes);
  if (container !== 'zip') return fail(container);
  try {
    const parts = await unpack(bytes);
    return whyRefused(parts) ?? ok(withoutAttachedTemplate(parts));
  } catch (error) {
    if (error instanceof TooLarge || error instanceof XmlTooLarge) return fail('too-large');
    return fail(error instanceof Encrypted ? 'encrypted' : 'damaged');
  }
}

/** A Word file with a password, and a .doc, are both compound files of the 1990s. */
function containerOf(bytes: Uint8Array): 'zip' | 'encrypted' | 'not-docx' {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (head.startsWith('504b0304')) return 'zip';
  const isCompound = head === 'd0cf11e0a1b11ae1';
  return isCompound && Buffer.from(bytes).includes('EncryptedPackage', 0, 'utf16le') ? 'encrypted' : 'not-docx';
}

class TooLarge extends Error {}
class Encrypted extends Error {}

async function unpack(bytes: Uint8Array): Promise<Package> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { checkOverlappingEntry: true });
  const parts = new Map<string, Uint8Array>();
  let left = MAX_UNPACKED;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entry.directory) continue;
      if (entry.encrypted) throw new Encrypted();
      if (parts.size >= MAX_PARTS) throw new TooLarge();
      const limit = isXml(entry.filename) ? Math.min(left, MAX_XML) : left;
      const part = await inflate(entry, limit);
      left -= part.length;
      parts.set(entry.filename, part);
    }
  } finally {
    await reader.close();
  }
  return parts;
}

/** What the entry says of its own size is not believed. */
async function inflate(entry: FileEntry, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  await entry.getData(
    new WritableStream<Uint8Array>({
      write(chunk) {
        size += chunk.length;
        if (size > limit) throw new TooLarge();
        chunks.push(chunk);
      },
    }),
    { checkSignature: true },
  );
  return Buffer.concat(chunks);
}

export function isXml(name: string): boolean {
  return /\.(?:xml|rels)$/iu.test(name);
}

export function textOf(parts: Package, name: string): string | null {
  const part = parts.get(name);
  return part ? new TextDecoder('utf-8', { fatal: true }).decode(part) : null;
}

function whyRefused(parts: Package): Readonly<{ ok: false; error: { code: Why; message: string } }> | null {
  const types = textOf(parts, TYPES_PART) ?? '';
  if (/macroEnabled|vbaProject/iu.test(types) || [...parts.keys()].some((name) => /vba/iu.test(name))) {
    return fail('macros');
  }
  if (!types.includes(DOCX_TYPE) || !parts.has(MAIN_PART)) return fail('not-docx');
  for (const [name] of parts) {
    // entities can be declared in a document type only; Word and WPS never write one
    if (isXml(name) && /<!(?:DOCTYPE|ENTITY)/iu.test(textOf(parts, name) ?? '')) return fail('damaged');
  }
  return hasExternal(parts) ? fail('external') : null;
}

/** Links that somebody may click are harmless, and the template that a file was written with is taken off. */
const HARMLESS = /\/(?:hyperlink|attachedTemplate)$/u;

function hasExternal(parts: Package): boolean {
  const relations = [...parts.keys()].filter((name) => name.endsWith('.rels'));
  return relations.some((name) =>
    elementsOf(parseXml(textOf(parts, name) ?? '')).some(
      ({ attributes }) => attributes['TargetMode'] === 'External' && !HARMLESS.test(attributes['Type'] ?? ''),
    ),
  );
}

/** Word would look for it, wherever it lies, each time the filled paper is opened. */
function withoutAttachedTemplate(parts: Package): Package {
  const cleaned = new Map(parts);
  const settings = textOf(parts, SETTINGS_PART);
  if (settings) cleaned.set(SETTINGS_PART, encode(settings.replaceAll(/<w:attachedTemplate\b[^<>]*>/gu, '')));
  const relations = 'word/_rels/settings.xml.rels';
  const related = textOf(parts, relations);
  if (related) {
    cleaned.set(relations, encode(related.replaceAll(/<Relationship\b[^>]*\/attachedTemplate"[^>]*>/gu, '')));
  }
  return cleaned;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
