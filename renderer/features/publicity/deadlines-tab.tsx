/** 「截止」: what closes when, from when it is too late to post, how far its people are, who is at risk. */
import { Button } from 'antd';
import { formatMonthDay, lastDayBefore, formatClosing, type PlainDate } from '#model/beijing-time.ts';
import { EmptyBlock, LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { shortCommittee } from '../queue/index.ts';
import { publicityTrouble } from './trouble-words.ts';
import type { Board, DeadlineRow, WaitingPerson } from './types.ts';
import { useDeadlines } from './use-deadlines.ts';
import { closingDistance, daysTo, isUrgent, latestStartWords, riskOf } from './words.ts';

type Acts = Readonly<{
  onOpen(applicationId: string): void;
  onPlan(applicationIds: readonly string[]): void;
}>;

type Props = Readonly<{ board: Board }> & Acts;

export function DeadlinesTab({ board, onOpen, onPlan }: Props) {
  const { value, error, refetch } = useDeadlines();
  if (error && !value) return <TroubleBlock trouble={publicityTrouble('deadlines', error)} onRetry={refetch} />;
  if (!value) return <LoadingBlock rows={6} />;
  if (value.rows.length === 0) return <EmptyBlock text="还没有申报，没有要赶的截止。" />;
  return (
    <div className="deadlines" tabIndex={0} role="region" aria-label="截止">
      {value.rows.map((row) => (
        <DeadlineCard
          key={row.committee}
          row={row}
          waiting={board.waiting.filter(({ committee }) => committee === row.committee)}
          today={value.today as PlainDate}
          onOpen={onOpen}
          onPlan={onPlan}
        />
      ))}
    </div>
  );
}

type CardProps = Readonly<{ row: DeadlineRow; waiting: readonly WaitingPerson[]; today: PlainDate }> & Acts;

function DeadlineCard({ row, waiting, today, onOpen, onPlan }: CardProps) {
  const { committee, closesAt } = row;
  const inTime = waiting.filter(({ latestStart }) => latestStart.kind !== 'date' || latestStart.daysLeft >= 0);
  return (
    <article className="deadline" aria-label={committee}>
      <div className="deadline-when">
        {closesAt === null ? (
          <strong className="second">截止未公布</strong>
        ) : (
          <>
            <strong title={formatClosing(closesAt)}>{`${formatMonthDay(lastDayBefore(closesAt))} 24:00`}</strong>
            <span className="second">{closingDistance(closesAt, today)}</span>
          </>
        )}
      </div>
      <div className="deadline-what">
        <h2 title={committee}>{shortCommittee(committee)}</h2>
        <LatestStart row={row} today={today} />
        <Counts row={row} />
        {row.atRisk.length > 0 && <Risks row={row} onOpen={onOpen} />}
      </div>
      {inTime.length > 0 && (
        <Button color="default" variant="filled" onClick={() => onPlan(inTime.map(({ id }) => id))}>
          {`给${inTime.length}人安排公示`}
        </Button>
      )}
    </article>
  );
}

/** Loud only as long as somebody still has to be put on a notice. */
function LatestStart({ row, today }: Readonly<{ row: DeadlineRow; today: PlainDate }>) {
  const { latestStart, unposted } = row;
  if (latestStart.kind === 'no-window') return null;
  const isRed = unposted > 0 && isUrgent(latestStart);
  const tone = isRed ? ' tone-bad' : unposted === 0 ? ' second' : '';
  const distance = unposted > 0 && latestStart.kind === 'date' ? `，${daysTo(latestStart.date, today)}` : '';
  return (
    <p className={`deadline-start${tone}`}>
      {isRed && <Glyph name="square" />}
      {`最迟公示日 ${latestStartWords(latestStart)}${distance}`}
    </p>
  );
}

const COUNTS = [
  ['unposted', '未公示'],
  ['posted', '公示中'],
  ['ended', '已满待结论'],
  ['ready', '可通过'],
  ['decided', '已决定通过'],
  ['withApplicant', '等申报人修改'],
] as const;

function Counts({ row }: Readonly<{ row: DeadlineRow }>) {
  return (
    <dl className="deadline-counts">
      <div>
        <dt>共</dt>
        <dd>{row.people}</dd>
      </div>
      {COUNTS.map(([key, word]) => (
        <div key={key} className={row[key] === 0 ? 'is-zero' : undefined}>
          <dt>{word}</dt>
          <dd>{row[key]}</dd>
        </div>
      ))}
    </dl>
  );
}

const NAMED = 12;

function Risks({ row: { atRisk }, onOpen }: Readonly<{ row: DeadlineRow; onOpen(applicationId: string): void }>) {
  const byReason = [...Map.groupBy(atRisk, ({ why }) => why)];
  return (
    <ul className="deadline-risks">
      {byReason.map(([why, people]) => (
        <li key={why}>
          <StatusTag {...riskOf(why)} />
          <span className="risk-people">
            {people.slice(0, NAMED).map(({ id, name }) => (
              <button key={id} type="button" className="text-act" onClick={() => onOpen(id)}>
                {name}
              </button>
            ))}
            {people.length > NAMED && <span className="second">{`等${people.length}人`}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
