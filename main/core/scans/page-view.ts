/** A page as the window shows it. */
import { fail, ok } from '#model/result.ts';
import type { SizeRule } from '#model/scan.ts';
import { proposedMend, standingDefects } from './defects.rules.ts';
import { ruleOf, type Answer, type Input, type Output, type ScanOffice } from './office.ts';
import { countPages, selectGroups, selectPage, selectPages, type Filed, type PageRow } from './pages.repository.ts';

type PageView = Output<'page'>;

const MOST_GROUPS = 2000;

export function listPages(office: ScanOffice, input: Input<'pages'>): Answer<'pages'> {
  const { db } = office;
  const { view, applicationId, offset, limit } = input;
  const counts = countPages(db, applicationId);
  const rule = ruleOf(office);
  return ok({
    total: counts[view],
    pages: selectPages(db, input, offset, limit).map((page) => pageView(office, page, rule)),
    counts,
    groups: selectGroups(db, input, MOST_GROUPS).map((group) => ({ ...group, suggestion: null })),
  });
}

export function showPage(office: ScanOffice, id: string): Answer<'page'> {
  const page = selectPage(office.db, id);
  return page ? ok(pageView(office, page, ruleOf(office))) : fail('not-found', 'no such page');
}

function pageView(office: ScanOffice, page: PageRow, rule: (page: PageRow) => SizeRule): PageView {
  const { defects, mend, dismissed, filed } = page;
  return {
    id: page.id,
    intakeId: page.intakeId,
    group: page.folder,
    fileName: page.sourceName,
    pageNo: page.pageNo,
    pageCount: page.pageCount,
    state: page.state,
    problem: page.problem,
    original: {
      format: page.format,
      sizeBytes: page.sizeBytes,
      width: page.width,
      height: page.height,
      dpi: page.dpi,
      isLost: page.isLost,
    },
    copy: page.copy?.facts ?? null,
    mend,
    proposal: proposedMend(defects, mend, dismissed),
    defects: standingDefects(defects, mend, dismissed).map((defect) => ({ ...defect })),
    dismissed: [...dismissed],
    lookalikes: [],
    rule: rule(page),
    forApplicationId: page.forApplicationId,
    filed: filed && filedView(office, filed),
    suggestion: null,
    isRemoved: page.removedAt !== null,
    pictures: office.pictures.ofPage(page),
  };
}

/** The person is '' where the application is no longer the unit's. */
function filedView({ applications }: ScanOffice, filed: Filed): PageView['filed'] {
  return { ...filed, person: applications.nameOf(filed.applicationId) ?? '' };
}
