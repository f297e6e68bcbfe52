import { Button, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { api, useQuery } from '../../client/index.ts';
import { LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyButton } from '../../ui/key-button.tsx';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import type { Plan } from './batch-store.ts';
import { PreviewList } from './preview-list.tsx';
import { previewLines, stepped, type PreviewLine } from './preview-rows.ts';
import { useSettled } from './use-settled.ts';
import { batchTrouble, batchTroubleText, KIND_WORDS } from './words.ts';

type Props = Readonly<{
  plan: Plan;
  onTick(ids: readonly string[], isTicked: boolean): void;
  onOpinion(text: string): void;
  onStarted(batchId: string): void;
  onOpen(applicationId: string): void;
  onClose(): void;
}>;

/** 预览: what will happen to each, who is left out and why; nothing is done yet. */
export function PreviewPage({ plan, onTick, onOpinion, onStarted, onOpen, onClose }: Props) {
  const { kind, applicationIds, unticked, opinion } = plan;
  const words = KIND_WORDS[kind];
  const settled = useSettled(opinion);
  const params = { opinion: kind === 'approve' ? settled : null };
  const preview = useQuery(
    `batch.preview ${kind} ${settled}`,
    () => api.batch.preview({ kind, applicationIds: [...applicationIds], params }),
    { keepsPrevious: true },
  );
  const lines = useMemo(() => (preview.value ? previewLines(preview.value) : []), [preview.value]);
  const chosen = (preview.value?.will ?? []).filter(({ id }) => !unticked.has(id));
  const [at, setAt] = useState(1);
  const start = useStart({ plan, ids: chosen.map(({ id }) => id), onStarted });
  useHotKeys({ 'mod+enter': start.ask, esc: onClose }, { isOff: start.isAsking });

  if (preview.error && !preview.value) {
    return <TroubleBlock trouble={batchTrouble(preview.error)} onRetry={preview.refetch} />;
  }
  // where nobody can be done the first line is another group's head
  const current = lines[at]?.kind === 'head' ? stepped(lines, at, 1) : at;
  return (
    <main className="batch" aria-label={words.title}>
      <header className="batch-top">
        <h1 className="page-title">{words.title}</h1>
        <span className="second">{`选了${applicationIds.length}件。${words.note}`}</span>
        <KeyButton keys="Esc" color="default" variant="text" className="batch-end" onClick={onClose}>
          返回
        </KeyButton>
      </header>
      {kind === 'approve' && <OpinionBox text={opinion} onChange={onOpinion} />}
      {preview.value ? (
        <div className="batch-panes">
          <PreviewList
            lines={lines}
            at={current}
            word={words.open}
            unticked={unticked}
            onAt={setAt}
            onTick={onTick}
            onOpen={onOpen}
          />
          <TextPane line={lines[current]} title={words.text} opinion={kind === 'approve' ? opinion : null} />
        </div>
      ) : (
        <LoadingBlock rows={10} />
      )}
      <footer className="batch-foot">
        {start.refusal !== '' && (
          <WarningLine level="block" isAnswer>
            {start.refusal}
          </WarningLine>
        )}
        <KeyButton keys="Ctrl+Enter" type="primary" className="batch-end" loading={start.isBusy} onClick={start.ask}>
          {words.act(chosen.length)}
        </KeyButton>
      </footer>
      {start.isAsking && (
        <ReturnDialog count={chosen.length} isBusy={start.isBusy} onConfirm={start.begin} onCancel={start.cancel} />
      )}
    </main>
  );
}

type StartOptions = Readonly<{ plan: Plan; ids: readonly string[]; onStarted(batchId: string): void }>;

/** A return spends a chance of each: that is asked for once more. */
function useStart({ plan, ids, onStarted }: StartOptions) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  // one id for one act: pressing twice, or a lost answer, begins once
  const batchId = useRef(crypto.randomUUID());
  const { kind, opinion } = plan;

  async function begin(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const params = { opinion: kind === 'approve' ? opinion : null };
    const answer = await api.batch.start({ batchId: batchId.current, kind, applicationIds: [...ids], params });
    setBusy(false);
    setAsking(false);
    if (answer.ok) onStarted(answer.value.id);
    else setRefusal(batchTroubleText(answer.error));
  }
  function ask(): void {
    if (ids.length === 0) setRefusal(batchTroubleText({ code: 'nobody', message: 'nobody' }));
    else if (kind === 'approve' && opinion.trim() === '') setRefusal('请写审核意见（五（三）4）。');
    else if (kind === 'return') setAsking(true);
    else void begin();
  }
  return { isAsking, isBusy, refusal, ask, begin: () => void begin(), cancel: () => setAsking(false) };
}

function OpinionBox({ text, onChange }: Readonly<{ text: string; onChange(text: string): void }>) {
  return (
    <div className="batch-opinion">
      <label htmlFor="batch-opinion">审核意见</label>
      <Input.TextArea
        id="batch-opinion"
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={5000}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

type TextProps = Readonly<{ line: PreviewLine | undefined; title: string; opinion: string | null }>;

/** Of the row the keyboard is on: word for word what leaves, or why nothing does. */
function TextPane({ line, title, opinion }: TextProps) {
  if (!line || line.kind === 'head') return <aside className="batch-text" aria-label={title} />;
  return (
    <aside className="batch-text" aria-label={line.kind === 'will' ? title : '为什么不办'}>
      <h2>
        {line.row.name} <span className="second">{line.kind === 'will' ? title : '为什么不办'}</span>
      </h2>
      <p className="letter" tabIndex={0} role="group" aria-label="内容">
        {line.kind === 'will' ? (opinion ?? line.row.text) : `${line.reason}。`}
      </p>
    </aside>
  );
}

type DialogProps = Readonly<{ count: number; isBusy: boolean; onConfirm(): void; onCancel(): void }>;

function ReturnDialog({ count, isBusy, onConfirm, onCancel }: DialogProps) {
  return (
    <Dialog
      title="确认返回修改"
      onCancel={onCancel}
      footer={
        <>
          <Button onClick={onCancel} autoFocus>
            再看看
          </Button>
          <Button type="primary" loading={isBusy} onClick={onConfirm}>
            {`确认返回修改${count}件`}
          </Button>
        </>
      }
    >
      <p>{`将对${count}人返回修改，每人用1次机会。只剩最后1次机会的不在其中，须单个办理。`}</p>
    </Dialog>
  );
}
