/** 「结束公示」: who gets which outcome, who stays and why, and what the core did. */
import { Button } from 'antd';
import type { PublicityOutcome } from '#model/application.ts';
import { addDays, formatDate, plainDate } from '#model/beijing-time.ts';
import { api } from '../../client/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { conclusionOf, type Conclusion } from './notice-facts.ts';
import type { Notice } from './types.ts';
import { useAct } from './use-act.ts';
import { leftOutSentence, OUTCOME_STATES, peopleWords, tooEarlyWords } from './words.ts';

type Props = Readonly<{
  notice: Notice;
  today: string;
  /** empty: everybody */
  ids: ReadonlySet<string>;
  onClose(): void;
  onDone(said: string): void;
}>;

const NAMED = 12;

export function ConcludeDialog({ notice, today, ids, onClose, onDone }: Props) {
  const act = useAct();
  const conclusion = conclusionOf(notice, ids, today);
  const count = conclusion.will.length;
  async function conclude(): Promise<void> {
    const applicationIds = ids.size === 0 ? null : [...ids];
    const done = await act.run('conclude', () =>
      api.publicity.conclude({ noticeId: notice.summary.id, applicationIds }),
    );
    if (!done) return;
    const { concluded, leftOut } = done.value;
    onDone(`已结束公示，${concluded}人。${leftOutSentence(leftOut, '没有结束')}`);
  }
  if (notice.summary.state === 'running') {
    const from = addDays(plainDate(notice.summary.endsOn), 1);
    return <NotYetDialog text={tooEarlyWords(from)} onClose={onClose} />;
  }
  if (count === 0) return <NotYetDialog text={nobodyWords(conclusion)} onClose={onClose} />;
  return (
    <Dialog
      title="结束公示"
      widthPx={600}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>再看看</Button>
          <Button type="primary" loading={act.isBusy} onClick={() => void conclude()}>
            {`结束这${count}人的公示`}
          </Button>
        </>
      }
    >
      <p>{`${formatDate(notice.summary.postedOn)}发布，${formatDate(notice.summary.endsOn)} 24:00已满。`}</p>
      <dl className="post-facts is-outcomes">
        {OUTCOMES.map((outcome) => (
          <OutcomeLine key={outcome} outcome={outcome} will={conclusion.will} />
        ))}
      </dl>
      {conclusion.leftOut.length > 0 && (
        <WarningLine level="warn">{leftOutSentence(conclusion.leftOut, '先不结束')}</WarningLine>
      )}
      {act.refusal !== null && (
        <WarningLine level="block" isAnswer>
          {act.refusal}
        </WarningLine>
      )}
    </Dialog>
  );
}

const OUTCOMES: readonly PublicityOutcome[] = ['no-objection', 'objection-settled', 'objection-upheld'];

function OutcomeLine({ outcome, will }: Readonly<{ outcome: PublicityOutcome; will: Conclusion['will'] }>) {
  const names = will.filter((one) => one.outcome === outcome).map(({ person }) => person.name);
  if (names.length === 0) return null;
  return (
    <>
      <dt>
        <StatusTag {...OUTCOME_STATES[outcome]} />
      </dt>
      <dd>{peopleWords(names, names.length, NAMED)}</dd>
    </>
  );
}

function NotYetDialog({ text, onClose }: Readonly<{ text: string; onClose(): void }>) {
  return (
    <Dialog title="还不能结束公示" onCancel={onClose} footer={<Button onClick={onClose}>知道了</Button>}>
      <p>{text}</p>
    </Dialog>
  );
}

function nobodyWords({ leftOut }: Conclusion): string {
  return leftOut.length === 0 ? '选的人都已经结束了。' : leftOutSentence(leftOut, '现在都不能结束，');
}
