/** 「单位」: what the unit says of itself, the way its papers take, and everything that was changed (ux 3.15). */
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { PlainDate } from '#model/beijing-time.ts';
import { formatTime } from '#model/beijing-time.ts';
import { api, useQuery } from '../../client/index.ts';
import { EmptyBlock, LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { KeyButton } from '../../ui/key-button.tsx';
import { troubleOf } from '../../ui/trouble.ts';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { FormerNames, HistoryList } from './history-list.tsx';
import { RouteSteps } from './route-steps.tsx';
import type { OwnUnit, UnitForm, UnitHistory } from './types.ts';
import { UnitFields } from './unit-fields.tsx';
import { useUnitForm, type UnitFormState } from './use-unit-form.ts';
import { formChanges, formProblems, unitTrouble } from './words.ts';
import './unit.css';

type Props = Readonly<{
  /** to the form that binds this computer to the city */
  onEnrol(): void;
}>;

export function UnitScreen({ onEnrol }: Props) {
  const own = useQuery('unit', () => api.unit.get({}), { refetchOn: { 'unit.changed': true } });
  const history = useQuery('unit.history', () => api.unit.history({}), {
    refetchOn: { 'unit.changed': true, 'sync.changed': true },
  });
  const error = own.error ?? history.error;
  if (error && !(own.value && history.value)) {
    return <TroubleBlock trouble={troubleOf(error)} onRetry={own.value ? history.refetch : own.refetch} />;
  }
  if (!own.value || !history.value) return <LoadingBlock />;
  if (!own.value.unit) {
    return (
      <EmptyBlock
        text="还没有登录市系统。"
        second="登录后取回单位信息，就能在这里看和改。"
        action={
          <Button type="primary" onClick={onEnrol}>
            登录市系统
          </Button>
        }
      />
    );
  }
  return <UnitPage unit={own.value.unit} history={history.value} />;
}

function UnitPage({ unit, history }: Readonly<{ unit: OwnUnit; history: UnitHistory }>) {
  const state = useUnitForm(unit);
  if (!state.form) return <LoadingBlock />;
  return <UnitDesk unit={unit} history={history} state={state} form={state.form} />;
}

type DeskProps = Readonly<{ unit: OwnUnit; history: UnitHistory; state: UnitFormState; form: UnitForm }>;

function UnitDesk({ unit, history, state, form }: DeskProps) {
  const today = history.today as PlainDate;
  const changes = formChanges(unit, form);
  const submit = useSubmit({ unit, form, state, today });
  useHotKeys({ 'mod+enter': submit.ask }, { isOff: submit.isAsking });
  return (
    <main className="unit-screen" aria-label="单位">
      <header className="unit-bar">
        <h1 className="page-title">单位</h1>
        <span className="second">单位信息，带*的必填</span>
        <span className="second unit-saved" role="status">
          {state.problem
            ? unitTrouble(state.problem)
            : state.savedAt === null
              ? ''
              : `已保存 ${formatTime(state.savedAt)}`}
        </span>
      </header>
      <section className="unit-pane" aria-label="单位信息">
        <div className="unit-scroll">
          <UnitFields
            unit={unit}
            form={form}
            today={today}
            problems={submit.isTried ? formProblems(unit, form, today) : {}}
            onChange={state.change}
          />
        </div>
        {submit.said && (
          <div className="unit-said">
            <WarningLine level={submit.said.level} isAnswer>
              {submit.said.words}
            </WarningLine>
          </div>
        )}
        <footer className="unit-foot">
          {changes.length > 0 && (
            <Button color="default" variant="filled" onClick={() => void state.drop()}>
              恢复原来的
            </Button>
          )}
          <span className="unit-foot-end">
            <span className="second">{changes.length === 0 ? '没有改动' : `改了${changes.length}处，还没有提交`}</span>
            <KeyButton
              keys="Ctrl+Enter"
              color="primary"
              variant={changes.length > 0 ? 'solid' : 'outlined'}
              onClick={submit.ask}
            >
              提交修改
            </KeyButton>
          </span>
        </footer>
      </section>
      <section className="unit-pane is-side" aria-label="报送路径和修改记录">
        <div className="unit-scroll" tabIndex={0} role="group" aria-label="报送路径和修改记录">
          <h2>报送路径</h2>
          <RouteSteps kind={form.kind} county={form.county.trim()} />
          <h2>曾用名</h2>
          <FormerNames unit={unit} />
          <h2>修改记录</h2>
          <HistoryList changes={history.changes} />
        </div>
      </section>
      {submit.isAsking && (
        <ChangeDialog
          changes={changes}
          renamedOn={form.renamedOn}
          underway={history.underway}
          isBusy={submit.isBusy}
          onConfirm={() => void submit.confirm()}
          onCancel={submit.cancel}
        />
      )}
    </main>
  );
}

type Said = Readonly<{ level: 'block' | 'good'; words: string }>;
type SubmitOptions = Readonly<{ unit: OwnUnit; form: UnitForm; state: UnitFormState; today: PlainDate }>;

function useSubmit({ unit, form, state, today }: SubmitOptions) {
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  // one id for one act: pressing twice, or a lost answer, changes once
  const commandId = useRef(crypto.randomUUID());

  function refuse(code: string): void {
    setSaid({ level: 'block', words: unitTrouble({ code, message: code }) });
  }
  return {
    isTried,
    isAsking,
    isBusy,
    said,
    cancel: () => setAsking(false),
    ask() {
      setTried(true);
      const problems = formProblems(unit, form, today);
      if (formChanges(unit, form).length === 0) refuse('nothing-changed');
      else if (problems.renamedOn !== undefined) refuse('rename-undated');
      else if (Object.keys(problems).length > 0) refuse('facts-incomplete');
      else {
        setSaid(null);
        setAsking(true);
      }
    },
    async confirm() {
      if (isBusy) return;
      setBusy(true);
      const { renamedOn, ...facts } = form;
      const day = renamedOn === '' ? null : renamedOn;
      const answer = await api.unit.update({ commandId: commandId.current, facts: { ...facts, renamedOn: day } });
      setBusy(false);
      setAsking(false);
      if (!answer.ok) return setSaid({ level: 'block', words: unitTrouble(answer.error) });
      commandId.current = crypto.randomUUID();
      await state.drop();
      setTried(false);
      setSaid({ level: 'good', words: '单位信息已修改，联网后报市系统。' });
    },
  };
}
