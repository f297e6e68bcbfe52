import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../client/index.ts';
import { saveDownload } from '../../client/save-download.ts';
import { LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { KeyButton } from '../../ui/key-button.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { formatMoment } from '../../ui/format.ts';
import { ReportList } from './report-list.tsx';
import type { Batch, BatchSummary } from './types.ts';
import { useBatch } from './use-batch.ts';
import { batchTrouble, batchTroubleText, headline, isOutOfRoom, KIND_WORDS, progressWords } from './words.ts';

type Props = Readonly<{ batchId: string; onOpen(applicationId: string): void; onClose(): void }>;

/** 办理 and 报告: how far it has come, then what became of each. */
export function RunPage({ batchId, onOpen, onClose }: Props) {
  const { query, summary } = useBatch(batchId);
  const [refusal, setRefusal] = useState('');
  useHotKeys({ esc: onClose });
  if (query.error && !query.value) return <TroubleBlock trouble={batchTrouble(query.error)} onRetry={query.refetch} />;
  if (!query.value || !summary) return <LoadingBlock />;
  const isOver = summary.state === 'done' || summary.state === 'stopped';

  async function act(what: 'pause' | 'resume' | 'stop'): Promise<void> {
    const answer = await api.batch[what]({ batchId });
    setRefusal(answer.ok ? '' : batchTroubleText(answer.error));
    query.refetch();
  }
  async function save(): Promise<void> {
    const answer = await api.batch.report({ batchId });
    if (answer.ok) saveDownload(answer.value.address, answer.value.fileName);
    setRefusal(answer.ok ? '' : batchTroubleText(answer.error));
  }
  return (
    <main className="batch" aria-label={KIND_WORDS[summary.kind].title}>
      <header className="batch-top">
        <h1 className="page-title">{KIND_WORDS[summary.kind].title}</h1>
        <span className="second">{`${formatMoment(summary.createdAt)} ${summary.createdBy}，共${summary.total}件`}</span>
        <KeyButton keys="Esc" color="default" variant="text" className="batch-end" onClick={onClose}>
          返回
        </KeyButton>
      </header>
      {isOver ? (
        <Headline batch={query.value} />
      ) : (
        <Progress summary={summary} isOutOfRoom={isOutOfRoom(query.value.items)} onAct={(what) => void act(what)} />
      )}
      <ReportList items={query.value.items} isRunning={summary.state === 'running'} onOpen={onOpen} />
      <footer className="batch-foot">
        {refusal !== '' && (
          <WarningLine level="block" isAnswer>
            {refusal}
          </WarningLine>
        )}
        <span className="batch-end">
          {isOver && (
            <Button color="default" variant="filled" onClick={() => void save()}>
              导出报告
            </Button>
          )}
          {isOver && (
            <Button type="primary" onClick={onClose}>
              办好了
            </Button>
          )}
        </span>
      </footer>
    </main>
  );
}

function Headline({ batch: { summary, items } }: Readonly<{ batch: Batch }>) {
  const isWhole = summary.failed === 0 && summary.done === summary.total;
  return (
    <p className="batch-headline" role="status">
      <StatusTag
        glyph={isWhole ? 'tick' : 'triangle'}
        tone={isWhole ? 'good' : 'warn'}
        text={headline(summary, items)}
      />
    </p>
  );
}

type ProgressProps = Readonly<{
  summary: BatchSummary;
  isOutOfRoom: boolean;
  onAct(what: 'pause' | 'resume' | 'stop'): void;
}>;

function Progress({ summary, isOutOfRoom: isFull, onAct }: ProgressProps) {
  const { state, total, done, failed } = summary;
  return (
    <section className="batch-progress" aria-label="进度">
      <p className="batch-at" role="status">
        {progressWords(summary)}
      </p>
      <progress max={total} value={done + failed} aria-label="已办" />
      <span className="batch-acts">
        {state === 'running' ? (
          <Button type="primary" onClick={() => onAct('pause')}>
            暂停
          </Button>
        ) : (
          <Button type="primary" onClick={() => onAct('resume')}>
            接着办
          </Button>
        )}
        <Button color="default" variant="filled" onClick={() => onAct('stop')}>
          到此为止
        </Button>
      </span>
      {isFull && (
        <WarningLine level="block" isAnswer>
          磁盘已满，停在这一件。已办的都已保存。请清出200MB后点“接着办”。
        </WarningLine>
      )}
    </section>
  );
}
