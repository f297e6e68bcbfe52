/** The pages of a module beside its form: the applicant's scans, then what was filed on this computer. */
import type { ModuleId } from '#model/modules.ts';
import { formatSize } from '../../ui/format.ts';
import type { Picture } from '../../ui/scan/scan-frame.tsx';
import type { Detail } from './words.ts';

export type Sheet = Picture &
  Readonly<{
    /** scan: the applicant's; filed: a page of this computer, as it was mended; original: the same as it was scanned */
    kind: 'scan' | 'filed' | 'original';
    /** 1-based among the module's pages; an original has that of its page */
    no: number;
    thumbnail: string | null;
  }>;

/** An original follows its page. */
export function sheetsOf(detail: Detail, moduleId: ModuleId): readonly Sheet[] {
  const scans = detail.application.attachments.filter((scan) => scan.moduleId === moduleId);
  const filed = detail.filedPages.filter((page) => page.moduleId === moduleId);
  return [
    ...scans.map(({ id, name, sizeBytes }, at): Sheet => {
      const address = detail.screens[id] ?? null;
      const missing = `这张扫描件还没取回（${formatSize(sizeBytes)}）。联网后优先取。`;
      const pictures = { address, whole: detail.scans[id] ?? null, thumbnail: detail.thumbnails[id] ?? null };
      return { id, name, kind: 'scan', no: at + 1, missing, ...pictures };
    }),
    ...filed.flatMap(({ id, fileName: name, pictures }, at): Sheet[] => {
      const { copy, original, thumbnail } = pictures;
      const page = { name, no: scans.length + at + 1, thumbnail, missing: '正在整理，马上就好。' } as const;
      return [
        { ...page, id, kind: 'filed', address: copy },
        { ...page, id: originalId(id), kind: 'original', address: original },
      ];
    }),
  ];
}

function originalId(pageId: string): string {
  return `${pageId} original`;
}

/** Each page once, as thumbnails and the next page by a key go. */
export function pagesOf(sheets: readonly Sheet[]): readonly Sheet[] {
  return sheets.filter(({ kind }) => kind !== 'original');
}

/** Of a page filed here: as scanned for as mended, and the other way round. */
export function otherFace(sheets: readonly Sheet[], { kind, no }: Sheet): Sheet | null {
  if (kind === 'scan') return null;
  return sheets.find((sheet) => sheet.no === no && sheet.kind !== kind) ?? null;
}

/** What 「并排」 lays beside it: its other face, else the next page, at the end the one before. */
export function besideOf(sheets: readonly Sheet[], sheet: Sheet): Sheet | null {
  const pages = pagesOf(sheets);
  return otherFace(sheets, sheet) ?? pages[sheet.no] ?? pages[sheet.no - 2] ?? null;
}

export function countSheets(detail: Detail, moduleId: ModuleId): number {
  const inModule = (one: Readonly<{ moduleId: string }>) => one.moduleId === moduleId;
  return detail.application.attachments.filter(inModule).length + detail.filedPages.filter(inModule).length;
}
