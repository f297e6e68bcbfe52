/** Binds this computer to the unit's account at the city (ux 3.1 ④⑤). */
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { checkCreditCode } from '#model/credit-code.ts';
import { api } from '../../client/index.ts';
import { Field } from '../../ui/field.tsx';
import { SecretInput } from '../../ui/secret-input.tsx';
import { troubleText } from '../../ui/trouble.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { addressProblem, creditCodeProblem, enrolTrouble } from './enrol-words.ts';

type Props = Readonly<{
  onEnrolled(): void;
  /** beside the button that logs in */
  other?: ReactNode;
}>;

const EMPTY = { cityUrl: '', creditCode: '', account: '', password: '' };

export function EnrolForm({ onEnrolled, other }: Props) {
  const [form, setForm] = useState(EMPTY);
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const codeProblem = creditCodeProblem(form.creditCode, isChecked);
  const isCodeSound = checkCreditCode(form.creditCode).ok;
  const urlProblem = isChecked ? addressProblem(form.cityUrl) : null;
  const isMissing = (text: string): string | null => (isChecked && text.trim() === '' ? '请填写。' : null);

  async function enrol(): Promise<void> {
    setChecked(true);
    const { cityUrl, creditCode, account, password } = form;
    const isReady = !addressProblem(cityUrl) && isCodeSound && account.trim() !== '' && password !== '';
    if (!isReady || isBusy) return;
    setBusy(true);
    setRefusal(null);
    const checked = checkCreditCode(creditCode);
    const code = checked.ok ? checked.value.code : creditCode;
    const answer = await api.unit.enrol({
      cityUrl: cityUrl.trim(),
      creditCode: code,
      account: account.trim(),
      password,
    });
    setBusy(false);
    if (answer.ok) onEnrolled();
    else setRefusal(troubleText(enrolTrouble(answer.error)));
  }
  const set = (change: Partial<typeof EMPTY>) => setForm({ ...form, ...change });
  return (
    <form
      className="enrol-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void enrol();
      }}
    >
      <Field
        label="统一社会信用代码"
        problem={codeProblem}
        note={isCodeSound ? '✓ 校验相符' : '照法人证书填，18位'}
        isGood={isCodeSound}
      >
        {(ids) => (
          <Input
            {...ids}
            value={form.creditCode}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => set({ creditCode: event.target.value })}
          />
        )}
      </Field>
      <Field label="市系统地址" problem={urlProblem} note="由市职改办告知，以https://开头">
        {(ids) => (
          <Input
            {...ids}
            value={form.cityUrl}
            maxLength={300}
            autoComplete="off"
            inputMode="url"
            onChange={(event) => set({ cityUrl: event.target.value })}
          />
        )}
      </Field>
      <Field label="单位账号" problem={isMissing(form.account)}>
        {(ids) => (
          <Input
            {...ids}
            value={form.account}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => set({ account: event.target.value })}
          />
        )}
      </Field>
      <Field label="账号口令" problem={isMissing(form.password)} note="只用于这次登录，不保存">
        {(ids) => <SecretInput {...ids} value={form.password} onChange={(password) => set({ password })} />}
      </Field>
      {refusal !== null && (
        <WarningLine level="block" isAnswer>
          {refusal}
        </WarningLine>
      )}
      <div className="form-foot">
        {other}
        <Button type="primary" htmlType="submit" loading={isBusy}>
          登录并取回
        </Button>
      </div>
    </form>
  );
}
