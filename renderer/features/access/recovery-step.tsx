/** The sealed code on screen and on paper, and the proof that it was written down. */
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { formatDateTime } from '#model/beijing-time.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { endsLike } from './words.ts';

type Props = Readonly<{ recoveryCode: string; personName: string; doneWord: string; onDone(): void }>;

/** Closing or reloading would lose the code for good: the window asks first. */
function useLeaveWarning(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}

/** Shown once and kept nowhere: whoever goes on has proved to hold it in hand. */
export function RecoveryStep({ recoveryCode, personName, doneWord, onDone }: Props) {
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  useLeaveWarning();
  return (
    <>
      <p>请由单位负责人装信封封存。忘记口令、换电脑都靠它。</p>
      <WarningLine level="warn">只显示这一次。确认之前请不要关闭或刷新本页，否则再也看不到。</WarningLine>
      <p className="recovery-code" aria-label="恢复码">
        {recoveryCode}
      </p>
      <div>
        <Button color="default" variant="filled" onClick={() => window.print()}>
          打印
        </Button>
      </div>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (endsLike(recoveryCode, typed)) onDone();
          else setRefusal('与恢复码的后4位不同，请照打印或抄下的再输一遍。');
        }}
      >
        <div className="access-field">
          <label htmlFor="last-four">照纸上输入后4位，确认已经打印或抄下</label>
          <Input
            id="last-four"
            value={typed}
            maxLength={12}
            autoComplete="off"
            aria-describedby="last-four-note"
            aria-invalid={refusal !== null}
            onChange={(event) => setTyped(event.target.value)}
          />
          <p id="last-four-note" className="form-note is-bad" role="alert">
            {refusal}
          </p>
        </div>
        <div className="form-foot">
          <Button type="primary" htmlType="submit">
            {doneWord}
          </Button>
        </div>
      </form>
      <section className="print-sheet" aria-hidden="true">
        <p>职称审核台 恢复码</p>
        <strong>{recoveryCode}</strong>
        <p>{`使用人：${personName}　${formatDateTime(Date.now())}打印`}</p>
        <p>
          请由单位负责人装信封封存。忘记口令、换电脑时，在解锁页点“用恢复码解锁”，照此输入，不分大小写。拿到它的人可以打开本机的全部档案，请勿拍照、勿存电脑。
        </p>
      </section>
    </>
  );
}
