import { Input } from 'antd';
import { useState } from 'react';
import { Field } from './field.tsx';
import { parseTypedNumber } from './typed-number.ts';

type Props = Readonly<{
  label: string;
  isRequired?: boolean;
  /** 「人」「票」 */
  unit: string;
  value: number | null;
  most: number;
  /** its edge only: the words stand where the contradiction is told */
  isWrong?: boolean;
  onChange(value: number | null): void;
}>;

/** A count, taken while it is typed; what cannot be read stays in the field with its reason. */
export function NumberField(props: Props) {
  const { label, isRequired = false, unit, value, most, isWrong = false } = props;
  /** what stands in the field while it is being typed; null: the value */
  const [typed, setTyped] = useState<string | null>(null);
  const isUnclear = typed !== null && parseTypedNumber(typed, most) === 'unclear';

  function onTyped(text: string): void {
    setTyped(text);
    const count = parseTypedNumber(text, most);
    if (count !== 'unclear') props.onChange(count);
  }
  return (
    <Field label={label} isRequired={isRequired} problem={isUnclear ? '请填数字' : null}>
      {(ids) => (
        <Input
          {...ids}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          suffix={unit}
          {...(isWrong || isUnclear ? { status: 'error' as const } : {})}
          value={typed ?? (value === null ? '' : String(value))}
          onChange={(event) => onTyped(event.target.value)}
          // full-width digits become what they mean on leaving
          onBlur={() => setTyped(isUnclear ? typed : null)}
        />
      )}
    </Field>
  );
}
