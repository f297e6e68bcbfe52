/** Bookmarks (ISO 32000-1, 12.3.3). */
import { SHEETS } from '#ports/paper-document.ts';
import type { LaidOut } from '../layout/document.ts';
import { points } from '../units.ts';
import type { PdfObjects } from './objects.ts';
import { number, reference, textString } from './syntax.ts';

type Item = Readonly<{ id: number; title: string; target: string; children: Item[] }>;

/** Null where no mark on these pages has one. `first`: the page of the document that stands first in the file. */
export function writeOutline(
  objects: PdfObjects,
  laid: LaidOut,
  pageIds: readonly number[],
  first: number,
): number | null {
  const top: Item[] = [];
  const path: Readonly<{ level: number; children: Item[] }>[] = [{ level: -Infinity, children: top }];
  for (const { page, y, bookmark } of laid.marks) {
    const pageId = pageIds[page - first];
    const sheet = laid.pages[page - 1]?.sheet;
    if (!bookmark || pageId === undefined || !sheet) continue;
    const height = points(SHEETS[sheet].height);
    const target = `[${reference(pageId)}/XYZ null ${number(height - y)} null]`;
    const item: Item = { id: objects.reserve(), title: bookmark.title, target, children: [] };
    while ((path.at(-1)?.level ?? -Infinity) >= bookmark.level) path.pop();
    path.at(-1)?.children.push(item);
    path.push({ level: bookmark.level, children: item.children });
  }
  if (top.length === 0) return null;
  const root = objects.reserve();
  const count = writeItems(objects, top, root);
  objects.add(`<</Type/Outlines/First ${ref(top[0])}/Last ${ref(top.at(-1))}/Count ${count}>>`, root);
  return root;
}

/** All open; the number of those written. */
function writeItems(objects: PdfObjects, items: readonly Item[], parent: number): number {
  let count = items.length;
  for (const [n, item] of items.entries()) {
    const below = writeItems(objects, item.children, item.id);
    count += below;
    const [previous, next] = [items[n - 1], items[n + 1]];
    const beside = `${previous ? `/Prev ${ref(previous)}` : ''}${next ? `/Next ${ref(next)}` : ''}`;
    const inside = below > 0 ? `/First ${ref(item.children[0])}/Last ${ref(item.children.at(-1))}/Count ${below}` : '';
    objects.add(
      `<</Title${textString(item.title)}/Parent ${reference(parent)}${beside}${inside}/Dest${item.target}>>`,
      item.id,
    );
  }
  return count;
}

function ref(item: Item | undefined): string {
  return reference(item?.id ?? 0);
}
