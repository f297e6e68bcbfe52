/** Going from finding to finding, and what can be done with each. */
import { inOrder, isStanding, nextFinding, scanOf, type Found } from './finding-list.ts';
import type { FindingActs } from './finding-note.tsx';
import type { Answers } from './use-answers.ts';
import type { ReturnState } from './use-return.ts';
import type { WorkbenchState } from './workbench-store.ts';
import type { Detail } from './words.ts';

type Options = Readonly<{
  detail: Detail;
  view: WorkbenchState;
  letter: ReturnState;
  answers: Answers;
  isReadOnly: boolean;
  onSource(source: string): void;
}>;

export function useFindingActs({ detail, view, letter, answers, isReadOnly, onSource }: Options) {
  const { findings } = detail;

  function go(finding: Found): void {
    view.stopAt(finding, scanOf(finding, detail));
    // one about the whole application stands in the list only
    if (finding.moduleId === null) view.openLayer('problems');
  }
  function goIf(finding: Found | null | undefined): void {
    if (finding) go(finding);
  }
  const acts: FindingActs = {
    isReadOnly,
    isWritten: letter.isWritten,
    write: letter.write,
    canGo: (finding, isInForm) => (isInForm ? scanOf(finding, detail) !== null : finding.moduleId !== null),
    go,
    ask: answers.ask,
    restore: (finding) => void answers.restore(finding),
    openSource: onSource,
  };
  return {
    acts,
    goNext: (step: 1 | -1) => goIf(nextFinding(findings, view.stop?.key ?? null, step)),
    goToFirst: (severity: Found['severity']) =>
      goIf(inOrder(findings).find((finding) => finding.severity === severity && isStanding(finding))),
  };
}
