/** The scans page as it is worked with: the page in hand, the person it belongs to, and what keys and buttons do. */
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import type { DroppedFile } from './dropped-files.ts';
import { feeds } from './feeds.ts';
import { gridAct } from './grid-keys.ts';
import { swapped } from './mending.ts';
import type { GridActs } from './page-grid.tsx';
import { placedBefore } from './placing.ts';
import type { ActivePage, ScansStore } from './scans-store.ts';
import type { Material, PageGroup, ScanPage } from './types.ts';
import { useChecklist, type PersonChecklist } from './use-checklist.ts';
import { usePageActs, type PageActs, type Target } from './use-page-acts.ts';
import { allPages, usePages, type ShownPages } from './use-pages.ts';

export type ScansDesk = ReturnType<typeof useScansDesk>;

export function useScansDesk(store: ScansStore, hasKeys: boolean) {
  const view = useStore(store);
  const pages = usePages(view.query);
  const acts = usePageActs(store);
  const [chosenPerson, choosePerson] = useState<string | null>(null);
  const [isOriginalHeld, holdOriginal] = useState(false);
  const here = inHand(pages, view.active);
  const page = here && pages.page(here.index);
  const checklist = useChecklist(view.query.applicationId ?? (page && personOf(page, pages)) ?? chosenPerson);
  useKeptInView(store, pages);
  useReleasedKey(() => holdOriginal(false));
  useHotKeys({ 'mod+z': () => (view.undoables.length > 0 ? void acts.undo() : false) });

  const step = (by: 1 | -1) => {
    const next = here && pages.page(here.index + by);
    if (next) view.activate({ id: next.id, index: here.index + by });
  };
  const filing = filingOf({ store, pages, acts, page, checklist, step, choosePerson });
  const grid = gridActsOf({ store, pages, acts, here });
  function press(event: KeyboardEvent): boolean {
    const act = gridAct(event, hasKeys);
    if (!act || !page) return false;
    if (act.kind === 'yes') filing.fileAsSuggested();
    else if (act.kind === 'number') filing.fileToMaterial(checklist?.byNumber(act.number) ?? null);
    else if (act.kind === 'next-nine') checklist?.nextNine();
    else if (act.kind === 'remove') filing.remove();
    else if (act.kind === 'move') moveBy(pages, here, act.by, acts);
    else holdOriginal(true);
    return true;
  }
  return {
    view,
    pages,
    acts,
    here,
    page,
    no: here ? numberInGroup(pages, here.index) : 0,
    checklist,
    isOriginalHeld,
    step,
    ...filing,
    takeIn: (files: readonly DroppedFile[]) => void feeds.getState().feed(files, view.query.applicationId),
    show(id: string) {
      const index = pages.indexOf(id);
      if (index === -1) view.say('那一页不在当前视图，请到“全部”里看。');
      else view.activate({ id, index });
    },
    grid: { ...grid, press },
  };
}

type FilingOptions = Readonly<{
  store: ScansStore;
  pages: ShownPages;
  acts: PageActs;
  page: ScanPage | null;
  checklist: PersonChecklist | null;
  step(by: 1 | -1): void;
  choosePerson(applicationId: string): void;
}>;

/** Filing and removing: the next page comes to hand at once, so that the same key never falls twice on this one. */
function filingOf({ store, pages, acts, page, checklist, step, choosePerson }: FilingOptions) {
  /** What is ticked, else the page in hand; all of it, whether it is on screen or not. */
  async function chosen(): Promise<readonly ScanPage[]> {
    const { selection, query } = store.getState();
    if (selection.ids.size === 0) return page ? [page] : [];
    const shown = [...selection.ids].map((id) => pages.page(pages.indexOf(id)));
    if (!shown.includes(null))
      return inOrder(
        shown.filter((one) => one !== null),
        pages,
      );
    return (await allPages(query)).filter(({ id }) => selection.ids.has(id));
  }
  const goOn = () => {
    if (store.getState().selection.ids.size === 0) step(1);
    store.getState().clearSelection();
  };
  function fileTo(target: Target, only?: readonly ScanPage[]): void {
    const filed = only ? Promise.resolve(only) : chosen();
    void filed.then((all) => acts.file(all, target));
    choosePerson(target.applicationId);
    goOn();
  }
  return {
    withChosen: (act: (chosenPages: readonly ScanPage[]) => unknown) => void chosen().then(act),
    fileTo,
    fileToMaterial(material: Material | null, only?: readonly ScanPage[]) {
      if (material && checklist) fileTo(targetOf(checklist, material), only);
    },
    fileAsSuggested() {
      if (!page?.suggestion || page.filed) return;
      void acts.fileAsSuggested([page]);
      step(1);
    },
    remove() {
      void chosen().then(acts.remove);
      goOn();
    },
  };
}

