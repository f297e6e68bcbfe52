/** 「办理」: three cards, what goes into the letter, the letter itself; of an approval its text and what it lacks (mock 03). */
import { Button } from 'antd';
import type { Decision } from '#model/application.ts';
import { formatTime } from '#model/beijing-time.ts';
import type { ModuleId } from '#model/modules.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { ApprovalGaps, ApprovalText } from './approval-part.tsx';
import { ChanceSum, DecisionCards } from './decision-cards.tsx';
import type { FindingActs } from './finding-note.tsx';
import { Letter } from './letter.tsx';
import { ReturnLines } from './return-lines.tsx';
import { ReturnWarnings } from './return-warnings.tsx';
import type { DraftState } from './use-draft.ts';
import type { ReturnState } from './use-return.ts';
import { decideTrouble, type ApprovalGap, type Detail } from './words.ts';

export type PanelProps = Readonly<{
  detail: Detail;
  draft: DraftState;
  letter: ReturnState;
  /** what leaves when it is a return, word for word */
  text: string;
  acts: FindingActs;
  moduleId: ModuleId;
  unseen: readonly ModuleId[];
  /** why it was not done, in words */
  refusal: string | null;
  /** it was asked for while something is left out of the letter */
  isHeld: boolean;
  /** how often F9 sent the keyboard here */
  focusTurn: number;
  /** what the foot calls putting it away */
  foldWord: string;
  onChoose(decision: Decision): void;
  onCheck(): void;
  onModule(id: ModuleId): void;
  onGap(gap: ApprovalGap): void;
  onLook(): void;
  onFold(): void;
}>;

export function DecisionPanel(props: PanelProps) {
  const { detail, draft, letter, refusal } = props;
  const { decision } = draft;
  const isSpending = decision === 'return' || decision === 'reset';
  const isLast = isSpending && detail.row.chancesLeft === 1;
  return (
    <section className={isLast ? 'decision-panel is-last' : 'decision-panel'} aria-label="办理">
      <div className="decision-choice">
        <header className="panel-head">
          <h2>办理</h2>
          <span className="second panel-keys">←→选择</span>
          <button type="button" className="text-act panel-fold" onClick={props.onFold}>
            {props.foldWord} <KeyHint keys="Esc" />
          </button>
        </header>
        <DecisionCards
          detail={detail}
          chosen={decision}
          focusTurn={props.focusTurn}
          onChoose={props.onChoose}
          onGap={props.onGap}
        />
        {isSpending && <ChanceSum left={detail.row.chancesLeft} />}
      </div>
      <div className="decision-middle">
        {decision === 'approve' ? (
          <ApprovalText draft={draft} />
        ) : (
          <ReturnLines letter={letter} findings={detail.findings} acts={props.acts} moduleId={props.moduleId} />
        )}
        <div className="decision-warnings">
          {refusal !== null && (
            <WarningLine level="block" isAnswer>
              {refusal}
            </WarningLine>
          )}
          {isSpending && detail.row.chancesLeft > 0 && (
            <ReturnWarnings
              letter={letter}
              unseen={props.unseen}
              isLast={isLast}
              isHeld={props.isHeld}
              onModule={props.onModule}
            />
          )}
        </div>
      </div>
      <div className="decision-end">
        {decision === 'approve' ? (
          <ApprovalGaps
            detail={detail}
            unseen={props.unseen}
            onGap={props.onGap}
            onModule={props.onModule}
            onLook={props.onLook}
          />
        ) : (
          <Letter text={props.text} />
        )}
        <div className="decision-foot">
          <span className="second" role="status">
            {savedWords(draft)}
          </span>
          <Button type="primary" onClick={props.onCheck}>
            {decision === null ? '先选一项' : `核对并${SHORT_WORDS[decision]}`}
            {decision !== null && <KeyHint keys="Ctrl+Enter" />}
          </Button>
        </div>
      </div>
    </section>
  );
}

const SHORT_WORDS: Readonly<Record<Decision, string>> = { approve: '通过', return: '返回', reset: '重置' };

function savedWords({ problem, savedAt }: DraftState): string {
  if (problem) return decideTrouble(problem);
  return savedAt === null ? '' : `已保存 ${formatTime(savedAt)}`;
}
