/** 「收发」: what is on its way, what needs a person, what happened (ux 3.11, 3.12). */
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../client/index.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { formatSize } from '../../ui/format.ts';
import { troubleOf, troubleText } from '../../ui/trouble.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { BatchesTab } from '../batch/index.ts';
import { LogTab } from './log-tab.tsx';
import { OutboxTab } from './outbox-tab.tsx';
import { headline, staleWords, stateShown } from './status-words.ts';
import { TasksTab } from './tasks-tab.tsx';
import type { SyncStatus, SyncTab } from './types.ts';
import { useNow } from './use-sync-status.ts';
import { NOW_TROUBLES } from './words.ts';
import './sync.css';

type Props = Readonly<{
  status: SyncStatus | undefined;
  tab: SyncTab;
  onTab(tab: SyncTab): void;
  onOpen(applicationId: string): void;
  onBatch(batchId: string): void;
  /** to the form that binds this computer to the city */
  onEnrol(): void;
}>;

export function SyncScreen({ status, tab, onTab, onOpen, onBatch, onEnrol }: Props) {
  const pending = status?.pending.count ?? 0;
  const attention = status?.attention ?? 0;
  return (
    <main className="sync-screen" aria-label="收发">
      <header className="sync-bar">
        <h1 className="page-title">收发</h1>
        <nav className="sync-tabs" aria-label="收发">
          <TabButton label="发件箱" count={pending} isCurrent={tab === 'outbox'} onClick={() => onTab('outbox')} />
          <TabButton
            label="需处理"
            count={attention}
            isAlarm
            isCurrent={tab === 'tasks'}
            onClick={() => onTab('tasks')}
          />
          <TabButton label="收发记录" count={0} isCurrent={tab === 'log'} onClick={() => onTab('log')} />
          <TabButton label="批量办理" count={0} isCurrent={tab === 'batches'} onClick={() => onTab('batches')} />
        </nav>
      </header>
      {status && tab === 'outbox' && <LineHead status={status} onEnrol={onEnrol} />}
      <div className="sync-scroll">
        {tab === 'outbox' && <OutboxTab onOpen={onOpen} onTasks={() => onTab('tasks')} />}
        {tab === 'tasks' && <TasksTab onOpen={onOpen} />}
        {tab === 'log' && <LogTab />}
        {tab === 'batches' && <BatchesTab onBatch={onBatch} />}
      </div>
    </main>
  );
}

type TabProps = Readonly<{ label: string; count: number; isCurrent: boolean; isAlarm?: boolean; onClick(): void }>;

function TabButton({ label, count, isCurrent, isAlarm = false, onClick }: TabProps) {
  const hasAlarm = isAlarm && count > 0;
  return (
    <button type="button" className="sync-tab" aria-current={isCurrent ? 'page' : undefined} onClick={onClick}>
      {hasAlarm && <Glyph name="triangle" />}
      {label}
      {count > 0 && <span className="sync-count">{count}</span>}
    </button>
  );
}

function LineHead({ status, onEnrol }: Readonly<{ status: SyncStatus; onEnrol(): void }>) {
  const now = useNow();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { glyph, tone } = stateShown(status);
  const { title, text } = headline(status);
  const stale = staleWords(status, now);

  async function goNow(): Promise<void> {
    const answer = await api.sync.now({});
    setRefusal(answer.ok ? null : troubleText(troubleOf(answer.error, NOW_TROUBLES)));
  }
  return (
    <>
      <section className="line-head" aria-label="与市系统的联系">
        <div className={`line-state tone-${tone}`}>
          <Glyph name={glyph} />
        </div>
        <div className="line-words" role="status">
          <h2>{title}</h2>
          <p className="second">{text}</p>
        </div>
        <dl className="line-counts">
          <div>
            <dt>仅在本机</dt>
            <dd className={status.pending.count > 0 ? 'tone-warn' : undefined}>{status.pending.count}</dd>
          </div>
          {status.scans.missing > 0 && (
            <div>
              <dt>待取扫描件</dt>
              <dd>
                {status.scans.missing}
                <small>{`张 ${formatSize(status.scans.missingBytes)}`}</small>
              </dd>
            </div>
          )}
        </dl>
        {status.phase === 'not-enrolled' ? (
          <Button type="primary" onClick={onEnrol}>
            登录市系统
          </Button>
        ) : (
          <Button type="primary" onClick={() => void goNow()}>
            现在收发
          </Button>
        )}
      </section>
      {(stale !== null || refusal !== null) && (
        <div className="line-warning">
          {refusal !== null && (
            <WarningLine level="warn" isAnswer>
              {refusal}
            </WarningLine>
          )}
          {stale !== null && <WarningLine level="warn">{stale}</WarningLine>}
        </div>
      )}
    </>
  );
}
