/** A password typed twice, for files that leave this computer. */
import { Checkbox } from 'antd';
import { useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { SecretInput } from '../../ui/secret-input.tsx';
import { LEAST, NO_PASSWORD, passwordOf, type Password } from './passwords.ts';

type Props = Readonly<{
  /** 「每个文件都要密码才能打开」 */
  word: string;
  onChange(password: Password): void;
}>;

export function PasswordFields({ word, onChange }: Props) {
  const [isWanted, setWanted] = useState(false);
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const { problem } = passwordOf(...typed);
  function take(first: string, second: string): void {
    setTyped([first, second]);
    onChange(passwordOf(first, second));
  }
  return (
    <>
      <Checkbox
        checked={isWanted}
        onChange={({ target }) => {
          setWanted(target.checked);
          setTyped(['', '']);
          onChange(target.checked ? passwordOf('', '') : NO_PASSWORD);
        }}
      >
        {word}
      </Checkbox>
      {isWanted && (
        <div className="password-fields">
          <Field
            label="密码"
            problem={typed[0] !== '' && typed[1] !== '' ? problem : null}
            note={`至少${LEAST}个字符。忘了就打不开，程序也没有办法。`}
          >
            {(ids) => <SecretInput {...ids} value={typed[0]} onChange={(first) => take(first, typed[1])} />}
          </Field>
          <Field label="再输一次">
            {(ids) => <SecretInput {...ids} value={typed[1]} onChange={(second) => take(typed[0], second)} />}
          </Field>
        </div>
      )}
    </>
  );
}
