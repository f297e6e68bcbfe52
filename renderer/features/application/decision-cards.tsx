/** Three cards, none preselected: what each costs or still lacks stands on it (ux 3.3; mock 03). */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { CHANCES } from '#model/chances.ts';
import { DECISIONS, type Decision } from '#model/application.ts';
import { ChanceDots } from '../../ui/chance-dots.tsx';
import { DECISION_WORDS } from '../../ui/decision-words.ts';
import { isComposing } from '../../ui/ime-guard.ts';
import { isStanding } from './finding-list.ts';
import { gapShort, gapWords, type ApprovalGap, type Detail } from './words.ts';

type Props = Readonly<{
  detail: Detail;
  chosen: Decision | null;
  /** how often the keyboard was sent here; 0: not yet */
  focusTurn: number;
  onChoose(decision: Decision): void;
  /** to where what is missing can be put right */
  onGap(gap: ApprovalGap): void;
}>;

/** A radio group by hand: a card that is not possible stays and says why. */
export function DecisionCards({ detail, chosen, focusTurn, onChoose, onGap }: Props) {
  const cards = useRef<HTMLDivElement>(null);
  const first = chosen ?? likelyDecision(detail);
  useEffect(() => {
    if (focusTurn > 0) cards.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [focusTurn]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined || isComposing(event)) return;
    event.preventDefault();
    const from = DECISIONS.indexOf(first);
    const next = chosen === null ? first : DECISIONS[(from + by + DECISIONS.length) % DECISIONS.length];
    if (!next) return;
    onChoose(next);
    cards.current?.querySelector<HTMLElement>(`[data-decision=${next}]`)?.focus();
  };
  return (
    <div
      ref={cards}
      className="decision-cards"
      role="radiogroup"
      aria-label="审核结果"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {DECISIONS.map((decision) => (
        <div key={decision} className={decision === chosen ? 'decision-card is-chosen' : 'decision-card'}>
          <button
            type="button"
            role="radio"
            data-decision={decision}
            aria-checked={decision === chosen}
            aria-describedby={`card-${decision}`}
            tabIndex={decision === first ? 0 : -1}
            className="card-choice"
            onClick={() => onChoose(decision)}
          >
            <span className="card-ring" aria-hidden="true" />
            <span className="card-title">{DECISION_WORDS[decision]}</span>
          </button>
          <p id={`card-${decision}`} className="card-line">
            {decision === 'approve' ? <ApprovalLine detail={detail} onGap={onGap} /> : costLine(decision, detail)}
          </p>
        </div>
      ))}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Where the keyboard starts. Nothing is chosen by it. */
function likelyDecision({ findings, row }: Detail): Decision {
  const isTheirs = findings.some((f) => f.severity === 'blocking' && f.audience === 'applicant' && isStanding(f));
  return isTheirs && row.chancesLeft > 0 ? 'return' : 'approve';
}

function ApprovalLine({ detail, onGap }: Readonly<{ detail: Detail; onGap(gap: ApprovalGap): void }>) {
  const { approvalGaps } = detail;
  if (approvalGaps.length === 0) return <>基层意见、公示都已齐</>;
  return (
    <>
      {`还差${approvalGaps.length}项：`}
      {approvalGaps.map((gap, i) => (
        <span key={gap.code}>
          {i > 0 && '、'}
          <button type="button" className="text-act card-link" title={gapWords(gap)} onClick={() => onGap(gap)}>
            {gapShort(gap)}
          </button>
        </span>
      ))}
    </>
  );
}

function costLine(decision: 'return' | 'reset', { row }: Detail): string {
  if (row.chancesLeft === 0) return `${CHANCES}次机会已用完`;
  return decision === 'return' ? '用1次机会，已选的单位、评委会等保留' : '用1次机会，清空重选，只在选错时用';
}

/** 「现在剩3次 → 本次后剩2次」 */
export function ChanceSum({ left }: Readonly<{ left: number }>) {
  if (left === 0) return null;
  return (
    <p className="chance-sum">
      <ChanceDots left={left} isBare />
      <span>
        现在剩<strong>{left}</strong>次
      </span>
      <span aria-hidden="true">→</span>
      <ChanceDots left={left - 1} isBare />
      <span>
        本次后剩<strong>{left - 1}</strong>次
      </span>
    </p>
  );
}
