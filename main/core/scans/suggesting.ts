/** Proposals for pages that are not filed: whose they are, as what, under which name. Nothing is filed without a yes. */
import type { Application } from '#model/application.ts';
import { identityTail, type Applications } from '../applications/applications.service.ts';
import { baseName, isSpeechless, type MaterialItem } from '../findings/findings.service.ts';
import { materialOf } from './material.rules.ts';
import { freeNames } from './naming.ts';
import type { Output, ScanOffice } from './office.ts';
import { selectFiledPages, type PageRow } from './pages.repository.ts';
import { indexPeople, personOf, type People } from './people.rules.ts';

export type Suggestion = NonNullable<Output<'page'>['suggestion']>;
export type Suggesting = Readonly<{
  /** Of those that can be filed; in the order in which they are shown. */
  suggest(pages: readonly PageRow[]): ReadonlyMap<string, Suggestion>;
}>;

type Deps = Pick<ScanOffice, 'db' | 'applications' | 'checks'> & Readonly<{ monotonic: () => number }>;

/** Names of people are read anew after so long; one who was not there yet is proposed a moment later. */
const PEOPLE_MS = 10_000;
const MOST_KEPT = 300;

export function createSuggesting(deps: Deps): Suggesting {
  const { applications, monotonic } = deps;
  let people: Readonly<{ index: People; at: number }> | null = null;
  const checklists = new Map<string, Checklist>();

  function everybody(): People {
    if (!people || monotonic() - people.at > PEOPLE_MS) people = { index: peopleOf(applications), at: monotonic() };
    return people.index;
  }

  function checklistOf(applicationId: string): Checklist | null {
    const version = applications.entry(applicationId)?.digest.version;
    if (version === undefined) return null;
    const key = `${deps.checks.key()} ${version}`;
    const known = checklists.get(applicationId);
    if (known?.key === key) return known;
    const application = applications.read(applicationId);
    if (!application) return null;
    if (checklists.size >= MOST_KEPT) checklists.clear();
    const checklist = { key, application: withoutModules(application), items: deps.checks.materials(application) };
    checklists.set(applicationId, checklist);
    return checklist;
  }

  return {
    suggest(pages) {
      const binders = new Map<string, Binder | null>();
      const binderOf = (id: string): Binder | null => {
        const checklist = binders.has(id) ? null : checklistOf(id);
        if (!binders.has(id)) binders.set(id, checklist && openBinder(deps, id, checklist));
        return binders.get(id) ?? null;
      };
      const suggestions = new Map<string, Suggestion>();
      let before: PageRow | null = null;
      for (const page of pages.filter(canBeFiled)) {
        const applicationId = page.forApplicationId ?? personOf(everybody(), page.sourceName, page.folder);
        const last = before && isSameGroup(before, page) ? suggestions.get(before.id) : undefined;
        const lastMaterial = last?.applicationId === applicationId ? (last?.materialId ?? null) : null;
        const suggestion = applicationId === null ? null : binderOf(applicationId)?.place(page, lastMaterial);
        if (suggestion) suggestions.set(page.id, suggestion);
        before = page;
      }
      return suggestions;
    },
  };
}

function canBeFiled({ filed, removedAt, state }: PageRow): boolean {
  return filed === null && removedAt === null && state !== 'unreadable';
}

function isSameGroup(a: PageRow, b: PageRow): boolean {
  return a.intakeId === b.intakeId && a.folder === b.folder;
}

/** What is kept of an application for naming: its applicant and the names of its scans. */
type Named = Pick<Application, 'id' | 'applicant' | 'attachments'>;
type Checklist = Readonly<{ key: string; application: Named; items: readonly MaterialItem[] }>;
/** One person's materials while proposals are made: what was proposed counts for the next page. */
type Binder = Readonly<{ place(page: PageRow, before: string | null): Suggestion | null }>;

function withoutModules({ id, applicant, attachments }: Application): Named {
  return { id, applicant, attachments };
}

function peopleOf(applications: Pick<Applications, 'entries'>): People {
  return indexPeople(
    [...applications.entries()].map(({ digest }) => ({
      id: digest.id,
      name: digest.name,
      tail: identityTail(digest.searchText),
    })),
  );
}

function openBinder({ db }: Deps, applicationId: string, { application, items }: Checklist): Binder {
  const person = application.applicant.name;
  const nextName = freeNames(db, application, []);
  const filed = Map.groupBy(selectFiledPages(db, applicationId), ({ filed: where }) => where?.materialId ?? '');
  const counts = new Map(
    items.map(({ id, attachmentIds }) => [id, attachmentIds.length + (filed.get(id)?.length ?? 0)]),
  );
  return {
    place({ sourceName, folder }, before) {
      const name = baseName(sourceName);
      const candidates = items.map((item) => ({ ...item, count: counts.get(item.id) ?? 0 }));
      const named = { name, folder: folder.split('/').at(-1) ?? '', isSpeechless: isSpeechless(name) };
      const materialId = materialOf(candidates, named, before);
      const material = items.find(({ id }) => id === materialId);
      if (!material) return null;
      counts.set(material.id, (counts.get(material.id) ?? 0) + 1);
      const { id, label, moduleId } = material;
      return { applicationId, person, materialId: id, label, moduleId, fileName: nextName(label) };
    },
  };
}
