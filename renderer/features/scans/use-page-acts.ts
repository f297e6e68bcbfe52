/** What is done to pages: each act at once, told in one line, and taken back by 「撤回」 (ux 2.1). */
import { useMemo } from 'react';
import { AS_SCANNED, withOffered, type Mend } from '#model/scan.ts';
import type { Failure, Result } from '#model/result.ts';
import { api } from '../../client/index.ts';
import { isSameMend, turnedMend } from './mending.ts';
import type { ScansStore } from './scans-store.ts';
import type { Dismissible, ScanDefect, ScanPage } from './types.ts';
import { scansTrouble } from './words.ts';

type Pages = readonly ScanPage[];
export type Target = Readonly<{ applicationId: string; person: string; materialId: string; label: string }>;

export type PageActs = Readonly<{
  /** 「自动整理」 */
  tidy(pages: Pages): Promise<void>;
  turn(pages: Pages): Promise<void>;
  /** 「还原」 */
  asScanned(pages: Pages): Promise<void>;
  /** what a finding offers */
  repair(page: ScanPage, defect: ScanDefect): Promise<void>;
  dismiss(page: ScanPage, kind: Dismissible): Promise<void>;
  file(pages: Pages, target: Target): Promise<boolean>;
  /** each to what is proposed for it */
  fileAsSuggested(pages: Pages): Promise<boolean>;
  unfile(pages: Pages): Promise<void>;
  arrange(ids: readonly string[], words: string): Promise<void>;
  remove(pages: Pages): Promise<void>;
  restore(pages: Pages): Promise<void>;
  undo(): Promise<void>;
}>;

const idsOf = (pages: Pages) => pages.map(({ id }) => id);
/** null: it was taken back; else why not, in words */
const outcome = async (call: Promise<Result<unknown>>) => {
  const answer = await call;
  return answer.ok ? null : scansTrouble(answer.error);
};

export function usePageActs(store: ScansStore): PageActs {
  return useMemo(() => {
    const { did, say, takeUndoable } = store.getState();
    const refuse = (error: Failure) => say(scansTrouble(error));

    async function mend(pages: Pages, make: (page: ScanPage) => Mend, word: string): Promise<void> {
      const changed = pages
        .map((page) => ({ id: page.id, from: page.mend, mend: make(page) }))
        .filter((page) => !isSameMend(page.from, page.mend));
      if (changed.length === 0) return say(`选中的${pages.length}页都已是这样，没有改动。`);
      const answer = await api.scans.mend({ pages: changed.map(({ id, mend: to }) => ({ id, mend: to })) });
      if (!answer.ok) return refuse(answer.error);
      const { before } = answer.value;
      return did({ words: `${word}${changed.length}页`, undo: () => outcome(api.scans.mend({ pages: before })) });
    }
    return {
      tidy: (pages) => mend(pages, ({ proposal }) => proposal, '已自动整理'),
      turn: (pages) => mend(pages, (page) => turnedMend(page.mend), '已旋转'),
      asScanned: (pages) => mend(pages, () => AS_SCANNED, '已还原'),
      repair: (page, defect) => mend([page], () => withOffered(page.mend, defect.mend ?? {}), '已整理'),
      ...filing(store),
      async dismiss({ id }, kind) {
        const answer = await api.scans.dismiss({ id, kind, isDismissed: true });
        if (!answer.ok) return refuse(answer.error);
        const undo = () => outcome(api.scans.dismiss({ id, kind, isDismissed: false }));
        return did({ words: kind === 'over-cap' ? '已保持现在的大小' : '已记下：不是问题', undo });
      },
      async arrange(ids, words) {
        const answer = await api.scans.arrange({ pageIds: [...ids] });
        if (!answer.ok) return refuse(answer.error);
        const { before } = answer.value;
        return did({ words, undo: () => outcome(api.scans.arrange({ pageIds: before })) });
      },
      async remove(pages) {
        const pageIds = idsOf(pages);
        const answer = await api.scans.remove({ pageIds });
        if (!answer.ok) return refuse(answer.error);
        return did({ words: `已删除${pageIds.length}页`, undo: () => outcome(api.scans.restore({ pageIds })) });
      },
      async restore(pages) {
        const pageIds = idsOf(pages);
        const answer = await api.scans.restore({ pageIds });
        if (!answer.ok) return refuse(answer.error);
        return did({ words: `已恢复${pageIds.length}页`, undo: () => outcome(api.scans.remove({ pageIds })) });
      },
      async undo() {
        const last = takeUndoable();
        if (last) say((await last.undo()) ?? `已撤回：${last.words}`);
      },
    };
  }, [store]);
}

type Filed = Readonly<{ id: string; filed: Readonly<{ applicationId: string; materialId: string }> | null }>;

function filing(store: ScansStore): Pick<PageActs, 'file' | 'fileAsSuggested' | 'unfile'> {
  const { did, say } = store.getState();
  /** In the order given; stops at the first refusal, and says what was done until then. */
  async function fileEach(parts: readonly Readonly<{ ids: readonly string[]; to: Target }>[]): Promise<boolean> {
    const before: Filed[] = [];
    let refusal: string | null = null;
    for (const { ids, to } of parts) {
      const { applicationId, materialId } = to;
      const answer = await api.scans.file({ pageIds: [...ids], applicationId, materialId });
      if (!answer.ok) {
        refusal = scansTrouble(answer.error);
        break;
      }
      before.push(...answer.value.before);
    }
    const [first] = parts;
    const where =
      parts.length === 1 ? `${first?.to.person} ${first?.to.label}` : `${first?.to.person}的${parts.length}项材料`;
    if (before.length > 0) did({ words: `${before.length}页已归到${where}`, undo: () => refile(before) });
    if (refusal !== null) say(refusal);
    return refusal === null;
  }
  return {
    file: (pages, to) => fileEach([{ ids: idsOf(pages), to }]),
    fileAsSuggested: (pages) => fileEach(bySuggestion(pages)),
    async unfile(pages) {
      const answer = await api.scans.unfile({ pageIds: idsOf(pages) });
      if (!answer.ok) return say(scansTrouble(answer.error));
      const { before } = answer.value;
      return did({ words: `已取出${pages.length}页`, undo: () => refile(before) });
    },
  };
}

/** Back to where each was, or to nowhere. */
async function refile(before: readonly Filed[]): Promise<string | null> {
  const loose = before.filter(({ filed }) => filed === null).map(({ id }) => id);
  const calls: Promise<string | null>[] = loose.length > 0 ? [outcome(api.scans.unfile({ pageIds: loose }))] : [];
  for (const { id, filed } of before) {
    if (filed) calls.push(outcome(api.scans.file({ pageIds: [id], ...filed })));
  }
  const outcomes = await Promise.all(calls);
  return outcomes.find((words) => words !== null) ?? null;
}

/** One filing a material; pages for which nothing is proposed are left. */
export function bySuggestion(pages: Pages): readonly Readonly<{ ids: readonly string[]; to: Target }>[] {
  const parts = new Map<string, { ids: string[]; to: Target }>();
  for (const { id, suggestion } of pages) {
    if (!suggestion) continue;
    const key = `${suggestion.applicationId} ${suggestion.materialId}`;
    const { applicationId, person, materialId, label } = suggestion;
    const part = parts.get(key) ?? { ids: [], to: { applicationId, person, materialId, label } };
    part.ids.push(id);
    parts.set(key, part);
  }
  return [...parts.values()];
}
