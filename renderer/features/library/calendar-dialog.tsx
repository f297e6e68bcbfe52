/** 「装入日历」: a year's days off, pasted from the notice, read while one types, installed with the notice's number. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { parsePlainDate, plainDate } from '#model/beijing-time.ts';
import { api, useQuery } from '../../client/index.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { troubleOf, troubleText } from '../../ui/trouble.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { CALENDAR_TROUBLES, namedDays, problemWords, understoodWords, type CheckedCalendar } from './calendar-words.ts';
import { useSettled } from './use-settled.ts';
import './calendar-dialog.css';

type Props = Readonly<{
  /** the year that is missing */
  year: number;
  onClose(): void;
}>;

type Typed = Readonly<{ year: string; number: string; issuedOn: string; text: string }>;

/** State Council's notices are numbered 国办发明电〔2025〕7号, and come out in the autumn before. */
export function CalendarDialog({ year, onClose }: Props) {
  const [typed, setTyped] = useState<Typed>({ year: String(year), number: '', issuedOn: '', text: '' });
  const [hasTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const forYear = yearOf(typed.year);
  const checked = useChecked(forYear, typed.text);
  const problems = problemsOf(typed, checked);

  async function install(): Promise<void> {
    setTried(true);
    const issuedOn = parsePlainDate(typed.issuedOn);
    if (forYear === null || issuedOn === null || isBusy || Object.values(problems).some((one) => one !== null)) return;
    setBusy(true);
    const answer = await api.reference.installCalendar({
      text: typed.text,
      year: forYear,
      number: typed.number.trim(),
      issuedOn,
    });
    setBusy(false);
    if (answer.ok) onClose();
    else setRefusal(troubleText(troubleOf(answer.error, CALENDAR_TROUBLES)));
  }
  return (
    <Dialog
      title="装入日历"
      widthPx={760}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不装</Button>
          <Button type="primary" loading={isBusy} onClick={() => void install()}>
            {forYear === null ? '装入' : `装入${forYear}年`}
          </Button>
        </>
      }
    >
      <p className="second">
        放假安排以国务院办公厅的通知为准。打开通知，把放假和调休的日期照原文复制过来，程序认出来后请对一遍。
      </p>
      <SourceFields
        typed={typed}
        problems={hasTried ? problems : null}
        onChange={(changes) => setTyped({ ...typed, ...changes })}
      />
      <Field label="放假通知的日期" isRequired problem={hasTried ? problems.text : null}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={7}
            maxLength={20_000}
            placeholder={EXAMPLE}
            value={typed.text}
            onChange={(event) => setTyped({ ...typed, text: event.target.value })}
          />
        )}
      </Field>
      {checked && <Understood checked={checked} />}
      {refusal !== null && (
        <WarningLine level="block" isAnswer>
          {refusal}
        </WarningLine>
      )}
    </Dialog>
  );
}

const EXAMPLE = '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n二、春节：……';

type FieldsProps = Readonly<{
  typed: Typed;
  problems: Problems | null;
  onChange(changes: Partial<Typed>): void;
}>;

function SourceFields({ typed, problems, onChange }: FieldsProps) {
  // a notice comes out in the year before
  const today = plainDate(`${(yearOf(typed.year) ?? NEAR_YEAR) - 1}-11-01`);
  return (
    <div className="calendar-fields">
      <Field label="年份" isRequired problem={problems?.year ?? null}>
        {(ids) => (
          <Input
            {...ids}
            inputMode="numeric"
            maxLength={4}
            value={typed.year}
            onChange={(event) => onChange({ year: event.target.value })}
          />
        )}
      </Field>
      <Field label="文号" isRequired problem={problems?.number ?? null}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={60}
            placeholder="国办发明电〔2026〕…号"
            value={typed.number}
            onChange={(event) => onChange({ number: event.target.value })}
          />
        )}
      </Field>
      <DateField
        label="发布日期"
        isRequired
        value={typed.issuedOn}
        today={today}
        problem={problems?.issuedOn ?? null}
        onChange={(issuedOn) => onChange({ issuedOn })}
      />
    </div>
  );
}

/** What was read out of the text, to be compared with the notice, or what could not be. */
function Understood({ checked }: Readonly<{ checked: CheckedCalendar }>) {
  const { problems, makeupWorkdays, isInstalled } = checked;
  return (
    <div className="calendar-understood" role="status">
      {problems.length > 0 ? (
        <WarningLine level="block">
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.line} ${problem.code} ${problem.text}`}>{problemWords(problem)}</li>
            ))}
          </ul>
        </WarningLine>
      ) : (
        <WarningLine level="good">{understoodWords(checked)}</WarningLine>
      )}
      <dl className="understood-days">
        {namedDays(checked).map(({ name, days }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{days}</dd>
          </div>
        ))}
        {makeupWorkdays.length > 0 && (
          <div>
            <dt>调休上班</dt>
            <dd>{makeupWorkdays.map((date) => date.slice(5)).join('、')}</dd>
          </div>
        )}
      </dl>
      {isInstalled && problems.length === 0 && (
        <WarningLine level="warn">这一年已经有日历，装入后用新的代替。</WarningLine>
      )}
    </div>
  );
}

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const NEAR_YEAR = 2027;

function yearOf(text: string): number | null {
  const year = Number(text.normalize('NFKC').trim());
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

type Problems = Readonly<Record<keyof Typed, string | null>>;

function problemsOf(typed: Typed, checked: CheckedCalendar | null): Problems {
  return {
    year: yearOf(typed.year) === null ? '填4位年份。' : null,
    number: typed.number.trim() === '' ? '照通知填文号，以后好核对。' : null,
    issuedOn: parsePlainDate(typed.issuedOn) === null ? '填通知的发布日期。' : null,
    text:
      typed.text.trim() === ''
        ? '把通知里的日期贴进来。'
        : checked === null || checked.problems.length > 0
          ? '下面指出的地方改好了才能装入。'
          : null,
  };
}

/** Read by the core while one types, a moment after the last key. */
function useChecked(year: number | null, text: string): CheckedCalendar | null {
  const settled = useSettled(text);
  const isAsked = year !== null && settled.trim() !== '';
  const { value } = useQuery(
    isAsked ? `calendar ${year} ${settled}` : null,
    () => api.reference.checkCalendar({ text: settled, year: year ?? NEAR_YEAR }),
    { keepsPrevious: true },
  );
  return isAsked ? (value ?? null) : null;
}
