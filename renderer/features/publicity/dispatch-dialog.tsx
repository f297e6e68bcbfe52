/** The other unit's notice: which unit, posted when and where; for one person, or for all dispatch staff of the notice. */
import { Button, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { DISPATCH_SIDES, type DispatchSide } from '#model/application.ts';
import { parsePlainDate, type PlainDate } from '#model/beijing-time.ts';
import { api } from '../../client/index.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { NO_DISPATCH } from './notice-facts.ts';
import type { Notice, NoticePerson } from './types.ts';
import { useAct } from './use-act.ts';
import { SIDE_WORDS } from './words.ts';

type Props = Readonly<{
  notice: Notice;
  person: NoticePerson;
  /** the notice's other dispatch staff, often of the same company */
  others: readonly NoticePerson[];
  today: PlainDate;
  onClose(): void;
}>;

type Typed = Readonly<{ ownSide: DispatchSide; otherUnit: string; postedOn: string; place: string }>;

export function DispatchDialog({ notice, person, others, today, onClose }: Props) {
  const act = useAct();
  const before = person.dispatch ?? NO_DISPATCH;
  const [typed, setTyped] = useState<Typed>({
    ownSide: before.ownSide,
    otherUnit: before.otherUnit,
    postedOn: before.otherNotice?.postedOn ?? '',
    place: before.otherNotice?.place ?? '',
  });
  const [isForAll, setForAll] = useState(false);
  const [hasTried, setTried] = useState(false);
  const postedOn = parsePlainDate(typed.postedOn);
  const problems = {
    otherUnit: typed.otherUnit.trim() === '' ? '写明单位全称。' : null,
    postedOn: postedOn === null ? '填对方哪天贴出的。' : null,
    place: typed.place.trim() === '' ? '写明贴在哪里。' : null,
  };

  async function confirm(): Promise<void> {
    setTried(true);
    if (postedOn === null || Object.values(problems).some((problem) => problem !== null)) return;
    for (const one of isForAll ? [person, ...others] : [person]) {
      const { reviewed, sealed } = one.dispatch ?? NO_DISPATCH;
      const done = await act.run('recordDispatch', () =>
        api.publicity.recordDispatch({
          noticeId: notice.summary.id,
          applicationId: one.id,
          ownSide: typed.ownSide,
          otherUnit: typed.otherUnit.trim(),
          otherNotice: { postedOn, place: typed.place.trim() },
          reviewed: [...reviewed],
          sealed: [...sealed],
        }),
      );
      if (!done) return;
    }
    onClose();
  }
  return (
    <Dialog
      title={`登记${person.name}的另一份公示`}
      widthPx={560}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不登记</Button>
          <Button type="primary" loading={act.isBusy} onClick={() => void confirm()}>
            登记
          </Button>
        </>
      }
    >
      <OtherNoticeFields
        typed={typed}
        today={today}
        problems={hasTried ? problems : null}
        onChange={(changes) => setTyped({ ...typed, ...changes })}
      />
      {others.length > 0 && (
        <Checkbox checked={isForAll} onChange={(event) => setForAll(event.target.checked)}>
          {`另外${others.length}名劳务派遣人员也是这样`}
        </Checkbox>
      )}
      {act.refusal !== null && (
        <WarningLine level="block" isAnswer>
          {act.refusal}
        </WarningLine>
      )}
    </Dialog>
  );
}

type FieldsProps = Readonly<{
  typed: Typed;
  today: PlainDate;
  problems: Readonly<Record<'otherUnit' | 'postedOn' | 'place', string | null>> | null;
  onChange(changes: Partial<Typed>): void;
}>;

function OtherNoticeFields({ typed, today, problems, onChange }: FieldsProps) {
  const other = SIDE_WORDS[typed.ownSide === 'host-unit' ? 'dispatch-company' : 'host-unit'];
  return (
    <>
      <div className="form-field">
        <span className="form-label" id="own-side">
          本单位是
        </span>
        <Radio.Group
          aria-labelledby="own-side"
          value={typed.ownSide}
          options={DISPATCH_SIDES.map((side) => ({ value: side, label: SIDE_WORDS[side] }))}
          onChange={(event) => onChange({ ownSide: event.target.value as DispatchSide })}
        />
      </div>
      <Field label={`${other}全称`} isRequired problem={problems?.otherUnit ?? null}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={100}
            value={typed.otherUnit}
            onChange={(event) => onChange({ otherUnit: event.target.value })}
          />
        )}
      </Field>
      <DateField
        label={`${other}的发布日`}
        isRequired
        note="期满按同样的算法：发布当天不计，满5个工作日。"
        value={typed.postedOn}
        today={today}
        problem={problems?.postedOn ?? null}
        onChange={(postedOn) => onChange({ postedOn })}
      />
      <Field label={`${other}的公示地点和方式`} isRequired problem={problems?.place ?? null}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={200}
            value={typed.place}
            onChange={(event) => onChange({ place: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
