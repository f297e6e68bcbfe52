/** 「待安排」: choose, see the days counted out, post (ux 3.6, mock 04). */
import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { plainDate } from '#model/beijing-time.ts';
import { missingNoticeFacts, noticeText } from '#model/notice-text.ts';
import { api, useQuery } from '../../client/index.ts';
import { EmptyBlock, LoadingBlock } from '../../ui/blocks.tsx';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import { GroupTable } from './group-table.tsx';
import { NameList } from './name-list.tsx';
import { toggled } from './new-notice.ts';
import { NoticeDialog } from './notice-paper.tsx';
import { PeoplePicker } from './people-picker.tsx';
import { PlanCalendar } from './plan-calendar.tsx';
import { PlanForm } from './plan-form.tsx';
import { PostDialog } from './post-dialog.tsx';
import { SumPane } from './sum-pane.tsx';
import type { Board, NoticeDraft, Posted } from './types.ts';
import { UncountedPane } from './uncounted-pane.tsx';
import { usePlanner, type Planner } from './use-planner.ts';
import { onNotice } from './words.ts';

type Props = Readonly<{
  board: Board;
  brought: readonly string[];
  onTaken(): void;
  onPosted(posted: Posted): void;
  onQueue(): void;
}>;

export function PlannerTab({ board, brought, onTaken, onPosted, onQueue }: Props) {
  const planner = usePlanner({ board, brought, onTaken });
  if (board.waiting.length === 0) {
    return (
      <EmptyBlock
        text="没有待安排公示的人。"
        second={planner.said ?? '在单位审核、还没有公示的申报会出现在这里。'}
        action={<Button onClick={onQueue}>看申报审核</Button>}
      />
    );
  }
  if (!planner.draft) return <LoadingBlock rows={8} />;
  return <PlanDesk board={board} planner={planner} draft={planner.draft} onPosted={onPosted} />;
}

type DeskProps = Readonly<{ board: Board; planner: Planner; draft: NoticeDraft }> & Pick<Props, 'onPosted'>;

type Layer = 'people' | 'text' | 'post';

function PlanDesk({ board, planner, draft, onPosted }: DeskProps) {
  const { chosen, plan, planFailure, postedOn, change } = planner;
  const [layer, setLayer] = useState<Layer | null>(null);
  const [hasTried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const missing = missingNoticeFacts(draft.facts);
  const shownPlan = planFailure ? undefined : plan;
  const text = useDraftText(planner, draft);

  function post(): void {
    setTried(true);
    if (missing.length === 0) setLayer('post');
    // once the problems are drawn, the first of them takes the focus
    else setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
  useHotKeys({ 'mod+enter': post, 'mod+f': () => setLayer('people') }, { isOff: layer !== null });

  return (
    <div className="planner">
      <PlanForm
        board={board}
        planner={planner}
        facts={draft.facts}
        missing={hasTried ? missing : []}
        text={text}
        form={form}
        onPick={() => setLayer('people')}
        onShowText={() => setLayer('text')}
        onPost={post}
      />
      <div className="plan-middle">
        <PlanCalendar
          today={plainDate(board.today)}
          postedOn={postedOn}
          plan={shownPlan}
          onPostedOn={(date) => change({ postedOn: date })}
        />
        {shownPlan && <GroupTable plan={shownPlan} />}
        {shownPlan && <NameList plan={shownPlan} />}
      </div>
      {planFailure ? (
        <UncountedPane failure={planFailure} onRetry={planner.retryPlan} />
      ) : (
        plan && <SumPane plan={plan} />
      )}
      {layer === 'people' && (
        <PeoplePicker
          waiting={board.waiting}
          chosen={chosen}
          onToggle={(toggle) =>
            change({
              applicationIds: toggled(
                chosen.map(({ id }) => id),
                toggle,
              ),
            })
          }
          onClose={() => setLayer(null)}
        />
      )}
      {layer === 'text' && <NoticeDialog text={text} onClose={() => setLayer(null)} />}
      {layer === 'post' && (
        <PostDialog
          planner={planner}
          plan={shownPlan}
          draft={draft}
          onClose={() => setLayer(null)}
          onPosted={(posted) => {
            planner.settle();
            onPosted(posted);
          }}
        />
      )}
    </div>
  );
}

/** The notice as it would be posted now: those too late are not on it. */
function useDraftText({ chosen, plan, planFailure, postedOn }: Planner, { facts }: NoticeDraft): string {
  const unit = useQuery('unit', () => api.unit.get({}), { refetchOn: { 'unit.changed': true } }).value;
  return useMemo(() => {
    const isCounted = plan !== undefined && planFailure === undefined && plan.postedOn === postedOn;
    return noticeText({
      unitName: unit?.unit?.name ?? '',
      year: unit?.year ?? Number(postedOn.slice(0, 4)),
      postedOn,
      endsOn: isCounted ? plan.endsOn : null,
      people: isCounted ? onNotice(chosen, plan) : chosen,
      facts,
    });
  }, [chosen, plan, planFailure, postedOn, facts, unit]);
}
