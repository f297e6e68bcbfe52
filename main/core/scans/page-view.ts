/** A page as the window shows it. */
import { fail, ok } from '#model/result.ts';
import type { SizeRule } from '#model/scan.ts';
import { proposedMend, standingDefects } from './defects.rules.ts';
import { ruleOf, type Answer, type Input, type Output, type ScanOffice } from './office.ts';
import { lookalikesOf } from './lookalikes.rules.ts';
import {
  countPages,
  selectFiledPages,
  selectGroups,
  selectLooks,
  selectPage,
  selectPages,
  type Filed,
  type PageRow,
} from './pages.repository.ts';
import type { ScansBeside } from './scans.service.ts';
import type { Suggestion } from './suggesting.ts';

type PageView = Output<'page'>;

const MOST_GROUPS = 2000;
/** Groups are proposed as wholes only up to so many pages; beyond it what is shown alone is. */
const MOST_SUGGESTED = 2000;
const MOST_LOOKALIKES = 20;

export function listPages(office: ScanOffice, input: Input<'pages'>): Answer<'pages'> {
  const { db, suggesting } = office;
  const { view, applicationId, offset, limit } = input;
  const counts = countPages(db, applicationId);
  const pages = selectPages(db, input, offset, limit);
  const isWhole = view === 'unfiled' && counts.unfiled <= MOST_SUGGESTED;
  const considered = isWhole && pages.length < counts.unfiled ? selectPages(db, input, 0, MOST_SUGGESTED) : pages;
  const suggestions = suggesting.suggest(considered);
  const groups = isWhole ? suggestionsByGroup(considered, suggestions) : NO_GROUPS;
  const around = aroundOf(office, pages, suggestions);
  return ok({
    total: counts[view],
    pages: pages.map((page) => pageView(office, page, around)),
    counts,
    groups: selectGroups(db, input, MOST_GROUPS).map((group) => ({
      ...group,
      suggestion: groups.get(groupKey(group.intakeId, group.group)) ?? null,
    })),
  });
}

export function showPage(office: ScanOffice, id: string): Answer<'page'> {
  const page = selectPage(office.db, id);
  if (!page) return fail('not-found', 'no such page');
  return ok(pageView(office, page, aroundOf(office, [page], office.suggesting.suggest([page]))));
}

export function filedTo({ db, pictures }: ScanOffice, applicationId: string): ReturnType<ScansBeside['filedTo']> {
  return selectFiledPages(db, applicationId).flatMap((page) => {
    if (page.filed === null) return [];
    const { moduleId, fileName } = page.filed;
    return [{ id: page.id, moduleId, fileName, pictures: pictures.ofPage(page) }];
  });
}

type GroupSuggestion = Output<'pages'>['groups'][number]['suggestion'];
const NO_GROUPS: ReadonlyMap<string, GroupSuggestion> = new Map();

function groupKey(intakeId: string, group: string): string {
  return `${intakeId} ${group}`;
}

/** One yes for a group needs one person in it. */
function suggestionsByGroup(
  pages: readonly PageRow[],
  suggestions: ReadonlyMap<string, Suggestion>,
): ReadonlyMap<string, GroupSuggestion> {
  const groups = Map.groupBy(pages, ({ intakeId, folder }) => groupKey(intakeId, folder));
  return new Map(
    [...groups].map(([key, members]) => {
      const proposed = members.flatMap(({ id }) => suggestions.get(id) ?? []);
      const [first] = proposed;
      const isOne = proposed.every(({ applicationId }) => applicationId === first?.applicationId);
      if (!first || !isOne) return [key, null];
      const materials = new Set(proposed.map(({ materialId }) => materialId)).size;
      const { applicationId, person } = first;
      return [key, { applicationId, person, pages: proposed.length, materials }];
    }),
  );
}

/** What is known of pages beside their rows. */
type Around = Readonly<{
  rule: (page: PageRow) => SizeRule;
  suggestions: ReadonlyMap<string, Suggestion>;
  lookalikes: ReadonlyMap<string, readonly string[]>;
}>;

function aroundOf(office: ScanOffice, pages: readonly PageRow[], suggestions: Around['suggestions']): Around {
  const owners = new Set(
    pages.flatMap(({ filed, forApplicationId }) => filed?.applicationId ?? forApplicationId ?? []),
  );
  const looks = selectLooks(office.db, [...owners]);
  const ids = pages.map(({ id }) => id);
  return { rule: ruleOf(office), suggestions, lookalikes: lookalikesOf(ids, looks) };
}

function pageView(office: ScanOffice, page: PageRow, around: Around): PageView {
  const { rule, suggestions, lookalikes } = around;
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
    lookalikes: (lookalikes.get(page.id) ?? []).slice(0, MOST_LOOKALIKES),
    rule: rule(page),
    forApplicationId: page.forApplicationId,
    filed: filed && filedView(office, filed),
    suggestion: suggestions.get(page.id) ?? null,
    isRemoved: page.removedAt !== null,
    pictures: office.pictures.ofPage(page),
  };
}

/** The person is '' where the application is no longer the unit's. */
function filedView({ applications }: ScanOffice, filed: Filed): PageView['filed'] {
  return { ...filed, person: applications.nameOf(filed.applicationId) ?? '' };
}
