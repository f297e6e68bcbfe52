/** 「公示」: plan a notice, watch it, conclude it, and what closes when (ux 3.6). */
import { useState } from 'react';
import { LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { DeadlinesTab } from './deadlines-tab.tsx';
import { NoticesTab } from './notices-tab.tsx';
import { PlannerTab } from './planner.tsx';
import { publicityTrouble } from './trouble-words.ts';
import { PUBLICITY_TABS, type Board, type Posted, type PublicityPlace, type PublicityTab } from './types.ts';
import { useBoard } from './use-board.ts';
import { leftOutSentence, tabCounts, tabOf, TAB_WORDS } from './words.ts';
import './publicity.css';
import './picker.css';
import './deadlines.css';
import './planner.css';
import './planner-calendar.css';
import './planner-sum.css';
import './planner-widths.css';
import './notice.css';
import './notice-cards.css';
import './notice-proof.css';

type Props = Readonly<{
  place: PublicityPlace;
  onPlace(place: Partial<PublicityPlace> & Pick<PublicityPlace, 'tab'>): void;
  onOpen(applicationId: string): void;
  onQueue(): void;
}>;

export function PublicityScreen({ place, onPlace, onOpen, onQueue }: Props) {
  const board = useBoard();
  const [said, setSaid] = useState<string | null>(null);
  // a notice that ends or is concluded while one looks at it takes the screen along
  const shown = board.value?.notices.find(({ id }) => id === place.noticeId);
  const tab = shown ? tabOf(shown) : place.tab;

  function go(to: Parameters<Props['onPlace']>[0]): void {
    setSaid(null);
    onPlace(to);
  }
  function onPosted({ noticeId, posted, leftOut }: Posted): void {
    onPlace({ tab: 'running', noticeId });
    setSaid(`已生成公示，${posted}人。${leftOutSentence(leftOut, '未加入')}`);
  }
  return (
    <main className="publicity" aria-label="公示">
      <PublicityBar board={board.value} tab={tab} onTab={(chosen) => go({ tab: chosen })} />
      {said !== null && (
        <div className="publicity-said">
          <WarningLine level="good" isAnswer>
            {said}
            <button type="button" className="text-act" onClick={() => setSaid(null)}>
              知道了
            </button>
          </WarningLine>
        </div>
      )}
      <div className="publicity-body">
        {board.error && !board.value && (
          <TroubleBlock trouble={publicityTrouble('board', board.error)} onRetry={board.refetch} />
        )}
        {!board.value && !board.error && <LoadingBlock rows={8} />}
        {board.value && tab === 'plan' && (
          <PlannerTab
            board={board.value}
            brought={place.applicationIds}
            onTaken={() => onPlace({ tab: 'plan' })}
            onPosted={onPosted}
            onQueue={onQueue}
          />
        )}
        {board.value && tab === 'deadlines' && (
          <DeadlinesTab
            board={board.value}
            onOpen={onOpen}
            onPlan={(applicationIds) => go({ tab: 'plan', applicationIds })}
          />
        )}
        {board.value && tab !== 'plan' && tab !== 'deadlines' && (
          <NoticesTab
            board={board.value}
            tab={tab}
            noticeId={place.noticeId}
            onNotice={(noticeId) => go({ tab, noticeId })}
            onShown={(noticeId) => onPlace({ tab, noticeId })}
            onConcluded={setSaid}
            onOpen={onOpen}
            onQueue={onQueue}
          />
        )}
      </div>
    </main>
  );
}

type BarProps = Readonly<{ board: Board | undefined; tab: PublicityTab; onTab(tab: PublicityTab): void }>;

function PublicityBar({ board, tab, onTab }: BarProps) {
  const counts = board && tabCounts(board);
  return (
    <header className="publicity-bar">
      <h1 className="page-title">公示</h1>
      <nav className="publicity-tabs" aria-label="公示的栏">
        {PUBLICITY_TABS.map((id) => (
          <button
            key={id}
            type="button"
            className="publicity-tab"
            aria-current={id === tab ? 'page' : undefined}
            onClick={() => onTab(id)}
          >
            {TAB_WORDS[id]}
            {counts?.[id] !== null && counts?.[id] !== undefined && (
              <span className="publicity-count" title={`${counts[id]}人`}>
                {counts[id]}
              </span>
            )}
          </button>
        ))}
      </nav>
    </header>
  );
}
