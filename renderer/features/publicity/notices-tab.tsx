/** 「公示中」「已满待结论」「已结束」: the notices at the left, the one chosen beside them. */
import { Button } from 'antd';
import { useEffect, useEffectEvent, type KeyboardEvent } from 'react';
import { formatMonthDay } from '#model/beijing-time.ts';
import { EmptyBlock } from '../../ui/blocks.tsx';
import { isComposing } from '../../ui/ime-guard.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { NoticeView } from './notice-view.tsx';
import type { Board, NoticeSummary, PublicityTab } from './types.ts';
import { noticeName, noticeState, peopleWords, tabOf } from './words.ts';

type Props = Readonly<{
  board: Board;
  tab: PublicityTab;
  noticeId: string | null;
  onNotice(noticeId: string): void;
  /** the notice that is shown without having been chosen: from now on the screen follows it */
  onShown(noticeId: string): void;
  onConcluded(said: string): void;
  onOpen(applicationId: string): void;
  onQueue(): void;
}>;

const NOTHING: Readonly<Partial<Record<PublicityTab, string>>> = {
  running: '没有在公示的。',
  over: '没有公示期已满、等结论的。',
  done: '还没有结束的公示。',
};

export function NoticesTab({ board, tab, noticeId, onNotice, onShown, onConcluded, onOpen, onQueue }: Props) {
  const notices = board.notices.filter((notice) => tabOf(notice) === tab);
  const shown = notices.find(({ id }) => id === noticeId) ?? notices[0];
  const shownId = shown?.id ?? null;
  const follow = useEffectEvent(onShown);
  useEffect(() => {
    if (shownId !== null && shownId !== noticeId) follow(shownId);
  }, [shownId, noticeId]);
  if (!shown) {
    return <EmptyBlock text={NOTHING[tab] ?? ''} action={<Button onClick={onQueue}>从申报审核选人</Button>} />;
  }
  return (
    <div className="notices">
      <NoticeList notices={notices} shown={shown} onNotice={onNotice} />
      <NoticeView key={shown.id} id={shown.id} today={board.today} onConcluded={onConcluded} onOpen={onOpen} />
    </div>
  );
}

type ListProps = Readonly<{ notices: readonly NoticeSummary[]; shown: NoticeSummary; onNotice: Props['onNotice'] }>;

/** One tab stop; what the arrows reach is shown at once. */
function NoticeList({ notices, shown, onNotice }: ListProps) {
  const activeId = `notice-${shown.id}`;
  useEffect(() => {
    document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = MOVES[event.key]?.(notices.indexOf(shown), notices.length);
    if (target === undefined) return;
    event.preventDefault();
    const next = notices[Math.max(0, Math.min(notices.length - 1, target))];
    if (next) onNotice(next.id);
  }
  return (
    <ul
      className="notice-list"
      role="listbox"
      tabIndex={0}
      aria-label="公示"
      aria-activedescendant={activeId}
      onKeyDown={onKeyDown}
    >
      {notices.map((notice) => (
        <li
          key={notice.id}
          id={`notice-${notice.id}`}
          role="option"
          aria-selected={notice.id === shown.id}
          className="notice-item"
          onClick={() => onNotice(notice.id)}
        >
          <span className="notice-item-top">
            <b>{noticeName(notice)}</b>
            <span className="second">{`${notice.people}人`}</span>
          </span>
          <span className="notice-item-end">{`${formatMonthDay(notice.endsOn)} 24:00满`}</span>
          <StatusTag {...noticeState(notice)} />
          <span className="second cut">{peopleWords(notice.names, notice.people)}</span>
          <span className="second cut">{notice.place}</span>
        </li>
      ))}
    </ul>
  );
}

const MOVES: Readonly<Record<string, (index: number, total: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: (_, total) => total - 1,
};
