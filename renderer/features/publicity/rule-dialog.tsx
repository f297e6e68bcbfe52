import { Button } from 'antd';
import { formatMonthDay } from '#model/beijing-time.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { Plan } from './types.ts';
import { ruleWords } from './words.ts';

/** 「怎么算的」: both readings beside each other, the one that decides first, and the notices they rest on. */
export function RuleDialog({ plan, onClose }: Readonly<{ plan: Plan; onClose(): void }>) {
  return (
    <Dialog title="怎么算的" widthPx={600} onCancel={onClose} footer={<Button onClick={onClose}>关上</Button>}>
      <dl className="rule-pair">
        <div className="is-used">
          <dt>发布当天不计（用这个）</dt>
          <dd>{`${formatMonthDay(plan.endsOn)} 24:00满`}</dd>
        </div>
        <div>
          <dt>发布当天算1天（供对照）</dt>
          <dd>{`${formatMonthDay(plan.endsOnByRuleB)} 24:00满`}</dd>
        </div>
      </dl>
      <ul className="rule-lines">
        {ruleWords(plan).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="second">
        {`指南第18问只写“不少于5个工作日”，没有写从哪天算起。依据：${plan.sources
          .map(({ title, number }) => (number === null ? title : `${title}（${number}）`))
          .join('；')}。`}
      </p>
    </Dialog>
  );
}
