/** 「登记异议」 and its conclusion: what came in, what was found, and what either finding means. */
import { Button, Input, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { parsePlainDate, type PlainDate } from '#model/beijing-time.ts';
import { api } from '../../client/index.ts';
import { ComboField } from '../../ui/combo-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import type { Notice, NoticePerson, Objection } from './types.ts';
import { useAct } from './use-act.ts';

type RaiseProps = Readonly<{
  notice: Notice;
  /** null: still to be chosen */
  person: NoticePerson | null;
  today: PlainDate;
  onClose(): void;
}>;

type Typed = Readonly<{ receivedOn: string; from: string; way: string; content: string }>;

const WAYS = ['书面', '电话', '当面', '电子邮件'];

export function RaiseDialog({ notice, person, today, onClose }: RaiseProps) {
  const act = useAct();
  const objectionId = useRef(crypto.randomUUID());
  const [applicationId, setApplicationId] = useState(person?.id ?? null);
  const [typed, setTyped] = useState<Typed>({ receivedOn: today, from: '', way: '', content: '' });
  const [hasTried, setTried] = useState(false);
  const set = (key: keyof Typed) => (value: string) => setTyped((before) => ({ ...before, [key]: value }));
  const isEmpty = typed.content.trim() === '';
  const receivedOn = parsePlainDate(typed.receivedOn);

  async function confirm(): Promise<void> {
    setTried(true);
    if (isEmpty || applicationId === null || receivedOn === null) return;
    const done = await act.run('raiseObjection', () =>
      api.publicity.raiseObjection({
        objectionId: objectionId.current,
        noticeId: notice.summary.id,
        applicationId,
        ...typed,
        receivedOn,
      }),
    );
    if (done) onClose();
  }
  return (
    <Dialog
      title={person ? `登记对${person.name}的异议` : '登记异议'}
      widthPx={600}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不登记</Button>
          <Button type="primary" loading={act.isBusy} onClick={() => void confirm()}>
            登记异议
          </Button>
        </>
      }
    >
      <p className="second">核实、下结论之前，这个人不能结束公示，也不能通过。</p>
      {!person && (
        <PersonField
          notice={notice}
          value={applicationId}
          problem={hasTried && applicationId === null ? '选对谁有异议。' : null}
          onChange={setApplicationId}
        />
      )}
      <div className="field-pair">
        <DateField
          label="收到日期"
          isRequired
          value={typed.receivedOn}
          today={today}
          problem={hasTried && receivedOn === null ? '填哪天收到的。' : null}
          onChange={set('receivedOn')}
        />
        <ComboField label="方式" value={typed.way} maxLength={100} suggestions={WAYS} onChange={set('way')} />
      </div>
      <Field label="提出人" note="实名的写姓名和电话；匿名的写“匿名”。">
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={100}
            value={typed.from}
            onChange={(event) => set('from')(event.target.value)}
          />
        )}
      </Field>
      <Field label="异议内容" isRequired problem={hasTried && isEmpty ? '写明对什么有异议。' : null}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={2000}
            value={typed.content}
            onChange={(event) => set('content')(event.target.value)}
          />
        )}
      </Field>
      {act.refusal !== null && (
        <WarningLine level="block" isAnswer>
          {act.refusal}
        </WarningLine>
      )}
    </Dialog>
  );
}

type PersonFieldProps = Readonly<{
  notice: Notice;
  value: string | null;
  problem: string | null;
  onChange(applicationId: string): void;
}>;

function PersonField({ notice, value, problem, onChange }: PersonFieldProps) {
  const people = notice.people.filter(({ hasLeft, isApproved }) => !hasLeft && !isApproved);
  return (
    <Field label="对谁有异议" isRequired problem={problem}>
      {(ids) => (
        <Select
          {...ids}
          value={value}
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map(({ id, name, department }) => ({ value: id, label: `${name} ${department}`.trim() }))}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

type SettleProps = Readonly<{ objection: Objection; today: PlainDate; onClose(): void }>;
type Verdict = NonNullable<Objection['verdict']>;

const VERDICTS: readonly Readonly<{ verdict: Verdict; word: string; meaning: string }>[] = [
  { verdict: 'unfounded', word: '不属实', meaning: '不影响推荐。期满后可以结束公示，结论记“有异议已核实”。' },
  { verdict: 'upheld', word: '属实', meaning: '不能推荐这个人，不能通过。可以返回修改，或与申报人说明。' },
];

export function SettleDialog({ objection, today, onClose }: SettleProps) {
  const act = useAct();
  const [investigation, setInvestigation] = useState('');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [settledOn, setSettledOn] = useState<string>(today);
  const [hasTried, setTried] = useState(false);
  const isEmpty = investigation.trim() === '';
  const date = parsePlainDate(settledOn);

  async function confirm(): Promise<void> {
    setTried(true);
    if (isEmpty || verdict === null || date === null) return;
    const done = await act.run('settleObjection', () =>
      api.publicity.settleObjection({ objectionId: objection.id, investigation, verdict, settledOn: date }),
    );
    if (done) onClose();
  }
  return (
    <Dialog
      title={`对${objection.name}的异议：核实和结论`}
      widthPx={600}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不下结论</Button>
          <Button type="primary" loading={act.isBusy} onClick={() => void confirm()}>
            记下结论
          </Button>
        </>
      }
    >
      <p className="objection-quote">{objection.content}</p>
      <Field label="怎么核实的，查到什么" isRequired problem={hasTried && isEmpty ? '写明怎么核实的。' : null}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={4000}
            value={investigation}
            onChange={(event) => setInvestigation(event.target.value)}
          />
        )}
      </Field>
      <VerdictCards value={verdict} hasProblem={hasTried && verdict === null} onChange={setVerdict} />
      <DateField
        label="核实日期"
        isRequired
        value={settledOn}
        today={today}
        problem={hasTried && date === null ? '填哪天核实的。' : null}
        onChange={setSettledOn}
      />
      {act.refusal !== null && (
        <WarningLine level="block" isAnswer>
          {act.refusal}
        </WarningLine>
      )}
    </Dialog>
  );
}

type CardsProps = Readonly<{ value: Verdict | null; hasProblem: boolean; onChange(verdict: Verdict): void }>;

/** Neither is chosen beforehand; each says what follows. */
function VerdictCards({ value, hasProblem, onChange }: CardsProps) {
  const name = useId();
  return (
    <fieldset className="verdict-cards">
      <legend>结论</legend>
      {VERDICTS.map(({ verdict, word, meaning }) => (
        <label key={verdict} className={verdict === value ? 'verdict-card is-chosen' : 'verdict-card'}>
          <input type="radio" name={name} checked={verdict === value} onChange={() => onChange(verdict)} />
          <b>{word}</b>
          <span className="second">{meaning}</span>
        </label>
      ))}
      {hasProblem && (
        <p className="form-note is-bad" role="alert">
          选一个结论。
        </p>
      )}
    </fieldset>
  );
}
