/** Which pages will be looked at next, from what is on screen. */
import { MODULE_IDS, type ModuleId } from '#model/modules.ts';
import { pagesOf, sheetsOf, type Sheet } from './sheets.ts';
import { nextUnseen, startOf } from './workbench-store.ts';
import type { Detail } from './words.ts';

export type Coming = Readonly<{
  detail: Detail;
  /** on screen */
  moduleId: ModuleId;
  /** its sheets, in order */
  sheets: readonly Sheet[];
  current: Sheet | null;
}>;

const PAGES_AHEAD = 3;

/**
 * Addresses of the next pages of this module, then of the first of the two modules that can come after it, then of
 * every module's, since any of them can be pressed, with the small pictures of all.
 */
export function comingPages({ detail, moduleId, sheets, current }: Coming): Readonly<{ soon: Ahead; later: Ahead }> {
  const firstOf = (id: ModuleId | null | undefined) => (id ? pagesOf(sheetsOf(detail, id))[0] : undefined);
  const pages = pagesOf(sheets);
  const rest = current ? pages.slice(current.no, current.no + PAGES_AHEAD) : [];
  const below = MODULE_IDS.slice(MODULE_IDS.indexOf(moduleId) + 1).find((id) => firstOf(id));
  const coming = [rest[0], firstOf(nextUnseen(moduleId, new Set(detail.seenModules))), firstOf(below), ...rest];
  const all = MODULE_IDS.flatMap((id) => pagesOf(sheetsOf(detail, id)));
  return { soon: addressesOf(coming), later: [...addressesOf(MODULE_IDS.map(firstOf)), ...thumbnailsOf(all)] };
}

type Ahead = readonly string[];

function thumbnailsOf(pages: readonly Sheet[]): Ahead {
  return pages.flatMap(({ thumbnail }) => thumbnail ?? []);
}

function addressesOf(sheets: readonly (Sheet | undefined)[]): Ahead {
  return [...new Set(sheets.flatMap((sheet) => sheet?.address ?? []))];
}

/** With what an application opens: its first page, and the small pictures of those below it. */
export function openingOf(detail: Detail): Ahead {
  const { moduleId } = startOf(detail.findings, detail.changedModules, detail.seenModules);
  const pages = pagesOf(sheetsOf(detail, moduleId));
  return [...addressesOf(pages.slice(0, 1)), ...thumbnailsOf(pages)];
}
