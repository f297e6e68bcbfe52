/** 「存档」: of each chosen person the papers, the originals, the history and a signed list of all of it. */
import { Button } from 'antd';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { hasFolderPicker } from './choose-folder.ts';
import { FOLDER_NOTE } from './export-dialog.tsx';
import { PasswordFields } from './password-fields.tsx';
import { NO_PASSWORD, type Password } from './passwords.ts';

type Props = Readonly<{ people: number; onArchive(password: string | null): void; onClose(): void }>;

export function ArchiveDialog({ people, onArchive, onClose }: Props) {
  const [password, setPassword] = useState<Password>(NO_PASSWORD);
  const [isRefused, setRefused] = useState(false);
  function begin(): void {
    if (password.problem !== null) return setRefused(true);
    onArchive(password.value);
  }
  return (
    <Dialog
      title={`存档：${people}人`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>不存档</Button>
          <Button type="primary" onClick={begin}>
            {hasFolderPicker() ? '选文件夹，存档' : '存档'}
          </Button>
        </>
      }
    >
      <p>每人一个文件夹：现在的纸质材料、每张原图、申报内容和审核经过，还有一份签过名的清单（manifest.json）。</p>
      <p className="second">以后用附带的verify-copy.mjs可查有没有被改动过，不需要本程序。</p>
      <PasswordFields word="每人打成一个要密码的压缩包" onChange={setPassword} />
      {isRefused && password.problem !== null && (
        <WarningLine level="block" isAnswer>{`密码${password.problem}。`}</WarningLine>
      )}
      <p className="second">{FOLDER_NOTE}</p>
    </Dialog>
  );
}
