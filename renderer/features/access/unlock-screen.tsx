/** 「解锁」: unit, person, passphrase (ux 3.1). */
import { Select, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../client/index.ts';
import { useIsSlow } from '../../ui/blocks.tsx';
import { formatMoment } from '../../ui/format.ts';
import { isComposing } from '../../ui/ime-guard.ts';
import { KeyButton } from '../../ui/key-button.tsx';
import { SecretInput } from '../../ui/secret-input.tsx';
import { troubleText } from '../../ui/trouble.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { AccessFrame } from './access-frame.tsx';
import { RecoverForm } from './recover-form.tsx';
import { accessTrouble, DAMAGED_TROUBLE, LOCKED_TEXT, personWords, type AccessStatus } from './words.ts';

type Props = Readonly<{
  status: AccessStatus;
  /** the desk locked itself because nobody was there */
  wasIdle: boolean;
  /** the answer is in, and the status may be another */
  onAnswer(): void;
}>;

const OPENING_MS = 1000;

export function UnlockScreen({ status, wasIdle, onAnswer }: Props) {
  const [isRecovering, setRecovering] = useState(false);
  const [personId, setPersonId] = useState(status.people[0]?.id ?? '');
  const notice = noticeOf(status, wasIdle);
  return (
    <AccessFrame
      title={status.unitName ?? '职称审核台'}
      second={`职称申报审核${status.year ? `　${status.year}年度` : ''}`}
      foot={footOf(status)}
    >
      {notice !== null && <WarningLine level={status.state === 'damaged' ? 'block' : 'hint'}>{notice}</WarningLine>}
      <div className="access-field">
        <label htmlFor="person">使用人</label>
        <Select
          id="person"
          value={personId}
          options={status.people.map((person) => ({ value: person.id, label: personWords(person) }))}
          onChange={setPersonId}
          style={{ width: '100%', height: 36 }}
        />
      </div>
      {isRecovering ? (
        <RecoverForm key={personId} personId={personId} onBack={() => setRecovering(false)} onAnswer={onAnswer} />
      ) : (
        <UnlockForm
          key={personId}
          personId={personId}
          isLocked={status.people.some(({ id, isLocked }) => id === personId && isLocked)}
          onRecover={() => setRecovering(true)}
          onAnswer={onAnswer}
        />
      )}
    </AccessFrame>
  );
}

function noticeOf(status: AccessStatus, wasIdle: boolean): string | null {
  if (status.state === 'damaged') return troubleText(DAMAGED_TROUBLE);
  return wasIdle ? '已锁定，工作都已保存。' : null;
}

function footOf({ lastUsedAt, undelivered }: AccessStatus): string {
  const used = lastUsedAt === null ? '' : `上次使用 ${formatMoment(lastUsedAt)}　`;
  const waiting = undelivered > 0 ? `　${undelivered}个决定仅在本机` : '';
  return `${used}工作都已保存${waiting}`;
}

type FormProps = Readonly<{ personId: string; isLocked: boolean; onRecover(): void; onAnswer(): void }>;

function UnlockForm({ personId, isLocked, onRecover, onAnswer }: FormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(isLocked ? LOCKED_TEXT : null);
  const isOpening = useIsSlow(isBusy, OPENING_MS);
  const field = useRef<InputRef>(null);
  useEffect(() => field.current?.focus(), []);

  async function unlock(): Promise<void> {
    if (isBusy) return;
    if (passphrase === '') {
      setRefusal('请输入口令。');
      field.current?.focus();
      return;
    }
    setBusy(true);
    const answer = await api.access.unlock({ personId, passphrase });
    setBusy(false);
    if (!answer.ok) {
      setRefusal(troubleText(accessTrouble(answer.error)));
      setPassphrase('');
      field.current?.focus();
    }
    onAnswer();
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
      }}
    >
      <div className="access-field">
        <label htmlFor="passphrase">口令</label>
        <SecretInput ref={field} id="passphrase" value={passphrase} onChange={setPassphrase} />
      </div>
      {refusal !== null && (
        <WarningLine level="block" isAnswer>
          {refusal}
        </WarningLine>
      )}
      <KeyButton keys="Enter" type="primary" htmlType="submit" block className="access-main" loading={isBusy}>
        解锁
      </KeyButton>
      <p className="access-second-act">
        {isOpening ? (
          <span role="status">正在打开档案并检查完整…</span>
        ) : (
          <button type="button" className="text-act" onClick={onRecover}>
            用恢复码解锁
          </button>
        )}
      </p>
    </form>
  );
}
