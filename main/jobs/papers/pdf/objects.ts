/** The objects of a PDF, one after the other, and the table of where each begins (ISO 32000-1, 7.5). */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PdfPart } from '#ports/paper-document.ts';
import { reference } from './syntax.ts';

export type PdfObjects = Readonly<{
  /** for an object that others have to name before it is written */
  reserve(): number;
  /** `id` was reserved, or is given now */
  add(body: string, id?: number): number;
  /** compressed where that saves anything */
  addStream(dictionary: string, bytes: Buffer): number;
  /** whose bytes come from elsewhere, unchanged */
  addImage(dictionary: string, image: Readonly<{ id: string; sizeBytes: number }>): number;
  finish(trailer: Readonly<{ root: number; info: number }>): Readonly<{ parts: readonly PdfPart[]; sizeBytes: number }>;
}>;

/** Four bytes above 127, so that nobody takes the file for text. */
const HEADER = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1');

export function openObjects(): PdfObjects {
  const parts: PdfPart[] = [];
  const offsets: number[] = [];
  const digest = createHash('sha256');
  let pending: Buffer[] = [HEADER];
  let at = HEADER.length;
  const write = (bytes: Buffer) => {
    pending.push(bytes);
    at += bytes.length;
  };
  const flush = () => {
    const bytes = Buffer.concat(pending);
    digest.update(bytes);
    parts.push({ bytes });
    pending = [];
  };
  const reserve = () => offsets.push(0);
  const begin = (id: number, text: string) => {
    offsets[id - 1] = at;
    write(Buffer.from(`${id} 0 obj\n${text}`, 'latin1'));
  };
  return {
    reserve,
    add(body, id = reserve()) {
      begin(id, `${body}\nendobj\n`);
      return id;
    },
    addStream(dictionary, bytes) {
      const id = reserve();
      // its own chunk of 16 KB would be kept for each page's few hundred bytes
      const packed = deflateSync(bytes, { chunkSize: Math.max(64, bytes.length) });
      begin(id, `<<${dictionary}/Filter/FlateDecode/Length ${packed.length}>>stream\n`);
      write(packed);
      write(END_OF_STREAM);
      return id;
    },
    addImage(dictionary, image) {
      const id = reserve();
      begin(id, `<<${dictionary}/Length ${image.sizeBytes}>>stream\n`);
      flush();
      digest.update(`${image.id} ${image.sizeBytes}`);
      parts.push({ imageId: image.id });
      at += image.sizeBytes;
      write(END_OF_STREAM);
      return id;
    },
    finish({ root, info }) {
      const start = at;
      write(Buffer.from(crossReferences(offsets), 'latin1'));
      flush();
      // the same document gives the same file, so its name comes from what is in it
      const name = digest.digest('hex').slice(0, 32);
      const trailer = `trailer\n<</Size ${offsets.length + 1}/Root ${reference(root)}/Info ${reference(info)}/ID[<${name}><${name}>]>>\n`;
      const last = Buffer.from(`${trailer}startxref\n${start}\n%%EOF\n`, 'latin1');
      parts.push({ bytes: last });
      return { parts, sizeBytes: at + last.length };
    },
  };
}

const END_OF_STREAM = Buffer.from('\nendstream\nendobj\n', 'latin1');

/** 7.5.4: twenty bytes an entry */
function crossReferences(offsets: readonly number[]): string {
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  return `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
}
