/** The fields of the city's own form, those with * among them; the credit code stays for good (五(四)7). */
import { Input, Select } from 'antd';
import type { PlainDate } from '#model/beijing-time.ts';
import { UNIT_KINDS } from '#model/reporting-route.ts';
import { isRequiredOfUnit, type UnitField } from '#model/unit-facts.ts';
import { ComboField } from '../../ui/combo-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field } from '../../ui/field.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import type { OwnUnit, UnitForm } from './types.ts';
import { useCounties } from './use-counties.ts';
import { FIELD_WORDS, KIND_WORDS, valueWords, type FormProblems } from './words.ts';

type Props = Readonly<{
  unit: OwnUnit;
  form: UnitForm;
  today: PlainDate;
  /** shown once somebody tried to hand it in */
  problems: FormProblems;
  onChange(part: Partial<UnitForm>): void;
}>;

export function UnitFields(props: Props) {
  const { unit, form, today, problems, onChange } = props;
  const counties = useCounties();
  const isRenamed = form.name.trim() !== unit.name;
  return (
    <div className="unit-fields">
      <TextField {...props} field="name" maxLength={100} note="须与公章一致，不用简称" />
      {isRenamed && (
        <div className="unit-rename">
          <DateField
            label="新名称启用日期"
            isRequired
            value={form.renamedOn}
            today={today}
            note={`“${unit.name}”记入曾用名，信用代码不变。`}
            problem={problems.renamedOn ?? null}
            onChange={(renamedOn) => onChange({ renamedOn })}
          />
        </div>
      )}
      <CreditCode code={unit.creditCode} />
      <KindField {...props} />
      <ComboField
        label={FIELD_WORDS.county}
        isRequired
        value={form.county}
        suggestions={counties}
        maxLength={60}
        note={noteOf(unit, form, 'county')}
        problem={problems.county ?? null}
        onChange={(county) => onChange({ county })}
      />
      <TextField {...props} field="supervisor" maxLength={100} />
      <TextField {...props} field="head" maxLength={60} />
      <TextField {...props} field="contact" maxLength={60} />
      <TextField {...props} field="phone" maxLength={40} />
      <TextField {...props} field="address" maxLength={200} />
    </div>
  );
}

type TextProps = Props & Readonly<{ field: Exclude<UnitField, 'kind'>; maxLength: number; note?: string }>;

function TextField({ unit, form, problems, field, maxLength, note = '', onChange }: TextProps) {
  return (
    <Field
      label={FIELD_WORDS[field]}
      isRequired={isRequiredOfUnit(field, form.kind)}
      note={noteOf(unit, form, field) || note}
      problem={problems[field] ?? null}
    >
      {(ids) => (
        <Input
          {...ids}
          autoComplete="off"
          maxLength={maxLength}
          value={form[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
}

function KindField({ unit, form, onChange }: Props) {
  return (
    <Field
      label={FIELD_WORDS.kind}
      isRequired
      note={noteOf(unit, form, 'kind') || '决定报送路径和盖章顺序（指南第3问）'}
    >
      {(ids) => (
        <Select
          {...ids}
          value={form.kind}
          options={UNIT_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))}
          onChange={(kind) => onChange({ kind })}
        />
      )}
    </Field>
  );
}

function CreditCode({ code }: Readonly<{ code: string }>) {
  return (
    <div className="form-field">
      <span className="unit-code-label">统一社会信用代码</span>
      <div className="unit-code">
        <Glyph name="lock" />
        <span>{code}</span>
        <span className="tone-good">
          <Glyph name="tick" /> 校验无误
        </span>
      </div>
      <p className="form-note">更名也不变，这里不能改</p>
    </div>
  );
}

/** What the record says, where something else is typed. */
function noteOf(unit: OwnUnit, form: UnitForm, field: UnitField): string {
  return form[field].trim() === unit[field] ? '' : `原为：${valueWords(field, unit[field])}`;
}
