/** The acts that change a posted notice; each says what follows, asks why where it is kept, and is a verb. */
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatDate, formatMonthDay, type PlainDate } from '#model/beijing-time.ts';
import { missingNoticeFacts } from '#model/notice-text.ts';
import type { Result } from '#model/result.ts';
import { api, useQuery } from '../../client/index.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { NoticeFactFields } from './notice-fact-fields.tsx';
import { publicityRefusal } from './trouble-words.ts';
import type { Notice, NoticePerson, PublicityMethod } from './types.ts';
import { useAct } from './use-act.ts';
import { noticeName, peopleWords, tooLateWords } from './words.ts';

type ReasonProps = Readonly<{
  title: string;
  /** the verb of the button that does it */
  verb: string;
  method: PublicityMethod;
  isGrave?: boolean;
  /** what else stands in the way, in words */
  obstacle?: string | null;
  call(reason: string): Promise<Result<null>>;
  onClose(): void;
  children: ReactNode;
}>;

/** What follows from the act, and why it is done: the reason is kept with it. */
function ReasonDialog({ title, verb, method, isGrave = false, obstacle = null, call, onClose, children }: ReasonProps) {
  const act = useAct();
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const isEmpty = reason.trim() === '';
  async function confirm(): Promise<void> {
    setTried(true);
    if (isEmpty || obstacle !== null) return;
    if (await act.run(method, () => call(reason.trim()))) onClose();
  }
  return (
    <Dialog
      title={title}
      isGrave={isGrave}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不改</Button>
          <Button type="primary" danger={isGrave} loading={act.isBusy} onClick={() => void confirm()}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
      {hasTried && obstacle !== null && <WarningLine level="warn">{obstacle}</WarningLine>}
      <Field label="原因" isRequired problem={hasTried && isEmpty ? '写一句原因，会留在记录里。' : null}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 2, maxRows: 4 }}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
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

type NoticeProps = Readonly<{ notice: Notice; onClose(): void }>;
type PersonProps = NoticeProps & Readonly<{ person: NoticePerson }>;

export function MoveDialog({ notice, today, onClose }: NoticeProps & Readonly<{ today: PlainDate }>) {
  const { id: noticeId, postedOn: before } = notice.summary;
  const [postedOn, setPostedOn] = useState(before);
  return (
    <ReasonDialog
      title="改发布日"
      verb="改发布日"
      method="movePosting"
      obstacle={postedOn === before ? `发布日还是${formatDate(before)}，没有改。` : null}
      call={(reason) => api.publicity.movePosting({ noticeId, postedOn, reason })}
      onClose={onClose}
    >
      <p>{`现在是${formatDate(before)}发布，${formatMonthDay(notice.summary.endsOn)} 24:00期满。改后重新起算，通知的日期也跟着改，贴出的要换。`}</p>
      <DateField
        label="发布日"
        isRequired
        value={postedOn}
        today={today}
        onChange={(date) => setPostedOn(date || before)}
      />
      {postedOn !== before && <NewEnd notice={notice} postedOn={postedOn} />}
    </ReasonDialog>
  );
}

/** What the other day would mean, before it is taken. */
function NewEnd({ notice, postedOn }: Readonly<{ notice: Notice; postedOn: string }>) {
  const applicationIds = notice.people.filter(({ hasLeft }) => !hasLeft).map(({ id }) => id);
  const { value, error } = useQuery(`move ${postedOn}`, () => api.publicity.plan({ applicationIds, postedOn }), {
    keepsPrevious: true,
  });
  if (error) return <WarningLine level="warn">{publicityRefusal('plan', error)}</WarningLine>;
  if (!value) return null;
  const late = value.groups.filter(({ verdict }) => verdict === 'too-late');
  return (
    <>
      <WarningLine level="hint">{`改后${formatMonthDay(value.endsOn)} 24:00期满。`}</WarningLine>
      {late.map((group) => (
        <WarningLine key={`${group.committee} ${group.isDispatch}`} level="block">
          {`${peopleWords(
            group.people.map(({ name }) => name),
            group.people.length,
          )}：${tooLateWords(group, value)}`}
        </WarningLine>
      ))}
    </>
  );
}

export function CancelDialog({ notice, onClose }: NoticeProps) {
  const { id: noticeId, people } = notice.summary;
  return (
    <ReasonDialog
      title="撤销公示"
      verb="撤销这份公示"
      method="cancel"
      isGrave
      call={(reason) => api.publicity.cancel({ noticeId, reason })}
      onClose={onClose}
    >
      <p>{`${noticeName(notice.summary)}作废，${people}人回到待安排，要重新公示满5个工作日。记录保留。`}</p>
    </ReasonDialog>
  );
}

export function TakeOffDialog({ notice, person, onClose }: PersonProps) {
  const { id: applicationId, name } = person;
  return (
    <ReasonDialog
      title={`把${name}移出公示`}
      verb={`移出${name}`}
      method="takeOff"
      isGrave
      call={(reason) => api.publicity.takeOff({ noticeId: notice.summary.id, applicationId, reason })}
      onClose={onClose}
    >
      <p>{`${name}回到待安排，要通过得重新公示满5个工作日。其他人不受影响，贴出的名单要改。`}</p>
    </ReasonDialog>
  );
}

export function ReopenDialog({ notice, person, onClose }: PersonProps) {
  const { id: applicationId, name } = person;
  return (
    <ReasonDialog
      title="改回公示中"
      verb="取消结论"
      method="reopen"
      call={(reason) => api.publicity.reopen({ noticeId: notice.summary.id, applicationId, reason })}
      onClose={onClose}
    >
      <p>{`取消${name}的公示结论，改回没有结束的样子。日期不变；再结束之前不能通过。`}</p>
    </ReasonDialog>
  );
}

/** Place, contact and the like, corrected. */
export function AmendDialog({ notice, onClose }: NoticeProps) {
  const act = useAct();
  const [facts, setFacts] = useState(notice.facts);
  const [hasTried, setTried] = useState(false);
  const missing = missingNoticeFacts(facts);
  async function confirm(): Promise<void> {
    setTried(true);
    if (missing.length > 0) return;
    if (await act.run('amend', () => api.publicity.amend({ noticeId: notice.summary.id, facts }))) onClose();
  }
  return (
    <Dialog
      title="更正公示内容"
      widthPx={600}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不改</Button>
          <Button type="primary" loading={act.isBusy} onClick={() => void confirm()}>
            更正
          </Button>
        </>
      }
    >
      <p className="second">日期和名单不变。改前的内容留在记录里，贴出的通知要换。</p>
      <NoticeFactFields facts={facts} places={[]} missing={hasTried ? missing : []} onChange={setFacts} />
      {act.refusal !== null && (
        <WarningLine level="block" isAnswer>
          {act.refusal}
        </WarningLine>
      )}
    </Dialog>
  );
}
