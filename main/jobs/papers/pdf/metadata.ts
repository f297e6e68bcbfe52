import type { PaperDocument } from '#ports/paper-document.ts';

/** XMP (ISO 16684-1), as an uncompressed object, since programs look for it by its first words. No date: see objects.ts. */
export function metadataOf({ title, author }: PaperDocument): string {
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
  // objects are written byte by byte, this one is UTF-8
  const bytes = Buffer.from(packet, 'utf8');
  return `<</Type/Metadata/Subtype/XML/Length ${bytes.length}>>stream\n${bytes.toString('latin1')}\nendstream`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
