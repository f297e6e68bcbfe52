/** 「需处理」: one card a case, both sides dated, each button says what it does (ux 3.12). */
import { Button } from 'antd';
import { useState } from 'react';
import { api, useQuery } from '../../client/index.ts';
import { EmptyBlock, LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { formatMoment } from '../../ui/format.ts';
import { troubleOf, troubleText } from '../../ui/trouble.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import type { Task } from './types.ts';
import { ACT_WORDS } from '../../ui/decision-words.ts';
import { causeOf, latestStepOf, nameWords, STATE_WORDS, TASK_TROUBLES, taskTitle } from './words.ts';

type Answer = 'acknowledge' | 'accept' | 'refuse';

export function TasksTab({ onOpen }: Readonly<{ onOpen(applicationId: string): void }>) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const tasks = useQuery('sync.tasks', () => api.sync.tasks({}), { refetchOn: { 'sync.changed': true } });

  async function answer(taskId: string, word: Answer): Promise<void> {
    const result = await api.sync.resolveTask({ taskId, answer: word });
    setRefusal(result.ok ? null : troubleText(troubleOf(result.error, TASK_TROUBLES)));
    tasks.refetch();
  }
  if (tasks.error && !tasks.value) return <TroubleBlock trouble={troubleOf(tasks.error)} onRetry={tasks.refetch} />;
  if (!tasks.value) return <LoadingBlock />;
  const { tasks: cases } = tasks.value;
  return (
    <div className="task-list">
      {refusal !== null && (
        <WarningLine level="warn" isAnswer>
          {refusal}
        </WarningLine>
      )}
      {cases.length === 0 && <EmptyBlock text="没有需要处理的。" />}
      {cases.map((task) =>
        task.code === 'mass-removal' ? (
          <MassRemovalCard key={task.id} task={task} onAnswer={(word) => void answer(task.id, word)} />
        ) : (
          <TaskCard key={task.id} task={task} onArchive={() => void answer(task.id, 'acknowledge')} onOpen={onOpen} />
        ),
      )}
    </div>
  );
}

type CardProps = Readonly<{ task: Task; onArchive(): void; onOpen(applicationId: string): void }>;

function TaskCard({ task, onArchive, onOpen }: CardProps) {
  const { because, advice } = causeOf(task.code);
  const { applicationId, ours, current } = task;
  const step = latestStepOf(task);
  return (
    <article className="task-card">
      <h2>
        <Glyph name="square" /> {taskTitle(task)}
      </h2>
      <p>{`因为：${because}${advice}`}</p>
      <div className="task-sides">
        {ours && (
          <section>
            <h3>您的决定</h3>
            <p>{`${ACT_WORDS[ours.act]}，${ours.decidedBy}，${formatMoment(ours.decidedAt)}`}</p>
            <p className="task-opinion">{ours.opinion}</p>
          </section>
        )}
        <section>
          <h3>市系统现在</h3>
          <p>{current ? `${STATE_WORDS[current.state]}，已用${current.chancesUsed}次机会` : '没有这件申报的内容'}</p>
          {step !== null && <p className="task-opinion">{step}</p>}
          <p className="second">{`${formatMoment(task.raisedAt)}得知`}</p>
        </section>
      </div>
      <footer className="task-foot">
        {task.phone !== '' && <span className="second">{`${nameWords(task.name)}的电话 ${task.phone}`}</span>}
        {applicationId !== null && task.name !== '' && <Button onClick={() => onOpen(applicationId)}>看这件</Button>}
        <Button onClick={onArchive}>知道了，归档</Button>
      </footer>
    </article>
  );
}

function MassRemovalCard({ task, onAnswer }: Readonly<{ task: Task; onAnswer(answer: Answer): void }>) {
  const [isListed, setListed] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const count = task.removals.length;
  return (
    <article className="task-card">
      <h2>
        <Glyph name="triangle" /> {taskTitle(task)}
      </h2>
      <p>{`${formatMoment(task.raisedAt)}起暂停取回。本机的申报都还在，可以照常办理。${causeOf(task.code).advice}`}</p>
      {isListed && <p className="task-opinion">{task.removals.map(nameWords).join('、')}</p>}
      <footer className="task-foot">
        <button type="button" className="text-act" aria-expanded={isListed} onClick={() => setListed(!isListed)}>
          {isListed ? '收起' : '看是哪些'}
        </button>
        <Button onClick={() => setAsking(true)}>接受</Button>
        <Button onClick={() => onAnswer('refuse')}>不接受</Button>
      </footer>
      {isAsking && (
        <Dialog
          title="接受删去"
          isGrave
          onCancel={() => setAsking(false)}
          footer={
            <>
              <Button autoFocus onClick={() => setAsking(false)}>
                先不删
              </Button>
              <Button danger type="primary" onClick={() => onAnswer('accept')}>
                {`删去这${count}件`}
              </Button>
            </>
          }
        >
          <p>{`这${count}件申报会从本机删去，连同还没送出的草稿，不能恢复。请先与市系统管理员核对过。`}</p>
        </Dialog>
      )}
    </article>
  );
}
