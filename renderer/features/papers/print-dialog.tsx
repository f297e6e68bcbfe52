/** Before printing: what, on which paper; then the system's dialog; then 「都打出来了吗？」. */
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../client/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { FailedList } from './failed-list.tsx';
import { printFile } from './print-frame.ts';
import { printAgain } from './rows.ts';
import { papersRefusal, problemsOf } from './trouble-words.ts';
import type { Failed, Printed, Ref } from './types.ts';
import { PAPER_WORDS, SHEET_WORDS } from './words.ts';

type Props = Readonly<{
  refs: readonly Ref[];
  onPrinted(refs: readonly Ref[]): void;
  onCalibration(): void;
  onClose(): void;
}>;

export function PrintDialog({ refs, onPrinted, onCalibration, onClose }: Props) {
  const [left, setLeft] = useState(refs);
  const [printed, setPrinted] = useState<Printed | null>(null);
  const { isBusy, refusal, failed, print } = usePrint(setPrinted);
  if (printed) {
    return (
      <AskDialog
        printed={printed}
        onAll={() => {
          onPrinted(printed.papers.map(({ ref }) => ref));
          onClose();
        }}
        onFrom={(page) => {
          const { done, again } = printAgain(printed.papers, page);
          if (done.length > 0) onPrinted(done);
          setLeft(again);
          setPrinted(null);
        }}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      title={`打印${left.length}份`}
      widthPx={600}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onCalibration}>打印校准页</Button>
          <Button onClick={onClose}>不打印</Button>
          <Button type="primary" loading={isBusy} onClick={() => void print(left)}>
            打印
          </Button>
        </>
      }
    >
      <p>
        <b>{SHEET_WORDS}</b>
      </p>
      <p className="second">在打印窗口里照这样选；“缩放”选“实际大小”或“100%”。推荐一览表用A3。</p>
      <p className="second">{kindsWords(left)}</p>
      {refusal !== null && (
        <WarningLine level="block" isAnswer>
          {refusal}
        </WarningLine>
      )}
      {failed.length > 0 && <FailedList failed={failed} />}
    </Dialog>
  );
}

/** 「评审表4份、材料目录4份」 */
function kindsWords(refs: readonly Ref[]): string {
  const byKind = Map.groupBy(refs, ({ kind }) => kind);
  return [...byKind].map(([kind, papers]) => `${PAPER_WORDS[kind]}${papers.length}份`).join('、');
}

function usePrint(onPrinted: (printed: Printed) => void) {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  async function print(refs: readonly Ref[]): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setRefusal(null);
    const answer = await api.papers.print({ refs: [...refs] });
    if (!answer.ok) {
      setFailed(problemsOf(answer.error));
      setRefusal(papersRefusal(answer.error));
    } else if (await printFile(answer.value.address)) onPrinted(answer.value);
    else setRefusal('没有打开打印窗口。没有标记为已打印。请再试一次，或用“导出PDF”存下后打印。');
    setBusy(false);
  }
  return { isBusy, refusal, failed, print };
}

type AskProps = Readonly<{
  printed: Printed;
  onAll(): void;
  onFrom(page: number): void;
  onClose(): void;
}>;

function AskDialog({ printed: { papers, pages, failed }, onAll, onFrom, onClose }: AskProps) {
  const [from, setFrom] = useState<number | null>(null);
  const { again } = printAgain(papers, from ?? 1);
  const isPage = from !== null && from >= 1 && from <= pages;
  return (
    <Dialog
      title="都打出来了吗？"
      widthPx={600}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>没打</Button>
          <Button type="primary" onClick={onAll}>
            {`是，${papers.length}份都好`}
          </Button>
        </>
      }
    >
      <p>{`送去打印的是${papers.length}份，共${pages}页。`}</p>
      <div className="print-again">
        <NumberField label="从第几页起重打" unit="页" value={from} most={pages} onChange={setFrom} />
        <Button disabled={!isPage} onClick={() => from !== null && onFrom(from)}>
          {isPage ? `重打后面${again.length}份` : '重打'}
        </Button>
      </div>
      {isPage && <p className="second">这一页所在的材料从它的第1页重打，双面才对得上。前面的标记为已打印。</p>}
      {failed.length > 0 && <FailedList failed={failed} />}
    </Dialog>
  );
}
