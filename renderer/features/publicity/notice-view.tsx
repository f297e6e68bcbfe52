/** One notice: its dates, its people, what was objected, what proves it, and the acts that change it. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatMonthDay, plainDate, type PlainDate } from '#model/beijing-time.ts';
import { api, useQuery } from '../../client/index.ts';
import { LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { ChangeList } from './change-list.tsx';
import { ConcludeDialog } from './conclude-dialog.tsx';
import { DispatchPart } from './dispatch-part.tsx';
import { AmendDialog, CancelDialog, MoveDialog } from './notice-dialogs.tsx';
import { NoticeDialog } from './notice-paper.tsx';
import { ObjectionPart } from './objection-part.tsx';
import { PeopleTable } from './people-table.tsx';
import { PhotoPart } from './photo-part.tsx';
import { publicityTrouble } from './trouble-words.ts';
import type { Notice } from './types.ts';
import { noticeName, noticeState } from './words.ts';

type Props = Readonly<{
  id: string;
  today: string;
  /** what was concluded, in words: the notice may have moved on to another tab by then */
  onConcluded(said: string): void;
  onOpen(applicationId: string): void;
}>;

export function NoticeView({ id, today, onConcluded, onOpen }: Props) {
  const notice = useQuery(`notice ${id}`, () => api.publicity.notice({ id }), {
    refetchOn: { 'publicity.changed': true, 'applications.changed': true },
  });
  if (notice.error && !notice.value) {
    return <TroubleBlock trouble={publicityTrouble('notice', notice.error)} onRetry={notice.refetch} />;
  }
  if (!notice.value) return <LoadingBlock rows={10} />;
  return <NoticeBody notice={notice.value} today={plainDate(today)} onConcluded={onConcluded} onOpen={onOpen} />;
}

type Layer = 'text' | 'move' | 'amend' | 'cancel' | 'conclude';

type BodyProps = Readonly<{ notice: Notice; today: PlainDate }> & Pick<Props, 'onConcluded' | 'onOpen'>;

function NoticeBody({ notice, today, onConcluded, onOpen }: BodyProps) {
  const [layer, setLayer] = useState<Layer | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const close = () => setLayer(null);

  return (
    <section className="notice" aria-label={noticeName(notice.summary)}>
      <NoticeHead notice={notice} onLayer={setLayer} />
      <div className="notice-scroll" tabIndex={0} role="region" aria-label="公示内容">
        <DateStrip notice={notice} today={today} />
        <div className="notice-columns">
          <div className="notice-main">
            <ObjectionPart notice={notice} today={today} />
            <DispatchPart notice={notice} today={today} />
            <PeopleTable notice={notice} today={today} ticked={ticked} onTick={setTicked} onOpen={onOpen} />
          </div>
          <div className="notice-side">
            <FactList notice={notice} />
            <PhotoPart notice={notice} />
            <ChangeList notice={notice} />
          </div>
        </div>
      </div>
      {layer === 'text' && <NoticeDialog text={notice.text} onClose={close} />}
      {layer === 'move' && <MoveDialog notice={notice} today={today} onClose={close} />}
      {layer === 'amend' && <AmendDialog notice={notice} onClose={close} />}
      {layer === 'cancel' && <CancelDialog notice={notice} onClose={close} />}
      {layer === 'conclude' && (
        <ConcludeDialog
          notice={notice}
          today={today}
          ids={ticked}
          onClose={close}
          onDone={(text) => {
            close();
            setTicked(new Set());
            onConcluded(text);
          }}
        />
      )}
    </section>
  );
}

type HeadProps = Readonly<{ notice: Notice; onLayer(layer: Layer): void }>;

function NoticeHead({ notice: { summary }, onLayer }: HeadProps) {
  const isOpen = summary.state === 'running' || summary.state === 'over';
  const act = (layer: Layer, word: string): ReactNode => (
    <Button color="default" variant="text" onClick={() => onLayer(layer)}>
      {word}
    </Button>
  );
  return (
    <header className="notice-head">
      <h2>{noticeName(summary)}</h2>
      <StatusTag {...noticeState(summary)} />
      <div className="notice-acts">
        {act('text', '看通知')}
        {isOpen && act('amend', '更正')}
        {isOpen && act('move', '改发布日')}
        {summary.state !== 'cancelled' && act('cancel', '撤销公示')}
        {isOpen && (
          // the next likely act only once the days are over
          <Button type={summary.state === 'over' ? 'primary' : 'default'} onClick={() => onLayer('conclude')}>
            结束公示
          </Button>
        )}
      </div>
    </header>
  );
}

/** The end is the loudest; the five days are counted out beside it. */
function DateStrip({ notice: { summary, countedDays }, today }: Readonly<{ notice: Notice; today: PlainDate }>) {
  return (
    <div className="date-strip">
      <p className="sum-end">
        <span className="second">公示期满</span>
        <strong>{`${formatMonthDay(summary.endsOn)} 24:00`}</strong>
      </p>
      <ol className="day-steps">
        <DayStep date={summary.postedOn} word="发布" today={today} />
        {countedDays.map((date, at) => (
          <DayStep key={date} date={date} word={`第${at + 1}天`} today={today} />
        ))}
      </ol>
    </div>
  );
}

function DayStep({ date, word, today }: Readonly<{ date: string; word: string; today: PlainDate }>) {
  const look = date === today ? 'is-today' : date < today ? 'is-past' : '';
  return (
    <li className={`day-step ${look}`} aria-current={date === today ? 'date' : undefined}>
      <b>{word}</b>
      <span>{formatMonthDay(date)}</span>
    </li>
  );
}

function FactList({ notice: { facts } }: Readonly<{ notice: Notice }>) {
  const lines = [
    ['地点和方式', facts.place],
    ['异议电话', facts.phone],
    ['受理', facts.contact],
    ['材料', facts.materialsAt],
    ['公示内容', facts.shown],
  ] as const;
  return (
    <dl className="notice-facts">
      {lines.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={text === '' ? 'second' : undefined}>{text === '' ? '未填写' : text}</dd>
        </div>
      ))}
    </dl>
  );
}
