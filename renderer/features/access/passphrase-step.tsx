import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../client/index.ts';
import { Field } from '../../ui/field.tsx';
import { SecretInput } from '../../ui/secret-input.tsx';
import { troubleText } from '../../ui/trouble.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { accessTrouble, isLongEnough, ROLE_WORDS, type Role } from './words.ts';

type Props = Readonly<{
  onBegin(): void;
  onDone(made: Readonly<{ recoveryCode: string; personName: string }>): void;
}>;

const ROLES: readonly Role[] = ['clerk', 'reviewer', 'head'];

export function PassphraseStep({ onBegin, onDone }: Props) {
  const [personName, setPersonName] = useState('');
  const [role, setRole] = useState<Role>('reviewer');
  const [passphrase, setPassphrase] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const nameProblem = isChecked && personName.trim() === '' ? '请填写。' : null;
  const isShort = !isLongEnough(passphrase);

  async function setUp(): Promise<void> {
    setChecked(true);
    if (isBusy || personName.trim() === '' || isShort) return;
    setBusy(true);
    onBegin();
    const answer = await api.access.setUp({ personName: personName.trim(), role, passphrase });
    setBusy(false);
    if (answer.ok) onDone({ recoveryCode: answer.value.recoveryCode, personName: personName.trim() });
    else setRefusal(troubleText(accessTrouble(answer.error)));
  }
  return (
    <>
      <h2>设置口令</h2>
      <p>本机的档案用它加密。口令只有您知道，我们无法找回。</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void setUp();
        }}
      >
        <Field label="您的姓名" problem={nameProblem} note="写进每一个决定，市系统也看得到">
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              value={personName}
              maxLength={60}
              onChange={(event) => setPersonName(event.target.value)}
            />
          )}
        </Field>
        <Radio.Group
          aria-label="您的角色"
          value={role}
          onChange={(event) => setRole(event.target.value as Role)}
          options={ROLES.map((value) => ({ value, label: ROLE_WORDS[value] }))}
        />
        <Field
          label="口令"
          problem={isChecked && isShort ? '口令太短，请至少用8个字符。' : null}
          note={isShort ? '至少8个字符，什么字符都可以，可以粘贴' : '✓ 够长'}
          isGood={!isShort}
        >
          {(ids) => <SecretInput {...ids} value={passphrase} onChange={setPassphrase} />}
        </Field>
        {refusal !== null && (
          <WarningLine level="block" isAnswer>
            {refusal}
          </WarningLine>
        )}
        <div className="form-foot">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            下一步
          </Button>
        </div>
      </form>
    </>
  );
}
