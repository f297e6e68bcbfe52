/** Marking how far papers have come and moving their endorsements; each can be taken back. */
import { useMemo } from 'react';
import { api } from '../../client/index.ts';
import type { PaperState } from '#model/paper.ts';
import type { PapersStore } from './papers-store.ts';
import { markable } from './rows.ts';
import { papersRefusal } from './trouble-words.ts';
import type { Marked, Placement, Ref, Standing } from './types.ts';
import { STATE_WORDS } from './words.ts';

export type PaperActs = Readonly<{
  /** `on`: the day of handing in */
  mark(papers: readonly Standing[], state: PaperState, on: string | null): Promise<void>;
  /** Just printed: they are as they lie in the tray, whatever is known of them. */
  markPrinted(refs: readonly Ref[]): Promise<void>;
  /** `before`, `to` null: in the room that the page keeps */
  place(ref: Ref, pageId: string, before: Placement | null, to: Placement | null): Promise<void>;
}>;

export function usePaperActs(store: PapersStore): PaperActs {
  return useMemo(() => {
    const { did, say } = store.getState();

    async function markRefs(refs: readonly Ref[], state: PaperState, on: string | null, rest: string): Promise<void> {
      const answer = await api.papers.mark({ refs: [...refs], state, on });
      if (!answer.ok) return say(papersRefusal(answer.error));
      const { before, leftOut } = answer.value;
      const left = leftOut.length > 0 ? `，${leftOut.length}份还没有生成` : rest;
      return did({ words: `${before.length}份标记为${STATE_WORDS[state]}${left}`, undo: () => restore(before) });
    }
    return {
      async mark(papers, state, on) {
        const { refs, unmade, stale } = markable(papers, state);
        const rest = [
          ...(unmade > 0 ? [`${unmade}份还没有生成`] : []),
          ...(stale > 0 ? [`${stale}份请先重打`] : []),
        ].join('，');
        if (refs.length === 0) return say(rest === '' ? `所选的都${STATE_WORDS[state]}。` : `没有标记：${rest}。`);
        return markRefs(refs, state, on, rest === '' ? '' : `，${rest}`);
      },
      markPrinted: (refs) => markRefs(refs, 'printed', null, ''),
      async place({ subjectId }, pageId, before, to) {
        if (subjectId === null) return;
        const put = async (at: Placement | null) => {
          const answer = await api.papers.place({ applicationId: subjectId, pageId, at });
          return answer.ok ? null : papersRefusal(answer.error);
        };
        const refusal = await put(to);
        if (refusal !== null) return say(refusal);
        return did({ words: to === null ? '签章已放回页脚' : '签章已移动', undo: () => put(before) });
      },
    };
  }, [store]);
}

/** Each to where it was; null: done, else why not. */
async function restore(before: readonly Marked[]): Promise<string | null> {
  const groups = Map.groupBy(before, ({ state, on }) => `${state} ${on ?? ''}`);
  for (const marked of groups.values()) {
    const [first] = marked;
    if (!first) continue;
    const { state, on } = first;
    const answer = await api.papers.mark({ refs: marked.map(({ ref }) => ref), state, on });
    if (!answer.ok) return papersRefusal(answer.error);
  }
  return null;
}
