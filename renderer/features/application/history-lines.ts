/** What 「审核记录」 lists: the city's steps and our decisions, each act once. */
import { DECISION_WORDS } from '../../ui/decision-words.ts';
import { actionWords, type Detail } from './words.ts';

type OurDecision = Detail['decisions'][number];

export type HistoryLine = Readonly<{
  id: string;
  at: number;
  who: string;
  what: string;
  opinion: string;
  delivery: OurDecision['delivery'] | null;
  receipt: string | null;
}>;

const LEVEL_WORDS = { applicant: '申报人', unit: '本单位', superior: '上级', city: '市级', system: '市系统' } as const;

/** Newest first: the city's steps, those that were ours with their receipts, and what it does not hold of ours yet. */
export function historyLines({ application, decisions }: Detail): readonly HistoryLine[] {
  const decisionOf = matchSteps(application.history, decisions);
  const steps = application.history.map((step): HistoryLine => ({
    id: step.id,
    at: step.at,
    who: `${LEVEL_WORDS[step.level]} ${step.actor}`,
    what: actionWords(step.action),
    opinion: step.opinion,
    delivery: decisionOf.get(step.id)?.delivery ?? null,
    receipt: decisionOf.get(step.id)?.receiptNumber ?? null,
  }));
  const known = new Set(decisionOf.values());
  const ours = decisions
    .filter((decision) => !known.has(decision))
    .map((d): HistoryLine => ({
      id: d.commandId,
      at: d.decidedAt,
      who: `本单位 ${d.decidedBy}`,
      what: d.delivery === 'undone' ? `${DECISION_WORDS[d.decision]}（已撤回）` : DECISION_WORDS[d.decision],
      opinion: d.opinion,
      delivery: d.delivery === 'undone' ? null : d.delivery,
      receipt: d.receiptNumber,
    }));
  return [...ours, ...steps].toSorted((a, b) => b.at - a.at);
}

/** Step id → the decision of ours that it is. A step does not name its command, so act and words have to do, oldest first. */
function matchSteps(
  history: Detail['application']['history'],
  decisions: readonly OurDecision[],
): ReadonlyMap<string, OurDecision> {
  const found = new Map<string, OurDecision>();
  const steps = history.filter((step) => step.level === 'unit').toSorted((a, b) => a.at - b.at);
  const effective = decisions.filter((d) => d.delivery === 'effective').toSorted((a, b) => a.decidedAt - b.decidedAt);
  for (const decision of effective) {
    const step = steps.find(
      (s) => s.action === decision.decision && s.opinion === decision.opinion && !found.has(s.id),
    );
    if (step) found.set(step.id, decision);
  }
  return found;
}
