/** What is asked before an opinion leaves the unit, and before others get a draft. */
import { Button } from 'antd';
import type { OpinionCheck } from '#model/opinion-checks.ts';
import type { OpinionForm } from '#model/opinion-form.ts';
import { countCharacters, type OpinionFacts } from '#model/opinion-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';

type SubmitProps = Readonly<{
  facts: OpinionFacts;
  text: string;
  /** 1 for the first */
  number: number;
  looks: readonly OpinionCheck[];
  isBusy: boolean;
  onConfirm(): void;
  onCancel(): void;
}>;

export function SubmitDialog({ facts, text, number, looks, isBusy, onConfirm, onCancel }: SubmitProps) {
  return (
    <Dialog
      title="确认提交基层单位意见"
      widthPx={640}
      onCancel={onCancel}
      footer={
        <>
          <Button onClick={onCancel}>再看看</Button>
          <Button type="primary" autoFocus loading={isBusy} onClick={onConfirm}>
            确认提交
          </Button>
        </>
      }
    >
      <p className="summary-fact">
        <strong>{facts.name}</strong> {`${facts.title}，第${number}稿。提交后报市系统；审核通过以前还可以修改。`}
      </p>
      {looks.map(({ code, title, text: words }) => (
        <WarningLine key={code + title} level="warn">
          {words}
        </WarningLine>
      ))}
      <div className="letter">
        <span className="letter-title">{`将提交的内容（${countCharacters(text)}字）`}</span>
        <p>{text}</p>
      </div>
    </Dialog>
  );
}

type DraftProps = Readonly<{
  form: OpinionForm;
  count: number;
  isBusy: boolean;
  onConfirm(): void;
  onCancel(): void;
}>;

export function DraftManyDialog({ form, count, isBusy, onConfirm, onCancel }: DraftProps) {
  return (
    <Dialog
      title={`起草其余${count}位`}
      onCancel={onCancel}
      footer={
        <>
          <Button onClick={onCancel}>先不起草</Button>
          <Button type="primary" autoFocus loading={isBusy} onClick={onConfirm}>
            {`起草${count}份`}
          </Button>
        </>
      }
    >
      <p>{`把这一份的推荐情况写进其余${count}位的草稿：${commonWords(form)}。`}</p>
      <p>评价部分不写，须逐人填写；推荐意见里的资格换成各人申报的。已经填过的人不动。</p>
    </Dialog>
  );
}

/** What the others get, as far as it is filled in here. */
function commonWords({ way, scope, meetingOn, attended, head }: OpinionForm): string {
  const parts = [way, scope, meetingOn, attended === null ? '' : `实到${attended}人`, head].filter(Boolean);
  return parts.length === 0 ? '这里还没有填' : parts.join('，');
}
