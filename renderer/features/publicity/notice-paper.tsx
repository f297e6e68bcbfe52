/** The notice as it is posted: the title, its paragraphs, the unit and the day at the right. */
import { Button } from 'antd';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';

export function NoticePaper({ text }: Readonly<{ text: string }>) {
  const [title = '', ...lines] = text.split('\n');
  const body = lines.slice(0, -2);
  return (
    <div className="notice-paper">
      <p className="paper-title">{title}</p>
      {body.map((line, at) => (
        // two paragraphs may read the same, and none ever moves
        // eslint-disable-next-line react/no-array-index-key
        <p key={at}>{line}</p>
      ))}
      {lines.slice(-2).map((line) => (
        <p key={line} className="paper-sign">
          {line}
        </p>
      ))}
    </div>
  );
}

export function NoticeDialog({ text, onClose }: Readonly<{ text: string; onClose(): void }>) {
  const [said, setSaid] = useState('');
  function copy(): void {
    navigator.clipboard.writeText(text).then(
      () => setSaid('已复制，可以粘贴到WPS里。'),
      () => setSaid('没能复制，请选中文字再按Ctrl+C。'),
    );
  }
  return (
    <Dialog
      title="公示通知"
      widthPx={680}
      onCancel={onClose}
      footer={
        <>
          <span className="dialog-said second" role="status">
            {said}
          </span>
          <Button onClick={copy}>复制文字</Button>
          <Button onClick={onClose}>关上</Button>
        </>
      }
    >
      <NoticePaper text={text} />
    </Dialog>
  );
}
