/** What stands on papers that are not set yet: their texts, their bookmarks, and whether their tables are whole. */
import type { Block, Paragraph, Run, Section, Table } from '#ports/paper-document.ts';

/** Every text in the order of the paper, a line each paragraph; a blank to fill is 「____」. */
export function linesOf(sections: readonly Section[]): readonly string[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap(linesOfBlock));
}

export function textOf(sections: readonly Section[]): string {
  return linesOf(sections).join('\n');
}

export function tablesOf(sections: readonly Section[]): readonly Table[] {
  return blocksOf(sections, 'table');
}

export function blocksOf<Kind extends Block['kind']>(
  sections: readonly Section[],
  kind: Kind,
): readonly Extract<Block, { kind: Kind }>[] {
  return sections.flatMap(({ blocks }) =>
    blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind),
  );
}

/** A table's rows as texts, cell by cell. */
export function rowsOf({ rows }: Table): readonly (readonly string[])[] {
  return rows.map(({ cells }) => cells.map(({ blocks }) => blocks.map(lineOf).join('\n')));
}

/** 「- 学历情况」「  - 毕业证书」 */
export function bookmarksOf(sections: readonly Section[]): readonly string[] {
  return blocksOf(sections, 'mark').flatMap(({ bookmark }) =>
    bookmark ? [`${'  '.repeat(bookmark.level)}- ${bookmark.title}`] : [],
  );
}

/** What is wrong with how cells fill their table; nothing where every row is full and no cell lies on another. */
export function tableFaults(sections: readonly Section[]): readonly string[] {
  return tablesOf(sections).flatMap((table, at) => faultsOf(table).map((fault) => `table ${at + 1}: ${fault}`));
}

/** Ids that a text or nothing points to twice, or that no mark bears. */
export function markFaults(sections: readonly Section[]): readonly string[] {
  const ids = blocksOf(sections, 'mark').map(({ id }) => id);
  const asked = [...textOf(sections).matchAll(/\{page:([^}]+)\}/g)].map((match) => match[1] ?? '');
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice: ${id}`),
    ...asked.filter((id) => !ids.includes(id)).map((id) => `nowhere: ${id}`),
  ];
}

function linesOfBlock(block: Block): readonly string[] {
  if (block.kind === 'paragraph') return [lineOf(block)];
  if (block.kind !== 'table') return [];
  return block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.map(lineOf)));
}

function lineOf({ runs }: Paragraph): string {
  return runs.map(wordsOf).join('');
}

function wordsOf(run: Run): string {
  return 'text' in run ? run.text : '____';
}

function faultsOf({ columns, rows }: Table): readonly string[] {
  const covered = columns.map(() => 0);
  return rows.flatMap(({ cells }, at) => {
    const faults: string[] = [];
    let column = 0;
    for (const { columns: wide = 1, rows: high = 1 } of cells) {
      while ((covered[column] ?? 0) > 0) column += 1;
      for (let end = column + wide; column < end; column += 1) {
        if (covered[column] !== 0) faults.push(`row ${at + 1} column ${column + 1} is taken or outside`);
        covered[column] = high;
      }
    }
    const open = covered.filter((left) => left === 0).length;
    if (open > 0) faults.push(`row ${at + 1} leaves ${open} columns open`);
    for (const [no, left] of covered.entries()) covered[no] = Math.max(0, left - 1);
    return faults;
  });
}
