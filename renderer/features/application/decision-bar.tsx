/** The bar below: what an approval still lacks, and the way to the decision. */
import { Button } from 'antd';
import { KeyHint } from '../../ui/key-hint.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { DeliveryTag } from '../../ui/delivery-tag.tsx';
import { gapWords, type Detail } from './words.ts';

type Props = Readonly<{ detail: Detail; blocked: string | null; isPrimary: boolean; onOpen(): void }>;

export function DecisionBar({ detail, blocked, isPrimary, onOpen }: Props) {
  const { row, application, approvalGaps } = detail;
  if (blocked !== null) {
    return (
      <footer className="decision-bar">
        <StatusTag glyph="lock" tone="quiet" text={blocked} />
        {row.pending && <DeliveryTag delivery={row.pending.delivery} />}
      </footer>
    );
  }
  const publicityGap = approvalGaps.find((gap) => gap.code !== 'opinion-missing');
  return (
    <footer className="decision-bar">
      <span>
        <span className="second">基层意见</span> {application.opinion ? '已提交' : '未提交'}
      </span>
      <span className="bar-line" />
      <span>
        <span className="second">公示</span> {publicityGap ? gapWords(publicityGap) : '已结束，无异议'}
      </span>
      <Button className="bar-act" color="primary" variant={isPrimary ? 'solid' : 'outlined'} onClick={onOpen}>
        办理 <KeyHint keys="F9" />
      </Button>
    </footer>
  );
}
