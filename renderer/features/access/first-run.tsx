/** The first run: passphrase, recovery code, unit (ux 3.1). Nothing else is needed to begin. */
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { formatDateTime } from '#model/beijing-time.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { EnrolForm } from '../sync/index.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { AccessFrame } from './access-frame.tsx';
import { PassphraseStep } from './passphrase-step.tsx';
import { endsLike } from './words.ts';

const STEPS = ['设置口令', '恢复码', '单位'] as const;

type Props = Readonly<{
  /** the archive is about to be made: what follows belongs to the first run, though the desk is unlocked */
  onBegin(): void;
  onFinish(): void;
}>;

export function FirstRun({ onBegin, onFinish }: Props) {
  const [step, setStep] = useState(0);
  const [code, setCode] = useState<Readonly<{ recoveryCode: string; personName: string }> | null>(null);
  return (
    <AccessFrame title="职称审核台" second="第一次使用，三步就好" isWide>
      <ol className="first-steps" aria-label="步骤">
        {STEPS.map((label, at) => (
          <li key={label} aria-current={at === step ? 'step' : undefined} className={at < step ? 'is-done' : undefined}>
            {at < step ? <Glyph name="tick" /> : <span>{at + 1}</span>}
            <span>{label}</span>
          </li>
        ))}
      </ol>
      {code === null && (
        <PassphraseStep
          onBegin={onBegin}
          onDone={(made) => {
            setCode(made);
            setStep(1);
          }}
        />
      )}
      {code !== null && step === 1 && <RecoveryStep {...code} onDone={() => setStep(2)} />}
      {step === 2 && (
        <>
          <h2>登录市系统</h2>
          <p>登录后取回本单位的申报。没有网络也可以以后再登录，在“设置”里。</p>
          <EnrolForm
            onEnrolled={onFinish}
            other={
              <>
                <Button onClick={() => setStep(1)}>上一步</Button>
                <Button onClick={onFinish}>以后再说</Button>
              </>
            }
          />
        </>
      )}
    </AccessFrame>
  );
}

type RecoveryProps = Readonly<{ recoveryCode: string; personName: string; onDone(): void }>;

/** Closing or reloading would lose the code for good: the window asks first. */
function useLeaveWarning(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}

/** Shown once and kept nowhere: whoever goes on has proved to hold it in hand. */
function RecoveryStep({ recoveryCode, personName, onDone }: RecoveryProps) {
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  useLeaveWarning();
  return (
    <>
      <h2>恢复码</h2>
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
            下一步
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
