/** XML as a tree, by a parser that expands no entity but the five of XML itself. */
import { SaxesParser } from 'saxes';

/** Names with their prefix as Word writes them (`w:p`): it knows no others. */
export type XmlElement = Readonly<{
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
}>;
type Child = XmlElement | string;

/** A table of 2,000 people has 400,000 elements, most of them equal to one before. */
const MAX_ELEMENTS = 600_000;
/** Everything that reads the tree calls itself for each level. */
const MAX_DEPTH = 200;

export class XmlTooLarge extends Error {}

/** Throws an Error where the text is not well-formed, XmlTooLarge where nobody could mean it. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const keep = createPool();
  const root: Child[] = [];
  const open: { attributes: Readonly<Record<string, string>>; children: Child[] }[] = [];
  let elements = 0;
  const add = (one: Child): void => void (open.at(-1)?.children ?? root).push(one);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type');
  });
  parser.on('opentag', ({ attributes }) => {
    elements += 1;
    if (elements > MAX_ELEMENTS || open.length >= MAX_DEPTH) throw new XmlTooLarge();
    open.push({ attributes, children: [] });
  });
  parser.on('closetag', ({ name }) => {
    const { attributes = {}, children = [] } = open.pop() ?? {};
    add(keep(name, attributes, children));
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  const element = root.find((one) => typeof one !== 'string');
  if (!element) throw new Error('no element');
  return element;
}

/** elements that are remembered; a document has some hundreds */
const MAX_POOL = 20_000;

/** One object for all elements that are equal and hold no text: properties are repeated for every cell of a table. */
function createPool(): (name: string, attributes: XmlElement['attributes'], children: readonly Child[]) => XmlElement {
  const known = new Map<string, XmlElement>();
  const numbers = new Map<XmlElement, number>();
  return (name, attributes, children) => {
    let key = name;
    for (const one of children) {
      const number = typeof one === 'string' ? undefined : numbers.get(one);
      if (number === undefined) return { name, attributes: { ...attributes }, children };
      key += `\0${number}`;
    }
    for (const attribute in attributes) key += `\0${attribute}\0${attributes[attribute]}`;
    const found = known.get(key);
    if (found) return found;
    const element: XmlElement = { name, attributes: { ...attributes }, children };
    if (known.size < MAX_POOL) {
      numbers.set(element, known.size);
      known.set(key, element);
    }
    return element;
  };
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
