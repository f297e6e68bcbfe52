/** The confirmation: restates the fact, the button is a verb; the last chance is asked for twice. */
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { moduleDef, MODULES, type ModuleId } from '#model/modules.ts';
import { lineText } from '#model/return-letter.ts';
import type { Decision } from '#model/application.ts';
import { formatMonthDayShort } from '#model/beijing-time.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { DECISION_WORDS } from '../../ui/decision-words.ts';
import { SeverityGlyph, severityWord } from '../../ui/severity.tsx';
import { inOrder, isStanding, type Found } from './finding-list.ts';
import { LetterText } from './letter.tsx';
import { moduleNames, type Detail } from './words.ts';

type Props = Readonly<{
  detail: Detail;
  decision: Decision;
  text: string;
  unseen: readonly ModuleId[];
  /** whether the letter speaks of a finding, by its key */
  isWritten(key: string): boolean;
  /** leaves at once: it cannot be taken back */
  isRush: boolean;
  isBusy: boolean;
  onConfirm(lastChanceConfirmed: boolean): void;
  onModule(id: ModuleId): void;
  onCancel(): void;
}>;

export function DecideDialog(props: Props) {
  const { detail, decision, onConfirm } = props;
  const isLast = decision !== 'approve' && detail.row.chancesLeft === 1;
  const [isAskingAgain, setAskingAgain] = useState(false);
  if (isLast && isAskingAgain) return <LastChanceDialog {...props} />;
  return <SummaryDialog {...props} onConfirm={() => (isLast ? setAskingAgain(true) : onConfirm(false))} />;
}

function SummaryDialog(props: Omit<Props, 'onConfirm'> & Readonly<{ onConfirm(): void }>) {
  const { detail, decision, text, unseen, isRush, isBusy, onConfirm, onModule, onCancel } = props;
  const { applicant, filing } = detail.application;
  const word = DECISION_WORDS[decision];
  const firstUnseen = unseen[0];
  const isUnseenApproval = decision === 'approve' && firstUnseen !== undefined;
  return (
    <Dialog
      title={`确认${word}`}
      onCancel={onCancel}
      footer={
        <>
          {isUnseenApproval && (
            <Button type="primary" onClick={() => onModule(firstUnseen)}>
              去看
            </Button>
          )}
          <Button onClick={onCancel} autoFocus={decision !== 'approve'}>
            再想想
          </Button>
          <Button
            type={isUnseenApproval ? 'default' : 'primary'}
            loading={isBusy}
            onClick={onConfirm}
            autoFocus={decision === 'approve' && !isUnseenApproval}
          >
            {isUnseenApproval ? '仍然通过' : `确认${word}`}
          </Button>
        </>
      }
    >
      <p className="summary-fact">
        <strong>{applicant.name}</strong> {`${filing.title}。${factWords(detail, decision)}`}
      </p>
      {isUnseenApproval && (
        <WarningLine level="warn">{`还有${unseen.length}个模块没看：${moduleNames(unseen)}。`}</WarningLine>
      )}
      {decision === 'reset' && (
        <WarningLine level="warn">重置会清空申报人选的单位、年度、类别和评委会，要重新选。</WarningLine>
      )}
      <div
        className="letter"
        tabIndex={0}
        role="group"
        aria-label={decision === 'approve' ? '审核意见' : '将送达的原文'}
      >
        <span className="letter-title">
          {decision === 'approve' ? '审核意见' : `申报人将看到（${text.trim().length}字）`}
        </span>
        <LetterText text={text.trim()} />
      </div>
      {isRush && <p className="second">离截止不到2小时，确认后立即发送，不能撤回。</p>}
    </Dialog>
  );
}

function factWords({ row, unitForms }: Detail, decision: Decision): string {
  const seen = `已看${row.seen.done}/${MODULES.length}`;
  if (decision === 'approve') {
    if (!unitForms.publicity) return `${seen}。`;
    const { postedOn, endsOn, outcome } = unitForms.publicity.record;
    const result = outcome === 'objection-settled' ? '异议已核实' : '无异议';
    return `${seen}，公示${formatMonthDayShort(postedOn)}至${formatMonthDayShort(endsOn)}${result}。`;
  }
  return `${seen}。用1次机会，${DECISION_WORDS[decision]}后剩${row.chancesLeft - 1}次。`;
}

/** Nobody spends the last one without having read everything that was found (ux 3.4). */
function LastChanceDialog({ detail, decision, isWritten, isBusy, onConfirm, onCancel }: Props) {
  const [isRead, setRead] = useState(false);
  return (
    <Dialog
      title="最后一次机会"
      isGrave
      widthPx={680}
      onCancel={onCancel}
      footer={
        <>
          <Button onClick={onCancel} autoFocus>
            取消
          </Button>
          <Button danger type="primary" loading={isBusy} disabled={!isRead} onClick={() => onConfirm(true)}>
            用掉最后一次机会
          </Button>
        </>
      }
    >
      <p className="summary-fact">
        {`${detail.application.applicant.name}的4次机会已用3次。这次${DECISION_WORDS[decision]}后，再发现问题也不能退回。`}
      </p>
      {detail.findings.length > 0 && (
        <ul className="last-findings" aria-label="全部问题">
          {inOrder(detail.findings).map((finding) => (
            <li key={finding.key}>
              <SeverityGlyph severity={finding.severity} label={severityWord(finding.severity)} />
              <span>
                <strong>{finding.moduleId === null ? '整件申报' : moduleDef(finding.moduleId).shortName}</strong>
                {lineText(finding)}
              </span>
              <span className="second">{writtenWords(finding, isWritten(finding.key))}</span>
            </li>
          ))}
        </ul>
      )}
      <Checkbox checked={isRead} onChange={(event) => setRead(event.target.checked)}>
        我已逐项看完。这是最后一次机会，用完后本年度不能再返回或重置。
      </Checkbox>
    </Dialog>
  );
}

function writtenWords(finding: Found, isWritten: boolean): string {
  if (!isStanding(finding)) return '已说明';
  if (finding.audience === 'unit') return '本单位办';
  return isWritten ? '已写进意见' : '没有写进';
}
