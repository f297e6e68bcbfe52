/** 「换发恢复码」: when the sealed one was lost, seen, or never written down. */
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../client/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SecretInput } from '../../ui/secret-input.tsx';
import { troubleText } from '../../ui/trouble.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { RecoveryStep } from './recovery-step.tsx';
import { accessTrouble } from './words.ts';

export function RenewRecoveryDialog({ personName, onClose }: Readonly<{ personName: string; onClose(): void }>) {
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function renew(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const answer = await api.access.renewRecoveryCode({ passphrase });
    setBusy(false);
    setPassphrase('');
    if (answer.ok) setCode(answer.value.recoveryCode);
    else setRefusal(troubleText(accessTrouble(answer.error)));
  }

  if (code !== null) {
    return (
      <Dialog title="新的恢复码" onCancel={() => undefined} footer={null}>
        <RecoveryStep recoveryCode={code} personName={personName} doneWord="已抄好，关闭" onDone={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title="换发恢复码"
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={isBusy} onClick={() => void renew()}>
            换发恢复码
          </Button>
        </>
      }
    >
      <p>换发后，信封里原来的恢复码作废，请换上新的。</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void renew();
        }}
      >
        <div className="access-field">
          <label htmlFor="renew-passphrase">您的口令</label>
          <SecretInput id="renew-passphrase" value={passphrase} onChange={setPassphrase} />
        </div>
      </form>
      {refusal !== null && (
        <WarningLine level="block" isAnswer>
          {refusal}
        </WarningLine>
      )}
    </Dialog>
  );
}