function targetOf({ applicationId, person }: PersonChecklist, { id, label }: Material): Target {
  return { applicationId, person: person ?? '', materialId: id, label };
}

function inOrder(chosen: readonly ScanPage[], pages: ShownPages): readonly ScanPage[] {
  return chosen.toSorted((a, b) => pages.indexOf(a.id) - pages.indexOf(b.id));
}

/** The page itself where it is, else what took its place. */
function inHand(pages: ShownPages, active: ActivePage | null): ActivePage | null {
  const total = pages.total ?? 0;
  if (total === 0) return null;
  const known = active ? pages.indexOf(active.id) : 0;
  const index = known === -1 ? Math.min(active?.index ?? 0, total - 1) : known;
  const page = pages.page(index);
  return page && { id: page.id, index };
}

/** Its own, else that of its group. */
function personOf(
  { filed, suggestion, forApplicationId, intakeId, group }: ScanPage,
  pages: ShownPages,
): string | null {
  const own = filed?.applicationId ?? suggestion?.applicationId ?? forApplicationId;
  const around = pages.groups.find((one) => one.intakeId === intakeId && one.group === group);
  return own ?? around?.suggestion?.applicationId ?? null;
}

function isSameGroup(a: ScanPage | null, b: ScanPage | null): boolean {
  return a !== null && b !== null && a.intakeId === b.intakeId && a.group === b.group;
}

/** 1-based place of a page in its group. */
function numberInGroup(pages: ShownPages, index: number): number {
  let from = 0;
  for (const { count } of pages.groups) {
    if (index < from + count) return index - from + 1;
    from += count;
  }
  return index + 1;
}

function moveBy(pages: ShownPages, here: ActivePage | null, by: 1 | -1, acts: PageActs): void {
  if (!here) return;
  const page = pages.page(here.index);
  const other = pages.page(here.index + by);
  if (!page || !other || !isSameGroup(page, other)) return;
  const pair = swapped(by === 1 ? [page, other] : [other, page], by === 1 ? 0 : 1, by);
  if (pair)
    void acts.arrange(
      pair.map(({ id }) => id),
      by === 1 ? '已后移1页' : '已前移1页',
    );
}

type GridOptions = Readonly<{ store: ScansStore; pages: ShownPages; acts: PageActs; here: ActivePage | null }>;

function gridActsOf({ store, pages, acts, here }: GridOptions): Omit<GridActs, 'press'> {
  const { query, selection, activate, toggle, reach, select, say } = store.getState();
  const ofGroup = async ({ intakeId, group }: PageGroup) =>
    (await allPages(query)).filter((page) => page.intakeId === intakeId && page.group === group);
  return {
    activate,
    toggle,
    reach(to) {
      const from = selection.anchor ?? here?.index ?? to.index;
      const [first, last] = from < to.index ? [from, to.index] : [to.index, from];
      const range = Array.from({ length: last - first + 1 }, (_, at) => pages.page(first + at)?.id);
      reach(
        to,
        from,
        range.filter((id) => id !== undefined),
      );
    },
    fileGroup(group) {
      const of = group.suggestion?.applicationId;
      void ofGroup(group).then((all) =>
        acts.fileAsSuggested(all.filter(({ filed, suggestion }) => !filed && suggestion?.applicationId === of)),
      );
    },
    openGroup(from) {
      const first = pages.page(from);
      if (first) activate({ id: first.id, index: from });
    },
    selectGroup: (group) => void ofGroup(group).then((all) => select(all.map(({ id }) => id))),
    place(ids, before) {
      const shown = Array.from({ length: pages.total ?? 0 }, (_, at) => pages.page(at));
      const target = pages.page(before.index);
      const group = shown.filter((page) => page !== null && isSameGroup(page, target));
      const order = placedBefore(
        group.map((page) => page?.id ?? ''),
        ids,
        before.id,
      );
      if (order === null) say('只能在同一组里换位置。');
      else if (order.length > 0) void acts.arrange(order, `已移动${ids.length}页`);
    },
  };
}

/** Another view, a page filed meanwhile: what is not in the view is not ticked in secret. */
function useKeptInView(store: ScansStore, pages: ShownPages): void {
  const { total, counts } = pages;
  useEffect(() => {
    const { selection, query } = store.getState();
    if (selection.ids.size === 0) return;
    void allPages(query).then((all) => {
      if (store.getState().query === query) store.getState().keepIn(all.map(({ id }) => id));
    });
  }, [store, total, counts]);
}

function useReleasedKey(onRelease: () => void): void {
  useEffect(() => {
    window.addEventListener('keyup', onRelease);
    window.addEventListener('blur', onRelease);
    return () => {
      window.removeEventListener('keyup', onRelease);
      window.removeEventListener('blur', onRelease);
    };
  });
}
