/** 「标记已报送」 asks for the day. */
import { Button } from 'antd';
import { useState } from 'react';
import type { PlainDate } from '#model/beijing-time.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';

type Props = Readonly<{ count: number; today: PlainDate; onMark(on: string): void; onClose(): void }>;

export function HandInDialog({ count, today, onMark, onClose }: Props) {
  const [on, setOn] = useState<string>(today);
  const problem = on === '' ? '请填报送的日期' : on > today ? '报送的日期不能在今天之后' : null;
  return (
    <Dialog
      title={`标记已报送：${count}份`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>不标记</Button>
          <Button type="primary" disabled={problem !== null} onClick={() => onMark(on)}>
            {`标记${count}份`}
          </Button>
        </>
      }
    >
      <DateField label="报送日期" isRequired value={on} today={today} problem={problem} onChange={setOn} />
    </Dialog>
  );
}
