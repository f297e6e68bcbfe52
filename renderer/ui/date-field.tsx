import { Input, type InputRef } from 'antd';
import { useEffectEvent, useLayoutEffect, useState, type KeyboardEvent, type Ref } from 'react';
import { addDays, formatDate, parsePlainDate, type PlainDate } from '#model/beijing-time.ts';
import { addMonths } from '#model/months.ts';
import { Field } from './field.tsx';
import { isComposing } from './ime-guard.ts';
import { parseTypedDate } from './typed-date.ts';

type Props = Readonly<{
  label: string;
  isRequired?: boolean;
  /** 'YYYY-MM-DD', or '' while open */
  value: string;
  /** gives the year where none is typed, and the day from which the keys step while the field is empty */
  today: PlainDate;
  note?: string;
  problem?: string | null;
  inputRef?: Ref<InputRef>;
  onChange(date: string): void;
}>;

/** A day, typed in any usual way; ↑↓ move it by a day, PageUp and PageDown by a month. */
export function DateField({
  label,
  isRequired = false,
  value,
  today,
  note,
  problem = null,
  inputRef,
  onChange,
}: Props) {
  /** what stands in the field while it is being typed; null: the value */
  const [typed, setTyped] = useState<string | null>(null);
  const isUnclear = typed !== null && typed.trim() !== '' && parseTypedDate(typed, today) === null;

  function take(): void {
    if (typed === null || isUnclear) return;
    setTyped(null);
    onChange(typed.trim() === '' ? '' : (parseTypedDate(typed, today) ?? value));
  }
  // a page left by a key takes no focus away first
  const takeLate = useEffectEvent(take);
  useLayoutEffect(() => () => takeLate(), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    // also when Ctrl+Enter hands the form in: what is typed belongs to it
    if (event.key === 'Enter') return take();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    setTyped(null);
    onChange(step((typed === null ? null : parseTypedDate(typed, today)) ?? parsePlainDate(value) ?? today));
  }
  return (
    <Field
      label={label}
      isRequired={isRequired}
      problem={isUnclear ? `看不懂“${typed}”。日期写成${today}或${today.slice(5)}。` : problem}
      {...(note === undefined ? {} : { note })}
    >
      {(ids) => (
        <Input
          {...ids}
          ref={inputRef}
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
          placeholder={today}
          value={typed ?? (value === '' ? '' : formatDate(value))}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={take}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  );
}

const STEPS: Readonly<Record<string, (date: PlainDate) => PlainDate>> = {
  ArrowUp: (date) => addDays(date, -1),
  ArrowDown: (date) => addDays(date, 1),
  PageUp: (date) => addMonths(date, -1),
  PageDown: (date) => addMonths(date, 1),
};
