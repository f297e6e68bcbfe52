import type { Block, Paragraph, Section } from '#ports/paper-document.ts';

/** Every word that a reader finds, a line for each paragraph. */
export function wordsOfSections(sections: readonly Section[]): string {
  const lines = sections.flatMap(({ header, footer, blocks }) => [
    ...[header, footer].flatMap((strip) => (strip ? [strip.left, strip.centre, strip.right] : [])),
    ...blocks.flatMap(linesOf),
  ]);
  return lines.join('\n');
}

function linesOf(block: Block): readonly string[] {
  if (block.kind === 'paragraph') return [lineOf(block)];
  if (block.kind !== 'table') return [];
  return block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.map(lineOf)));
}

function lineOf({ runs }: Paragraph): string {
  return runs.map((run) => ('text' in run ? run.text : '')).join('');
}
