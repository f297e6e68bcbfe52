import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../client/index.ts';
import { SecretInput } from '../../ui/secret-input.tsx';
import { troubleText } from '../../ui/trouble.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { accessTrouble, isLongEnough } from './words.ts';

type Props = Readonly<{ personId: string; onBack(): void; onAnswer(): void }>;

/** With the sealed code: the person is unlocked and has a new passphrase. */
export function RecoverForm({ personId, onBack, onAnswer }: Props) {
  const [recoveryCode, setRecoveryCode] = useState('');
  const [newPassphrase, setNewPassphrase] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const field = useRef<InputRef>(null);
  useEffect(() => field.current?.focus(), []);

  async function recover(): Promise<void> {
    if (isBusy) return;
    if (recoveryCode.trim() === '') return setRefusal('请输入恢复码。');
    if (!isLongEnough(newPassphrase)) return setRefusal('新口令太短，请至少用8个字符。');
    setBusy(true);
    const answer = await api.access.recover({ personId, recoveryCode, newPassphrase });
    setBusy(false);
    if (!answer.ok) setRefusal(troubleText(accessTrouble(answer.error)));
    onAnswer();
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void recover();
      }}
    >
      <div className="access-field">
        <label htmlFor="recovery-code">恢复码（在单位负责人封存的信封里）</label>
        <Input
          ref={field}
          id="recovery-code"
          value={recoveryCode}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setRecoveryCode(event.target.value)}
        />
      </div>
      <div className="access-field">
        <label htmlFor="new-passphrase">新口令（至少8个字符）</label>
        <SecretInput id="new-passphrase" value={newPassphrase} onChange={setNewPassphrase} />
      </div>
      {refusal !== null && (
        <WarningLine level="block" isAnswer>
          {refusal}
        </WarningLine>
      )}
      <Button type="primary" htmlType="submit" block className="access-main" loading={isBusy}>
        解锁并换成新口令
      </Button>
      <p className="access-second-act">
        <button type="button" className="text-act" onClick={onBack}>
          返回，用口令解锁
        </button>
      </p>
    </form>
  );
}
