/** XML as a tree, by a parser that expands no entity but the five of XML itself. */
import { SaxesParser } from 'saxes';

/** Names with their prefix as Word writes them (`w:p`): it knows no others. */
export type XmlElement = Readonly<{
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
}>;
type Open = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };

const NONE: Record<string, string> = Object.freeze({});

/** A table of 2,000 people has 400,000 elements; each takes about 200 bytes here. */
const MAX_ELEMENTS = 600_000;
/** Everything that reads the tree calls itself for each level. */
const MAX_DEPTH = 200;

export class XmlTooLarge extends Error {}

/** Throws an Error where the text is not well-formed, XmlTooLarge where nobody could mean it. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  const names = new Map<string, string>();
  let elements = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type');
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    elements += 1;
    if (elements > MAX_ELEMENTS || open.length > MAX_DEPTH) throw new XmlTooLarge();
    // one string for each name, one object for all elements that have no attributes: a third of the memory
    const known = names.get(name) ?? name;
    names.set(known, known);
    const hasAny = Object.keys(attributes).length > 0;
    const element: Open = { name: known, attributes: hasAny ? { ...attributes } : NONE, children: [] };
    open.at(-1)?.children.push(element);
    if (!isSelfClosing) open.push(element);
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    if (!isSelfClosing) open.pop();
  });
  const addWords = (words: string): void => void open.at(-1)?.children.push(words);
  parser.on('text', addWords);
  parser.on('cdata', addWords);
  parser.write(text).close();
  const element = root.children.find((one) => typeof one !== 'string');
  if (!element) throw new Error('no element');
  return element;
}

export function elementsOf(parent: XmlElement | undefined): readonly XmlElement[] {
  return parent ? parent.children.filter((one): one is XmlElement => typeof one !== 'string') : [];
}

/** The first child of that name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(parent).find((element) => element.name === name);
}

export function childrenOf(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return elementsOf(parent).filter((element) => element.name === name);
}

/** `w:val` of the first child of that name; undefined without either. */
export function valueOf(parent: XmlElement | undefined, name: string): string | undefined {
  return child(parent, name)?.attributes['w:val'];
}

export function numberOf(element: XmlElement | undefined, attribute: string): number | undefined {
  const text = element?.attributes[attribute];
  const number = text === undefined ? Number.NaN : Number.parseFloat(text);
  return Number.isFinite(number) ? number : undefined;
}

/** A property that is switched on by standing there, and off by `w:val`; undefined: it does not stand there. */
export function isOn(parent: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(parent, name);
  return found && !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '1');
}

/** All words below. */
export function wordsOf(element: XmlElement): string {
  return element.children.map((one) => (typeof one === 'string' ? one : wordsOf(one))).join('');
}
