/** What is still to do, and the acts: help with the filling on the left, the next likely act on the right. */
import { Button } from 'antd';
import type { OpinionCheck } from '#model/opinion-checks.ts';
import { KeyButton } from '../../ui/key-button.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import type { OpinionActs } from './use-opinion-acts.ts';
import type { FormState } from './use-opinion-form.ts';
import type { Submitted } from './use-submit.ts';
import { stateWords, submittedWords } from './words.ts';

type Props = Readonly<{
  acts: OpinionActs;
  state: FormState;
  submitted: Submitted | null;
  refusal: string;
  checks: readonly OpinionCheck[];
  onSubmit(): void;
}>;

export function EditFoot({ acts, state, submitted, refusal, checks, onSubmit }: Props) {
  return (
    <>
      <div className="opinion-said">
        <Said acts={acts} state={state} submitted={submitted} refusal={refusal} />
      </div>
      <footer className="opinion-foot">
        {acts.previous && (
          <Button color="default" variant="filled" onClick={() => void acts.takeOver()}>
            套用上一位
          </Button>
        )}
        {acts.others.length > 0 && (
          <Button color="default" variant="filled" onClick={() => acts.askDraftMany(true)}>
            {`起草其余${acts.others.length}位`}
          </Button>
        )}
        <span className="opinion-foot-end">
          <span className="second" role="status">
            {stateWords(checks)}
          </span>
          <KeyButton keys="Ctrl+Enter" type="primary" onClick={onSubmit}>
            提交
          </KeyButton>
        </span>
      </footer>
    </>
  );
}

/** One line at most: the newest thing that happened. */
function Said({ acts, state, submitted, refusal }: Pick<Props, 'acts' | 'state' | 'submitted' | 'refusal'>) {
  if (refusal !== '') {
    return (
      <WarningLine level="block" isAnswer>
        {refusal}
      </WarningLine>
    );
  }
  if (state.replaced) {
    return (
      <WarningLine level="hint" isAnswer>
        {state.replaced.words}
        <button type="button" className="text-act" onClick={state.giveBack}>
          撤回
        </button>
      </WarningLine>
    );
  }
  if (acts.words !== '') {
    return (
      <WarningLine level="hint" isAnswer>
        {acts.words}
      </WarningLine>
    );
  }
  if (!submitted) return null;
  return (
    <WarningLine level="good" isAnswer>
      {submittedWords(submitted)}
    </WarningLine>
  );
}
