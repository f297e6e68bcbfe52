/** Paragraphs: their lines, how high they are, and drawing them. */
import type { Align, Paragraph } from '#ports/paper-document.ts';
import { points } from '../units.ts';
import { charsOf, type Style } from './chars.ts';
import type { Drawing } from './drawing.ts';
import { linesOf, stretchOf, type Line } from './lines.ts';

const BODY_SIZE = 10.5;
const LINE_HEIGHT = 1.5;
/** of the type's size: where the middle of Chinese characters stands above the baseline */
const ASCENT = 0.88;

/** `room`: what the line may fill, from its inset on */
export type SetLine = Readonly<{ line: Line; height: number; baseline: number; room: number }>;

/** Heights in points. */
export type SetParagraph = Readonly<{
  lines: readonly SetLine[];
  align: Align;
  before: number;
  after: number;
}>;

export type TextContext = Readonly<{
  /** fills in {page:ID} */
  resolve(text: string): string;
  /** of text that names none */
  size?: number | undefined;
}>;

export function setParagraph(paragraph: Paragraph, width: number, context: TextContext): SetParagraph {
  const { face = 'song', size = context.size ?? BODY_SIZE, lineHeight = LINE_HEIGHT } = paragraph;
  const style: Style = { face, size, isUnderlined: false };
  const runs = paragraph.runs.map((run) => ('blank' in run ? run : { ...run, text: context.resolve(run.text) }));
  const free = width - points(paragraph.right ?? 0);
  const measure = { width: free, indent: (paragraph.indent ?? 0) * size, hang: (paragraph.hang ?? 0) * size };
  const lines = linesOf(charsOf(runs, style), measure).map((line) => {
    const tallest = Math.max(size, line.size);
    const height = tallest * lineHeight;
    const baseline = (height - tallest) / 2 + tallest * ASCENT;
    return { line, height, baseline, room: free - line.indent };
  });
  return {
    lines,
    align: paragraph.align ?? 'justify',
    before: points(paragraph.before ?? 0),
    after: points(paragraph.after ?? 0),
  };
}

export function heightOfLines(lines: readonly SetLine[]): number {
  return lines.reduce((sum, { height }) => sum + height, 0);
}

export type Place = Readonly<{ x: number; y: number }>;

/** `place.y`: the top of the line */
export function drawLine({ line, baseline, room }: SetLine, align: Align, place: Place): Drawing {
  const stretch = align === 'justify' ? stretchOf(line, room) : 0;
  const rest = room - line.width;
  const shift = align === 'centre' ? rest / 2 : align === 'right' ? rest : 0;
  return { kind: 'line', line, x: place.x + line.indent + shift, y: place.y + baseline, stretch };
}
