/** What stands in a paragraph, in order: text with its look, tabs and breaks of pages. */
import { child, elementsOf, wordsOf, type XmlElement } from '../xml.ts';
import type { Cascade } from './cascade.ts';
import type { Context } from './context.ts';
import { lookOf, type Look } from './look.ts';

export type Piece = Readonly<{ kind: 'text' | 'tab'; text: string; look: Look } | { kind: 'page-break' }>;

type Reading = Readonly<{
  context: Context;
  around: Cascade;
  pieces: Piece[];
  fields: OpenField[];
}>;
/** Between its begin and its end a field has an instruction, and then what it gave when it was last reckoned. */
type OpenField = { instruction: string; isResult: boolean };

/** Elements that only hold others; a removed text is not one of them. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:dir',
  'w:bdo',
  'w:ruby',
  'w:rubyBase',
]);

export function readInline(paragraph: XmlElement, around: Cascade, context: Context): readonly Piece[] {
  const reading: Reading = { context, around, pieces: [], fields: [] };
  for (const element of elementsOf(paragraph)) readElement(element, reading);
  return reading.pieces;
}

function readElement(element: XmlElement, reading: Reading): void {
  const { context } = reading;
  const { name } = element;
  if (name === 'w:r') return readRun(element, reading);
  if (WRAPPERS.has(name)) {
    if (name === 'w:ins' || name === 'w:moveTo') context.warn('tracked-change', wordsOf(element));
    for (const inner of elementsOf(element)) readElement(inner, reading);
  } else if (name === 'w:fldSimple') {
    const field: OpenField = { instruction: element.attributes['w:instr'] ?? '', isResult: true };
    const words = pageField(field, context);
    for (const run of elementsOf(element)) {
      if (words === null) readElement(run, reading);
    }
    const [run = element] = elementsOf(element);
    if (words !== null) reading.pieces.push({ kind: 'text', text: words, look: lookOf(run, reading.around, context) });
  } else if (name === 'w:del' || name === 'w:moveFrom') context.warn('tracked-change', deletedWords(element));
  else if (name === 'm:oMath' || name === 'm:oMathPara') context.warn('equation', wordsOf(element));
  else if (name === 'w:commentRangeStart') context.warn('comment', '');
  else if (name === 'mc:AlternateContent') readAlternate(element, reading);
}

function deletedWords(element: XmlElement): string {
  return elementsOf(element)
    .map((one) => (one.name === 'w:delText' ? wordsOf(one) : deletedWords(one)))
    .join('');
}

function readRun(run: XmlElement, reading: Reading): void {
  const { context, around, fields } = reading;
  const look = lookOf(run, around, context);
  for (const element of elementsOf(run)) {
    const field = fields.at(-1);
    if (element.name === 'w:fldChar') followField(element, look, reading);
    else if (element.name === 'w:instrText') {
      if (field) field.instruction += wordsOf(element);
    } else if (!field || (field.isResult && !isPageField(field, context))) readPart(element, look, reading);
  }
}

function followField(element: XmlElement, look: Look, { fields, pieces, context }: Reading): void {
  const type = element.attributes['w:fldCharType'];
  if (type === 'begin') fields.push({ instruction: '', isResult: false });
  const field = fields.at(-1);
  if (!field) return;
  if (type === 'separate') field.isResult = true;
  if (type !== 'end') return;
  fields.pop();
  const words = pageField(field, context);
  if (words !== null) pieces.push({ kind: 'text', text: words, look });
}

function isPageField({ instruction }: OpenField, { isInStrip }: Context): boolean {
  return isInStrip && /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/iu.test(instruction);
}

/** Null: nothing that is reckoned on paper, so that what it gave last is drawn. */
function pageField(field: OpenField, context: Context): string | null {
  const instruction = field.instruction.trim();
  if (isPageField(field, context)) return /^PAGE\b/iu.test(instruction) ? '{page}' : '{pages}';
  if (!/^HYPERLINK\b/iu.test(instruction)) context.warn('field', instruction);
  return null;
}

/** One part of a run. */
function readPart(element: XmlElement, look: Look, reading: Reading): void {
  const { pieces, context } = reading;
  const write = (text: string): void => {
    if (!look.isHidden) pieces.push({ kind: 'text', text, look });
  };
  switch (element.name) {
    case 'w:t':
      return write(wordsOf(element));
    case 'w:cr':
      return write('\n');
    case 'w:noBreakHyphen':
      return write('\u2011');
    case 'w:tab':
    case 'w:ptab':
      return void pieces.push({ kind: 'tab', text: '', look });
    case 'w:br': {
      const type = element.attributes['w:type'];
      if (type === 'page') return void pieces.push({ kind: 'page-break' });
      if (type === 'column') context.warn('columns', '');
      return write('\n');
    }
    case 'w:sym':
      return write(symbolOf(element, context));
    case 'w:ruby':
      return readElement(element, reading);
    case 'mc:AlternateContent':
      return readAlternate(element, reading);
    default:
      return tellLoss(element, context);
  }
}

/** Boxes and ticks of Wingdings, which forms are full of. */
const SYMBOLS: Readonly<Record<string, string>> = {
  F0A8: '□',
  F06F: '□',
  F071: '□',
  F0FE: '☑',
  F052: '☑',
  F0FD: '☒',
  F0FC: '✓',
  F0B7: '•',
};

function symbolOf({ attributes }: XmlElement, { warn }: Context): string {
  const code = (attributes['w:char'] ?? '').toUpperCase();
  const known = SYMBOLS[code];
  if (known === undefined) warn('symbol', `${attributes['w:font'] ?? ''} ${code}`);
  return known ?? '';
}

function tellLoss(element: XmlElement, { warn }: Context): void {
  switch (element.name) {
    case 'w:drawing':
    case 'w:pict':
      return warn(find(element, 'w:txbxContent') ? 'text-box' : 'picture', describe(element));
    case 'w:object':
      return warn('object', describe(element));
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return warn('footnote', '');
    case 'w:commentReference':
      return warn('comment', '');
  }
}

/** Word writes what is new twice: as it is, and as older programs draw it. */
function readAlternate(element: XmlElement, reading: Reading): void {
  const drawing = find(element, 'w:drawing') ?? find(element, 'w:pict');
  if (drawing) return tellLoss(drawing, reading.context);
  const content = child(element, 'mc:Fallback') ?? child(element, 'mc:Choice');
  for (const inner of elementsOf(content)) {
    if (inner.name === 'w:r') readRun(inner, reading);
    else readPart(inner, lookOf(inner, reading.around, reading.context), reading);
  }
}

function describe(element: XmlElement): string {
  const box = find(element, 'w:txbxContent');
  const named = find(element, 'wp:docPr') ?? find(element, 'v:shape');
  return box
    ? wordsOf(box)
    : ((named?.attributes['descr'] || named?.attributes['name'] || named?.attributes['alt']) ?? '');
}

function find(element: XmlElement, name: string): XmlElement | undefined {
  for (const inner of elementsOf(element)) {
    const found = inner.name === name ? inner : find(inner, name);
    if (found) return found;
  }
  return undefined;
}
