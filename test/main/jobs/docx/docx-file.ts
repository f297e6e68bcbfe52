/** Files of Word written by hand: only what a test is about, and what no .docx can be without. */
import PizZip from 'pizzip';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const OTHERS =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"';
export const NAMESPACES = `${W} ${R} ${MC} ${OTHERS}`;

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export function contentTypes(mainType = MAIN_TYPE): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`;
}

export function relations(...entries: readonly (readonly [id: string, type: string, target: string, mode?: string])[]) {
  const each = entries.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${each.join('')}</Relationships>`;
}

/** `parts`: by name, beside those that every file has, or instead of them. */
export function docxOf(body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations(['rId1', 'officeDocument', 'word/document.xml']),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const zip = new PizZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content, { binary: typeof content !== 'string' });
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A paragraph of plain text. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
