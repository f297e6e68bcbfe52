/**
 * The screen's own things, in the browser's storage: views, column choices, the place last left. It lies
 * on disk unencrypted, so nothing personal may ever go in: no name, no number, no text anyone typed about anyone.
 */
import { Dexie, type EntityTable } from 'dexie';

export type SavedView = {
  id: string;
  /** the view's own name, given by the person */
  name: string;
  view: string;
  filters: Readonly<Record<string, readonly string[]>>;
};
export type ColumnLayout = { id: string; hidden: string[] };
/** where the person was: a place of the rail, never an application */
export type LastPlace = { id: 'last'; place: string };

export type DeskDrawer = Dexie & {
  savedViews: EntityTable<SavedView, 'id'>;
  columnLayouts: EntityTable<ColumnLayout, 'id'>;
  lastPlace: EntityTable<LastPlace, 'id'>;
};

export function openDrawer(name = 'desk-drawer'): DeskDrawer {
  const drawer = new Dexie(name) as DeskDrawer;
  drawer.version(1).stores({ savedViews: 'id', columnLayouts: 'id', lastPlace: 'id' });
  return drawer;
}

export const drawer = openDrawer();
