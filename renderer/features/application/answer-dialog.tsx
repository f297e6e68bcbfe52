/** Why a finding does not count, or why it does not stand in the way (ux 3.3): a reason, and what it means. */
import { Button, Input, type GetRef } from 'antd';
import { useEffect, useRef } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { lineText } from '#model/return-letter.ts';
import { sourceWords } from './finding-list.ts';
import type { Answers } from './use-answers.ts';

export function AnswerDialog({ answers }: Readonly<{ answers: Answers }>) {
  const { asked, reason, refusal, isBusy } = answers;
  const box = useRef<GetRef<typeof Input.TextArea>>(null);
  const key = asked?.key;
  // by an effect: when a dialog is drawn first, what is in it is not on the page yet
  useEffect(() => {
    if (key !== undefined) box.current?.focus({ cursor: 'end' });
  }, [key]);
  if (!asked) return null;
  const isOverride = asked.severity === 'blocking';
  return (
    <Dialog
      title={isOverride ? '说明理由后放行' : '不是问题'}
      widthPx={560}
      isGrave={isOverride}
      onCancel={answers.cancel}
      footer={
        <>
          <Button onClick={answers.cancel}>取消</Button>
          <Button type="primary" loading={isBusy} onClick={() => void answers.confirm()}>
            {isOverride ? '记下理由并放行' : '记下理由'}
          </Button>
        </>
      }
    >
      <p>
        {lineText(asked)}
        <span className="second">{`（${sourceWords(asked.source)}）`}</span>
      </p>
      {isOverride && (
        <WarningLine level="block">
          这是必须解决的问题，指南只在有正当理由时留有余地。放行后它不再拦住“通过”，由本单位对此负责；理由、经办人和时间一并留存备查。
        </WarningLine>
      )}
      <label className="answer-reason">
        {isOverride ? '放行的理由和依据' : '为什么不是问题'}
        <Input.TextArea
          ref={box}
          maxLength={300}
          autoSize={{ minRows: 3, maxRows: 6 }}
          value={reason}
          placeholder={
            isOverride ? '例：借入单位的岗位职责说明和履职证明已核对，见附件。' : '例：已与原件核对，以证书为准。'
          }
          onChange={(event) => answers.type(event.target.value)}
        />
      </label>
      {refusal !== null && (
        <WarningLine level="block" isAnswer>
          {refusal}
        </WarningLine>
      )}
    </Dialog>
  );
}
