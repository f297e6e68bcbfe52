/** 「办理」: three cards, none preselected; the opinion; what it will mean (ux 3.3, 3.4). */
import { Button, Input } from 'antd';
import { useRef, type KeyboardEvent } from 'react';
import { CHANCES } from '#model/chances.ts';
import { DECISIONS, type Decision } from '#model/application.ts';
import { formatTime } from '#model/beijing-time.ts';
import { ChanceDots } from '../../ui/chance-dots.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { DECISION_WORDS } from '../../ui/decision-words.ts';
import { decideTrouble, gapWords, moduleNames, type Detail } from './words.ts';
import type { DraftState } from './use-draft.ts';
import type { ModuleId } from '#model/modules.ts';

type Props = Readonly<{
  detail: Detail;
  draft: DraftState;
  unseen: readonly ModuleId[];
  /** what the core answered to the last try, in words */
  refusal: string | null;
  canFold: boolean;
  onChoose(decision: Decision): void;
  onText(text: string): void;
  onCheck(): void;
  onModule(id: ModuleId): void;
  onFold(): void;
}>;

export function DecisionPanel(props: Props) {
  const { detail, draft, unseen, refusal, onText, onCheck, onModule } = props;
  const { decision } = draft;
  const isSpending = decision === 'return' || decision === 'reset';
  const isSpent = detail.row.chancesLeft === 0;
  const isLast = isSpending && detail.row.chancesLeft === 1;
  const firstUnseen = unseen[0];
  return (
    <section className={isLast ? 'decision-panel is-last' : 'decision-panel'} aria-label="办理">
      <div className="decision-choice">
        <div className="decision-head">
          <h2>办理</h2>
          <span className="second">←→ 选择</span>
          {props.canFold && (
            <button type="button" className="text-act" onClick={props.onFold}>
              收起 <KeyHint keys="Esc" />
            </button>
          )}
        </div>
        <DecisionCards detail={detail} chosen={decision} onChoose={props.onChoose} />
        {isSpending && <ChanceSum left={detail.row.chancesLeft} />}
      </div>
      <div className="decision-text">
        <label className="decision-head" htmlFor="review-opinion">
          <h2>审核意见</h2>
          <span className="second">{textHint(decision)}</span>
        </label>
        <Input.TextArea
          id="review-opinion"
          value={draft.text}
          disabled={!draft.isLoaded}
          maxLength={5000}
          placeholder={
            decision === 'approve'
              ? ''
              : '逐条写明要改什么，一次说全。例：学历情况：毕业时间填2010-07，证书为2010-06，请改正。'
          }
          onChange={(event) => onText(event.target.value)}
        />
        {isSpending && !isSpent && firstUnseen !== undefined && (
          <WarningLine level="warn">
            {`还有${unseen.length}个模块没看（${moduleNames(unseen)}）。${isLast ? '请先看完，再用最后一次机会。' : '没看完就返回，可能要再用一次机会。'}`}
            <button type="button" className="text-act" onClick={() => onModule(firstUnseen)}>
              去看
            </button>
          </WarningLine>
        )}
        {isLast && <WarningLine level="block">这是最后一次机会，用完后本年度不能再返回或重置。</WarningLine>}
        {refusal !== null && (
          <WarningLine level="block" isAnswer>
            {refusal}
          </WarningLine>
        )}
        <div className="decision-foot">
          <span className="second" role="status">
            {savedWords(draft)}
          </span>
          <Button type="primary" disabled={decision === null} onClick={onCheck}>
            {decision
              ? `核对并${decision === 'approve' ? '通过' : decision === 'return' ? '返回' : '重置'}`
              : '先选一项'}
            {decision && <KeyHint keys="Ctrl+Enter" />}
          </Button>
        </div>
      </div>
    </section>
  );
}

function textHint(decision: Decision | null): string {
  if (decision === null) return '先选一项';
  return decision === 'approve' ? '随通过一起报上级' : '申报人将看到';
}

function savedWords({ problem, savedAt, text }: DraftState): string {
  if (problem) return decideTrouble(problem);
  const count = `${text.length}字`;
  return savedAt === null ? count : `${count} · 已保存 ${formatTime(savedAt)}`;
}

function ChanceSum({ left }: Readonly<{ left: number }>) {
  if (left === 0) return null;
  return (
    <p className="chance-sum">
      <ChanceDots left={left} isBare /> {`现在剩${left}次 → `}
      <ChanceDots left={left - 1} isBare /> {`本次后剩${left - 1}次`}
    </p>
  );
}

type CardsProps = Readonly<{ detail: Detail; chosen: Decision | null; onChoose(decision: Decision): void }>;

/** A radio group by hand: a card that is not possible stays and says why. */
function DecisionCards({ detail, chosen, onChoose }: CardsProps) {
  const cards = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const from = chosen === null ? (by > 0 ? -1 : 0) : DECISIONS.indexOf(chosen);
    const next = DECISIONS[(from + by + DECISIONS.length) % DECISIONS.length];
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
      {DECISIONS.map((decision, i) => {
        const isChosen = decision === chosen;
        return (
          <button
            key={decision}
            type="button"
            role="radio"
            data-decision={decision}
            aria-checked={isChosen}
            tabIndex={isChosen || (chosen === null && i === 0) ? 0 : -1}
            className={isChosen ? 'decision-card is-chosen' : 'decision-card'}
            onClick={() => onChoose(decision)}
          >
            <span className="card-ring" aria-hidden="true" />
            <span className="card-title">{DECISION_WORDS[decision]}</span>
            <span className="card-line">{cardLine(decision, detail)}</span>
          </button>
        );
      })}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function cardLine(decision: Decision, { approvalGaps, row }: Detail): string {
  if (decision === 'approve') {
    if (approvalGaps.length === 0) return '基层意见、公示都已齐';
    return `还差${approvalGaps.length}项：${approvalGaps.map(gapWords).join('、')}`;
  }
  if (row.chancesLeft === 0) return `${CHANCES}次机会已用完`;
  return decision === 'return' ? '用1次机会，已选的单位、评委会等保留' : '用1次机会，清空重选，只在选错时用';
}
