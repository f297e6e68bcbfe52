/** What a notice shows besides its people and dates: the same fields on a new one and when one is corrected. */
import { Input } from 'antd';
import type { NoticeFacts, RequiredNoticeFact } from '#model/notice-text.ts';
import { ComboField } from '../../ui/combo-field.tsx';
import { Field } from '../../ui/field.tsx';

const MISSING: Readonly<Record<RequiredNoticeFact, string>> = {
  place: '写明贴在哪里、用什么方式公示。',
  phone: '写明有异议打哪个电话。',
  shown: '写明公示哪些内容（指南第18问）。',
};

type Props = Readonly<{
  facts: NoticeFacts;
  /** of earlier notices, to choose from */
  places: readonly string[];
  /** said only once handing in was tried */
  missing: readonly RequiredNoticeFact[];
  onChange(facts: NoticeFacts): void;
}>;

export function NoticeFactFields({ facts, places, missing, onChange }: Props) {
  const set = (key: keyof NoticeFacts) => (value: string) => onChange({ ...facts, [key]: value });
  const problemOf = (key: RequiredNoticeFact) => (missing.includes(key) ? MISSING[key] : null);
  return (
    <div className="notice-fields">
      <ComboField
        label="地点和方式"
        isRequired
        problem={problemOf('place')}
        maxLength={200}
        suggestions={places}
        value={facts.place}
        onChange={set('place')}
      />
      <TextFact
        label="受理异议的电话"
        isRequired
        problem={problemOf('phone')}
        most={60}
        value={facts.phone}
        onChange={set('phone')}
      />
      <TextFact label="受理部门或联系人" most={100} value={facts.contact} onChange={set('contact')} />
      <TextFact label="材料在哪里看" most={200} value={facts.materialsAt} onChange={set('materialsAt')} />
      <Field label="公示内容" isRequired problem={problemOf('shown')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={2000}
            value={facts.shown}
            onChange={(event) => set('shown')(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}

type TextProps = Readonly<{
  label: string;
  isRequired?: boolean;
  problem?: string | null;
  most: number;
  value: string;
  onChange(value: string): void;
}>;

function TextFact({ label, isRequired = false, problem = null, most, value, onChange }: TextProps) {
  return (
    <Field label={label} isRequired={isRequired} problem={problem}>
      {(ids) => (
        <Input
          {...ids}
          autoComplete="off"
          maxLength={most}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
