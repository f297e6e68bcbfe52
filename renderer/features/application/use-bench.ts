/** What can be done on the workbench, and by which keys (ux 3.3, 4). */
import { useStore } from 'zustand';
import type { Decision } from '#model/application.ts';
import { composeReturn } from '#model/return-letter.ts';
import type { ModuleId } from '#model/modules.ts';
import { api } from '../../client/index.ts';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import { useAnswers } from './use-answers.ts';
import { useDecide, type Decided } from './use-decide.ts';
import { useDraft } from './use-draft.ts';
import { useFindingActs } from './use-finding-acts.ts';
import { useReturn } from './use-return.ts';
import { nextUnseen, type Layer, type WorkbenchStore } from './workbench-store.ts';
import { APPROVAL_TEXT, gapPlace, notActionableWords, type ApprovalGap, type Detail } from './words.ts';

/** To the screens on which the rest of an application is done. */
export type BenchLinks = Readonly<{
  onOpinion(applicationId: string): void;
  /** `noticeId`: the notice that it is on; null: none yet */
  onPublicity(applicationId: string, noticeId: string | null): void;
  /** to a place of the guide, as a finding names it: 'Q18' */
  onSource(source: string): void;
}>;

type Options = Readonly<{
  detail: Detail;
  store: WorkbenchStore;
  links: BenchLinks;
  onDecided(decided: Decided): void;
}>;

export type Bench = ReturnType<typeof useBench>;

export function useBench({ detail, store, links, onDecided }: Options) {
  const { id } = detail.application;
  const view = useStore(store);
  const draft = useDraft(id);
  const letter = useReturn(detail.findings, draft);
  const answers = useAnswers(id, letter.answered);
  const { decision } = draft;
  const returned = composeReturn(decision === 'reset' ? 'reset' : 'return', letter.lines);
  const text = decision === 'approve' ? draft.text : returned;
  const decide = useDecide({ detail, draft, letter: text, missing: letter.missing.length, onDecided });
  const blocked = notActionableWords(detail);
  const canAct = blocked === null;
  const ways = useFindingActs({ detail, view, letter, answers, isReadOnly: !canAct, onSource: links.onSource });

  return {
    view,
    draft,
    letter,
    answers,
    decide,
    blocked,
    /** what leaves, word for word */
    text,
    ...ways,
    ...waysOut(detail, links, () => ways.goToFirst('blocking')),
    seeModule() {
      void api.applications.markSeen({ id, modules: [view.moduleId] });
      const next = nextUnseen(view.moduleId, new Set(detail.seenModules));
      if (next) view.openModule(next);
      else if (canAct) view.decide();
    },
    choose(chosen: Decision) {
      view.decide();
      // the prepared text is only ever put into an empty box
      const isFirst = chosen === 'approve' && draft.text === '';
      draft.change(isFirst ? { decision: chosen, text: APPROVAL_TEXT } : { decision: chosen });
    },
    /** What has to be corrected is no approval: its card is let go, its text kept. */
    write() {
      if (!canAct || !draft.isLoaded) return;
      if (decision === 'approve') draft.change({ decision: null });
      view.openLayer('decision');
      letter.add(view.moduleId);
    },
    toggle(layer: Exclude<Layer, 'none'>) {
      if (view.layer === layer) view.openLayer('none');
      else if (layer === 'problems') view.openLayer(layer);
      else if (canAct) view.decide();
    },
    goToModule(moduleId: ModuleId) {
      decide.cancel();
      view.openModule(moduleId);
    },
  };
}

/** To where the rest is done, and to where something an approval lacks can be put right. */
function waysOut({ application, unitForms }: Detail, links: BenchLinks, onBlocking: () => void) {
  const { id } = application;
  const goToOpinion = () => links.onOpinion(id);
  const goToPublicity = () => links.onPublicity(id, unitForms.publicity?.noticeId ?? null);
  return {
    goToOpinion,
    goToPublicity,
    goToGap(gap: ApprovalGap) {
      const place = gapPlace(gap);
      if (place === 'opinion') goToOpinion();
      else if (place === 'publicity') goToPublicity();
      else onBlocking();
    },
  };
}

type Place = Readonly<{ onPrevious(): void; onNext(): void; onClose(): void }>;

/** @param isOff a drawer lies over it */
export function useBenchKeys(bench: Bench, place: Place, isOff: boolean): void {
  const { view, seeModule, goNext, write, toggle, decide } = bench;
  const next = () => goNext(1);
  const previous = () => goNext(-1);
  const openDecision = () => toggle('decision');
  useHotKeys(
    {
      f4: seeModule,
      'mod+j': seeModule,
      f3: next,
      'shift+f3': previous,
      'mac:mod+g': next,
      'mac:mod+shift+g': previous,
      f2: write,
      'mod+e': write,
      f7: place.onPrevious,
      f8: place.onNext,
      f9: openDecision,
      'mod+d': openDecision,
      'mod+enter': decide.askByKey,
      esc: () => (view.layer === 'none' ? place.onClose() : view.openLayer('none')),
    },
    { isOff },
  );
}
