/**
 * 复印件审核签章 (Q17): every page of every material with what it is, the scan, and the block in which the unit
 * endorses it. Bookmarks by module and material; each material counts its own pages in the line over the scan.
 */
import { moduleDef } from '#model/modules.ts';
import type { Block, ImageFacts, Section } from '#ports/paper-document.ts';
import type { CopiedMaterial, CopyPage, PaperPerson } from './inputs.ts';
import { footerOf, MARGINS, section, SIZES, table, text, row, cell } from './layout.ts';
import { copyMark } from './marks.ts';
import { inGuideOrder } from './materials.ts';

export type EndorsedCopiesInput = PaperPerson & Readonly<{ materials: readonly CopiedMaterial[] }>;

type Placed = Readonly<{ material: CopiedMaterial; page: CopyPage; no: number; isFirstOfModule: boolean }>;

export function endorsedCopies(input: EndorsedCopiesInput): readonly Section[] {
  const materials = inGuideOrder(input.materials);
  return materials.flatMap((material, at) => {
    const isFirstOfModule = materials[at - 1]?.moduleId !== material.moduleId;
    const footer = footerOf(input.application, input.unit, `材料${materials.length}之${at + 1}`);
    return runsOfSheets(material).map(({ sheet, pages }, run) =>
      section(
        pages.flatMap((placed) => pageBlocks(input, { ...placed, isFirstOfModule })),
        {
          sheet,
          margins: { ...MARGINS, top: 18 },
          footer,
          startsAtOne: at === 0 && run === 0,
        },
      ),
    );
  });
}

type SheetOfCopy = 'a4' | 'a3-lying';
type SheetRun = Readonly<{ sheet: SheetOfCopy; pages: readonly Omit<Placed, 'isFirstOfModule'>[] }>;

/** Pages of one size after another share a section. */
function runsOfSheets(material: CopiedMaterial): readonly SheetRun[] {
  const runs: { sheet: SheetOfCopy; pages: Omit<Placed, 'isFirstOfModule'>[] }[] = [];
  for (const [at, page] of material.pages.entries()) {
    const sheet = sheetOf(page.image);
    const placed = { material, page, no: at + 1 };
    const last = runs.at(-1);
    if (last?.sheet === sheet) last.pages.push(placed);
    else runs.push({ sheet, pages: [placed] });
  }
  return runs;
}

/** mm; a page of A4 is often scanned with some of the glass around it */
const A4_WITH_RIM = { short: 235, long: 330 };
const MM_PER_INCH = 25.4;

/** A3 lies, so that folded once it is bound with the rest; where nobody knows the size, A4 is meant. */
function sheetOf({ width, height, dpi }: ImageFacts): SheetOfCopy {
  if (dpi === null) return 'a4';
  const [short, long] = [Math.min(width, height), Math.max(width, height)].map((side) => (side / dpi) * MM_PER_INCH);
  const isLarger = (short ?? 0) > A4_WITH_RIM.short || (long ?? 0) > A4_WITH_RIM.long;
  return isLarger ? 'a3-lying' : 'a4';
}

function pageBlocks({ application, unit }: PaperPerson, placed: Placed): readonly Block[] {
  const { material, page, no } = placed;
  return [
    ...marksOf(application.id, placed),
    caption(material, no),
    { kind: 'space', height: 2 },
    { kind: 'picture', imageId: page.image.id, align: 'centre' },
    { kind: 'endorsement', at: page.endorsementAt, sealedBy: unit.name },
    ...(isLastOfSection(placed) ? [] : [{ kind: 'page-break' } as const]),
  ];
}

function isLastOfSection({ material, page, no }: Placed): boolean {
  const next = material.pages[no];
  return next === undefined || sheetOf(next.image) !== sheetOf(page.image);
}

function marksOf(applicationId: string, { material, no, isFirstOfModule }: Placed): readonly Block[] {
  const id = copyMark(applicationId, material.id, no);
  if (no > 1) return [{ kind: 'mark', id }];
  const own: Block = { kind: 'mark', id, bookmark: { title: material.label, level: 1 } };
  if (!isFirstOfModule) return [own];
  const { name } = moduleDef(material.moduleId);
  return [{ kind: 'mark', id: `${id}:module`, bookmark: { title: name, level: 0 } }, own];
}

function caption({ moduleId, label, pages }: CopiedMaterial, no: number): Block {
  const look = { size: SIZES.smallFive, lineHeight: 1.3 };
  const words = `${moduleDef(moduleId).name}　${label}`;
  return table(
    [4, 1],
    [row([cell([text(words, look)]), cell([text(`第${no}页/共${pages.length}页`, { ...look, align: 'right' })])])],
    { lines: 'none' },
  );
}
