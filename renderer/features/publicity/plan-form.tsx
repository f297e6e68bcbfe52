/** The left pane of the planner: who, from which day, where, and to whom one objects. */
import { Button } from 'antd';
import { useMemo, type RefObject } from 'react';
import { formatMonthDay, formatMonthDayShort, formatTime, plainDate } from '#model/beijing-time.ts';
import type { NoticeFacts, RequiredNoticeFact } from '#model/notice-text.ts';
import { DateField } from '../../ui/date-field.tsx';
import { KeyButton } from '../../ui/key-button.tsx';
import { troubleOf, troubleText } from '../../ui/trouble.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { shortCommittee } from '../queue/index.ts';
import { NoticeFactFields } from './notice-fact-fields.tsx';
import { NoticePaper } from './notice-paper.tsx';
import type { Board, Plan, PlanDay } from './types.ts';
import type { Planner } from './use-planner.ts';
import { committeesWords, onNotice, peopleWords } from './words.ts';

type Props = Readonly<{
  board: Board;
  planner: Planner;
  facts: NoticeFacts;
  /** of the required ones, which are empty; said only once posting was tried */
  missing: readonly RequiredNoticeFact[];
  /** the notice as it would be posted; shown where there is room */
  text: string;
  form: RefObject<HTMLDivElement | null>;
  onPick(): void;
  onShowText(): void;
  onPost(): void;
}>;

export function PlanForm({ board, planner, facts, missing, text, form, onPick, onShowText, onPost }: Props) {
  const { saving, plan } = planner;
  const places = useMemo(() => [...new Set(board.notices.map(({ place }) => place))], [board.notices]);
  return (
    <section className="plan-form" aria-label="新公示">
      <header className="publicity-head">
        <h2>新公示</h2>
        <span className="second publicity-note" role="status">
          {saving.savedAt !== null && saving.problem === null && `已保存 ${formatTime(saving.savedAt)}`}
        </span>
      </header>
      <div className="plan-fields" ref={form}>
        {saving.problem !== null && (
          <WarningLine level="block" isAnswer>
            {troubleText(troubleOf(saving.problem))}
          </WarningLine>
        )}
        <Chosen planner={planner} waiting={board.waiting.length} onPick={onPick} />
        <DateField
          label="发布日"
          isRequired
          value={planner.postedOn}
          today={plainDate(board.today)}
          onChange={(postedOn) => planner.change({ postedOn: postedOn || board.today })}
        />
        {planner.postedOn < board.today && (
          <WarningLine level="hint">
            发布日在今天之前。那天还没有贴出的，
            <button type="button" className="text-act" onClick={() => planner.change({ postedOn: board.today })}>
              改到今天
            </button>
          </WarningLine>
        )}
        {plan?.isPostingDayOff && plan.postedOn === planner.postedOn && (
          <DayOffLine plan={plan} onMove={(postedOn) => planner.change({ postedOn })} />
        )}
        <NoticeFactFields
          facts={facts}
          places={places}
          missing={missing}
          onChange={(next) => planner.change({ facts: next })}
        />
        <div className="form-preview">
          <p className="second">公示通知（预览）</p>
          <NoticePaper text={text} />
        </div>
      </div>
      <footer className="publicity-foot">
        <Button color="default" variant="filled" onClick={onShowText}>
          看通知
        </Button>
        <KeyButton keys="Ctrl+Enter" type="primary" onClick={onPost}>
          生成公示
        </KeyButton>
      </footer>
    </section>
  );
}

const NAMED = 6;

type ChosenProps = Readonly<{ planner: Planner; waiting: number; onPick(): void }>;

function Chosen({ planner: { chosen, plan, said }, waiting, onPick }: ChosenProps) {
  // those too late are chosen and yet will not be on it: the loud number is of those who will
  const included = useMemo(() => (plan ? onNotice(chosen, plan) : chosen), [chosen, plan]);
  const names = included.map(({ name }) => name);
  const dispatch = included.filter(({ employment }) => employment === 'dispatch').length;
  return (
    <div className="chosen-part">
      <span className="form-label">申报人</span>
      <p className="chosen-count">
        <strong>{`${included.length}人`}</strong>
        <span className="second cut">{included.length > 0 && committeesWords(included, shortCommittee)}</span>
        <button type="button" className="text-act" onClick={onPick}>
          增减
        </button>
      </p>
      {names.length > 0 ? (
        <p className="chosen-names">
          {`${peopleWords(names, names.length, NAMED)} `}
          {names.length > NAMED && (
            <button type="button" className="text-act" onClick={onPick}>
              看全部
            </button>
          )}
        </p>
      ) : (
        <p className="chosen-names second">
          {chosen.length === 0 ? '还没有选人。点“增减”，或从申报审核选人。' : '选的人都赶不上截止，见右边的表。'}
        </p>
      )}
      {chosen.length > 0 && waiting > chosen.length && (
        <p className="chosen-names second">{`另有${waiting - chosen.length}人待安排，没有选。`}</p>
      )}
      {said !== null && (
        <WarningLine level="hint" isAnswer>
          {said}
        </WarningLine>
      )}
      {dispatch > 0 && (
        <WarningLine level="warn">
          {`其中${dispatch}人为劳务派遣，派遣公司和用工单位都要公示（指南第18问）。`}
        </WarningLine>
      )}
    </div>
  );
}

const WORKED: ReadonlySet<PlanDay['kind']> = new Set(['workday', 'makeup-workday']);

function DayOffLine({ plan, onMove }: Readonly<{ plan: Plan; onMove(date: string): void }>) {
  const next = plan.days.find(({ date, kind }) => date > plan.postedOn && WORKED.has(kind));
  return (
    <WarningLine level="warn">
      {`${formatMonthDayShort(plan.postedOn)}是休息日，单位里没有人看得到。`}
      {next && (
        <button type="button" className="text-act" onClick={() => onMove(next.date)}>
          {`改到${formatMonthDay(next.date)}`}
        </button>
      )}
    </WarningLine>
  );
}
