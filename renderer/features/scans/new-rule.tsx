/** A rule that is being added: for whom, for which material, how small, how legible. */
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { SizeRule } from '#model/scan.ts';
import { api, useQuery } from '../../client/index.ts';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { KB, newRuleProblem, ruleSentence } from './size-rules.ts';
import type { MaterialKind, RuleRow } from './types.ts';

type Props = Readonly<{
  rules: readonly RuleRow[];
  kinds: readonly MaterialKind[];
  /** the numbers it begins with */
  like: SizeRule;
  onAdd(row: RuleRow): void;
}>;

const EVERY = '';

export function NewRule({ rules, kinds, like, onAdd }: Props) {
  const [committee, setCommittee] = useState('');
  const [material, setMaterial] = useState(EVERY);
  const [rule, setRule] = useState(like);
  const [isTried, setTried] = useState(false);
  const facets = useQuery('facets', () => api.applications.facets({})).value;
  const row: RuleRow = { committee: committee.trim() || null, material: material || null, rule };
  const problem = newRuleProblem(row, rules);
  const options = [{ value: EVERY, label: '所有材料' }, ...kinds.map(({ id, label }) => ({ value: id, label }))];

  function add(): void {
    setTried(true);
    if (problem === null) onAdd(row);
  }
  return (
    <div className="new-rule" role="group" aria-label="加一条规则">
      <div className="new-rule-fields">
        <Field label="评委会" note="写全称；空着就是所有评委会">
          {(ids) => (
            <Input
              {...ids}
              list="rule-committees"
              placeholder="所有评委会"
              maxLength={100}
              value={committee}
              onChange={(event) => setCommittee(event.target.value)}
            />
          )}
        </Field>
        <datalist id="rule-committees">
          {facets?.committees.map(({ value }) => (
            <option key={value} value={value} label={value} aria-label={value} />
          ))}
        </datalist>
        <Field label="材料">
          {(ids) => (
            <Select
              {...ids}
              popupMatchSelectWidth={false}
              showSearch={{ optionFilterProp: 'label' }}
              value={material}
              options={options}
              onChange={setMaterial}
            />
          )}
        </Field>
        <NumberField
          label="每张不超过"
          unit="KB"
          most={10 * KB}
          value={Math.round(rule.maxBytes / KB)}
          onChange={(kilobytes) => setRule({ ...rule, maxBytes: (kilobytes ?? 0) * KB })}
        />
        <NumberField
          label="不低于"
          unit="dpi"
          most={300}
          value={rule.minDpi}
          onChange={(minDpi) => setRule({ ...rule, minDpi: minDpi ?? 0 })}
        />
      </div>
      <div className="new-rule-foot">
        <p role="status" className={isTried && problem !== null ? 'is-problem' : 'second'}>
          {problem ?? ruleSentence(row, kinds)}
        </p>
        <Button type="primary" onClick={add}>
          加上
        </Button>
      </div>
    </div>
  );
}
