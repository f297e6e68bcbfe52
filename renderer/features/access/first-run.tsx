/** The first run: passphrase, recovery code, unit (ux 3.1). Nothing else is needed to begin. */
import { Button } from 'antd';
import { useState } from 'react';
import { Glyph } from '../../ui/glyph.tsx';
import { EnrolForm } from '../sync/index.ts';
import { AccessFrame } from './access-frame.tsx';
import { PassphraseStep } from './passphrase-step.tsx';
import { RecoveryStep } from './recovery-step.tsx';

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
      {code !== null && step === 1 && (
        <>
          <h2>恢复码</h2>
          <RecoveryStep {...code} doneWord="下一步" onDone={() => setStep(2)} />
        </>
      )}
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
