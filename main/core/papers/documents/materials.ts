/** The copies in the order in which they are bound: by module as the guide has them (五(二)2), within one as checked. */
import { MODULE_IDS } from '#model/modules.ts';
import type { CopiedMaterial, CountedMaterial } from './inputs.ts';

/** Without those of which nothing was scanned. */
export function inGuideOrder<Page>(materials: readonly CopiedMaterial<Page>[]): readonly CopiedMaterial<Page>[] {
  return materials
    .filter(({ pages }) => pages.length > 0)
    .toSorted((a, b) => MODULE_IDS.indexOf(a.moduleId) - MODULE_IDS.indexOf(b.moduleId));
}

export function pageCount(materials: readonly CountedMaterial[]): number {
  return materials.reduce((pages, material) => pages + material.pages.length, 0);
}
