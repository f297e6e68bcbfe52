/** word/document.xml as sections of a paper, so that the PDF says what the .docx says. */
import type { TemplateProblem } from '#model/paper.ts';
import type { Block, Section } from '#ports/paper-document.ts';
import { MAIN_PART, textOf, type Package } from '../package.ts';
import { child, elementsOf, numberOf, parseXml, wordsOf, type XmlElement } from '../xml.ts';
import { contentOf } from './content.ts';
import { createWarnings, type Context } from './context.ts';
import { readNumbering } from './numbering.ts';
import { readParagraph, type ParagraphBlock } from './paragraph.ts';
import { gridOf, isContinuous, readFrame, type Frame, type Strips } from './section.ts';
import { readStyles } from './styles.ts';
import { readTable } from './table.ts';
import { mmOfPoints, rounded } from './units.ts';

export type ReadDocument = Readonly<{ sections: readonly Section[]; warnings: readonly TemplateProblem[] }>;

/** Throws where a part is not XML, XmlTooLarge where it is too much of it. */
export function readDocument(parts: Package): ReadDocument {
  const { warn, warnings } = createWarnings();
  const part = (name: string): XmlElement | undefined => {
    const text = textOf(parts, name);
    return text === null ? undefined : parseXml(text);
  };
  const body = child(part(MAIN_PART), 'w:body');
  if (!body) throw new Error('no body');
  const context: Context = {
    styles: readStyles(part('word/styles.xml'), part('word/theme/theme1.xml')),
    numbering: readNumbering(part('word/numbering.xml')),
    grid: { linePitch: null },
    tabWidth: numberOf(child(part('word/settings.xml'), 'w:defaultTabStop'), 'w:val') || 720,
    tableStyle: undefined,
    isInStrip: false,
    warn,
  };
  const targets = targetsOf(part('word/_rels/document.xml.rels'));
  const strips: Strips = (id) => {
    const target = id === undefined ? undefined : targets.get(id);
    return target === undefined ? undefined : part(`word/${target}`);
  };
  return { sections: sectionsOf(body, context, strips), warnings };
}

/** Relative to the folder of the document. */
function targetsOf(relations: XmlElement | undefined): ReadonlyMap<string, string> {
  return new Map(
    elementsOf(relations).map(({ attributes }) => [
      attributes['Id'] ?? '',
      (attributes['Target'] ?? '').replace(/^\/word\//u, ''),
    ]),
  );
}

type Span = Readonly<{ elements: readonly XmlElement[]; properties: XmlElement | undefined }>;

/** The last paragraph of a section holds its properties; those of the last section stand at the end of the body. */
function spansOf(body: XmlElement): readonly Span[] {
  const spans: Span[] = [];
  let elements: XmlElement[] = [];
  for (const element of contentOf(body)) {
    if (element.name === 'w:sectPr') {
      spans.push({ elements, properties: element });
      return spans;
    }
    elements.push(element);
    const properties = child(child(element, 'w:pPr'), 'w:sectPr');
    if (properties) {
      // Word puts the end of a section into a paragraph of its own where it can
      const isEmpty = wordsOf(element).trim() === '' && elements.length > 1;
      spans.push({ elements: isEmpty ? elements.slice(0, -1) : elements, properties });
      elements = [];
    }
  }
  return [...spans, { elements, properties: undefined }];
}

function sectionsOf(body: XmlElement, context: Context, strips: Strips): readonly Section[] {
  const sections: (Frame & { blocks: Block[] })[] = [];
  let kept: Parameters<typeof readFrame>[1]['before'] = { header: undefined, footer: undefined };
  for (const { elements, properties } of spansOf(body)) {
    const own: Context = { ...context, grid: gridOf(properties) };
    const blocks = elements.flatMap((element) => blocksOf(element, own));
    const read = readFrame(properties, { strips, before: kept, context: own, isFirst: sections.length === 0 });
    kept = read.kept;
    const last = sections.at(-1);
    // our sections begin a page
    if (last && isContinuous(properties)) for (const block of blocks) last.blocks.push(block);
    else sections.push({ ...read.frame, blocks: [...blocks] });
  }
  return sections;
}

function blocksOf(element: XmlElement, context: Context): readonly Block[] {
  switch (element.name) {
    case 'w:p':
      return readParagraph(element, context).map(withoutEmptyLine);
    case 'w:tbl':
      return [readTable(element, context)];
    case 'm:oMathPara':
      context.warn('equation', wordsOf(element));
      return [];
    case 'w:altChunk':
      context.warn('object', '');
      return [];
    default:
      return [];
  }
}

/** An empty paragraph is how people move the next one down. */
function withoutEmptyLine(block: ParagraphBlock): Block {
  if (block.kind !== 'paragraph' || block.runs.length > 0) return block;
  const { size = 0, lineHeight = 0, before = 0, after = 0 } = block;
  return { kind: 'space', height: rounded(mmOfPoints(size * lineHeight) + before + after) };
}
