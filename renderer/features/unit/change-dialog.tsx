/** What will change, one line a field, before it leaves the unit; a change of kind says whom it concerns. */
import { Button } from 'antd';
import type { unitChanges } from '#model/unit-facts.ts';
import { formatDate } from '#model/beijing-time.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { FIELD_WORDS, valueWords } from './words.ts';

type Props = Readonly<{
  changes: ReturnType<typeof unitChanges>;
  renamedOn: string;
  /** applications whose seals follow the kind */
  underway: number;
  isBusy: boolean;
  onConfirm(): void;
  onCancel(): void;
}>;

export function ChangeDialog({ changes, renamedOn, underway, isBusy, onConfirm, onCancel }: Props) {
  const changed = new Set(changes.map(({ field }) => field));
  return (
    <Dialog
      title="确认修改单位信息"
      widthPx={600}
      onCancel={onCancel}
      footer={
        <>
          <Button onClick={onCancel}>再看看</Button>
          <Button type="primary" autoFocus loading={isBusy} onClick={onConfirm}>
            确认修改
          </Button>
        </>
      }
    >
      <ul className="unit-changes">
        {changes.map(({ field, before, after }) => (
          <li key={field}>
            <span className="second">{FIELD_WORDS[field]}</span>
            <span>
              <del>{valueWords(field, before)}</del> → {valueWords(field, after)}
            </span>
          </li>
        ))}
      </ul>
      {changed.has('name') && (
        <WarningLine level="hint">{`新名称从${formatDate(renamedOn)}起用，原名称记入曾用名。`}</WarningLine>
      )}
      {changed.has('kind') && underway > 0 && (
        <WarningLine level="warn">{`${underway}件在办申报的盖章顺序会变，请按新的报送路径盖章。`}</WarningLine>
      )}
      <p className="second">本机马上生效，联网后报市系统。</p>
    </Dialog>
  );
}
