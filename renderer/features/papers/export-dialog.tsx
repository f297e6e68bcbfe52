/** 「导出PDF」: how the papers lie in files, and whether a password is asked for; then into a folder of one's choice. */
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { hasFolderPicker } from './choose-folder.ts';
import { PasswordFields } from './password-fields.tsx';
import { NO_PASSWORD, type Password } from './passwords.ts';
import type { Arrangement } from './types.ts';

type Props = Readonly<{
  count: number;
  people: number;
  isOfPeople: boolean;
  onExport(how: Readonly<{ arrangement: Arrangement; password: string | null }>): void;
  onClose(): void;
}>;

export function ExportDialog({ count, people, isOfPeople, onExport, onClose }: Props) {
  const [arrangement, setArrangement] = useState<Arrangement>(isOfPeople ? 'person' : 'each');
  const [password, setPassword] = useState<Password>(NO_PASSWORD);
  const [isRefused, setRefused] = useState(false);
  const choices = [
    { value: 'each', label: `每份一个文件（${count}个）` },
    ...(isOfPeople ? [{ value: 'person', label: `每人一个文件，按装订顺序（${people}个）` }] : []),
    { value: 'merged', label: '合并成一个文件' },
  ];
  function begin(): void {
    if (password.problem !== null) return setRefused(true);
    onExport({ arrangement, password: password.value });
  }
  return (
    <Dialog
      title={`导出PDF：${count}份`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>不导出</Button>
          <Button type="primary" onClick={begin}>
            {hasFolderPicker() ? '选文件夹，导出' : '导出'}
          </Button>
        </>
      }
    >
      <Radio.Group
        className="papers-choices"
        aria-label="文件怎么分"
        value={arrangement}
        options={choices}
        onChange={(event) => setArrangement(event.target.value as Arrangement)}
      />
      <PasswordFields word="打开文件要密码" onChange={setPassword} />
      {isRefused && password.problem !== null && (
        <WarningLine level="block" isAnswer>{`密码${password.problem}。`}</WarningLine>
      )}
      <p className="second">{FOLDER_NOTE}</p>
    </Dialog>
  );
}

export const FOLDER_NOTE = '文件里有个人信息，请存到单位管得住的地方。同名的旧文件不会被盖掉。';
