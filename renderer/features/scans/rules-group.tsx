/** 设置 → 扫描与打印: how small a copy has to be and how legible it must stay, by committee and material (ux 3.7). */
import { Button } from 'antd';
import { useState } from 'react';
import type { SizeRule } from '#model/scan.ts';
import { api, useQuery } from '../../client/index.ts';
import { SectionHeader } from '../../ui/section-header.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TroubleBlock } from '../../ui/blocks.tsx';
import { troubleOf } from '../../ui/trouble.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { NewRule } from './new-rule.tsx';
import { inOrder, KB, ruleProblem, ruleTitle } from './size-rules.ts';
import type { RuleRow } from './types.ts';
import { scansTrouble } from './words.ts';

export function ScanRulesGroup() {
  const { value, error, refetch } = useQuery('scan rules', () => api.scans.rules({}), {
    refetchOn: { 'scans.changed': true },
  });
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const rules = inOrder(value?.rules ?? []);
  const kinds = value?.materials ?? [];
  const general = rules.at(-1);

  async function save(next: readonly RuleRow[]): Promise<void> {
    const answer = await api.scans.saveRules({ rules: [...next] });
    setRefusal(answer.ok ? null : scansTrouble(answer.error));
    if (answer.ok) setAdding(false);
    refetch();
  }
  return (
    <section className="settings-group" aria-label="扫描与打印">
      <SectionHeader title="扫描与打印">
        <button type="button" className="text-act" onClick={() => setAdding(!isAdding)}>
          {isAdding ? '不加了' : '加一条规则'}
        </button>
      </SectionHeader>
      <p className="second">
        每张扫描件压到多小、最低多清楚。从上往下看，先合乎哪一条就按哪一条；改了以后，受影响的会自动重新压缩。
      </p>
      {error && !value && <TroubleBlock trouble={troubleOf(error)} onRetry={refetch} />}
      {refusal !== null && (
        <WarningLine level="block" isAnswer>
          {refusal}
        </WarningLine>
      )}
      {isAdding && general && (
        <NewRule rules={rules} kinds={kinds} like={general.rule} onAdd={(row) => void save([...rules, row])} />
      )}
      {rules.map((row, at) => (
        <RuleFields
          key={`${row.committee ?? ''} ${row.material ?? ''}`}
          row={row}
          title={ruleTitle(row, kinds)}
          onChange={(rule) => void save(rules.with(at, { ...row, rule }))}
          onRemove={
            row.committee === null && row.material === null
              ? null
              : () => void save(rules.filter((other) => other !== row))
          }
        />
      ))}
    </section>
  );
}

type FieldsProps = Readonly<{
  row: RuleRow;
  title: string;
  onChange(rule: SizeRule): void;
  /** null: the one for everything else stays */
  onRemove: (() => void) | null;
}>;

/** Written down when it is left: a figure half typed is no rule. */
function RuleFields({ row, title, onChange, onRemove }: FieldsProps) {
  const [typed, setTyped] = useState<SizeRule>(row.rule);
  const problem = ruleProblem(typed);
  const set = (part: Partial<SizeRule>) => setTyped({ ...typed, ...part });
  const leave = () => {
    if (problem === null && JSON.stringify(typed) !== JSON.stringify(row.rule)) onChange(typed);
  };
  return (
    <div className="setting-row scan-rule" role="group" aria-label={title} onBlur={leave}>
      <div>
        <span className="setting-label">{title}</span>
        {problem !== null && <p className="is-problem">{problem}</p>}
      </div>
      <div className="scan-rule-fields">
        <NumberField
          label="每张不超过"
          unit="KB"
          most={10 * KB}
          value={Math.round(typed.maxBytes / KB)}
          onChange={(kilobytes) => set({ maxBytes: (kilobytes ?? 0) * KB })}
        />
        <NumberField
          label="不低于"
          unit="dpi"
          most={300}
          value={typed.minDpi}
          onChange={(minDpi) => set({ minDpi: minDpi ?? 0 })}
        />
        {onRemove && (
          <Button color="default" variant="text" onClick={onRemove}>
            去掉
          </Button>
        )}
      </div>
    </div>
  );
}
