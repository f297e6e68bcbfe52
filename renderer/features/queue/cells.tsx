/** The cells of a row, each a fact with its word; colour never speaks alone. */
import { formatDayOf, formatMonthDayShort } from '#model/beijing-time.ts';
import { DeliveryTag } from '../../ui/delivery-tag.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import type { QueueRow } from './row-pages.ts';
import { STATE_WORDS } from './words.ts';

/** Two lines for a long name, broken after the dot only: never cut (ux 2). */
export function NameCell({ name }: Readonly<{ name: string }>) {
  const parts = name.split('·');
  return (
    <span className={name.length > 6 ? 'name-cell is-long' : 'name-cell'}>
      {parts.map((part, i) => (
        <span key={part}>
          {part}
          {i < parts.length - 1 && (
            <>
              ·<wbr />
            </>
          )}
        </span>
      ))}
    </span>
  );
}

/** 「市中小学高级教师 09-30」 */
export function ClosingCell({ row }: Readonly<{ row: QueueRow }>) {
  return (
    <span className="closing-cell" title={row.committee}>
      <span className="cut">{shortCommittee(row.committee)}</span>
      <span className="second">{row.closesAt === null ? '未公布' : formatDayOf(row.closesAt - 1)}</span>
    </span>
  );
}

/** The office's own short form: 昆明市… → 市…, without the words that every committee has. */
export function shortCommittee(name: string): string {
  return name
    .replace(/^昆明市/, '市')
    .replace(/(专业)?(职称)?评审委员会$/, '')
    .replace(/^中国\(云南\)自由贸易(试验)?区昆明片区/, '自贸区昆明片区');
}

export function SeenCell({ seen }: Readonly<{ seen: QueueRow['seen'] }>) {
  if (seen.done === 0) return <StatusTag glyph="ring" tone="quiet" text="未看" />;
  if (seen.done >= seen.total) return <StatusTag glyph="tick" tone="good" text="看完" />;
  return <StatusTag glyph="half" tone="info" text={`${seen.done}/${seen.total}`} />;
}

export function PublicityCell({ publicity }: Readonly<{ publicity: QueueRow['publicity'] }>) {
  switch (publicity.kind) {
    case 'none':
      return <StatusTag glyph="box" tone="quiet" text="未公示" />;
    case 'objection':
      return <StatusTag glyph="bang" tone="bad" text="有异议" />;
    case 'running':
      return (
        <>
          <StatusTag glyph="play" tone="info" text={`第${publicity.day}/${publicity.days}天`} />
          <span className="second">{`${formatMonthDayShort(publicity.endsOn)}满`}</span>
        </>
      );
    case 'over':
      return <StatusTag glyph="play" tone="info" text={`${formatMonthDayShort(publicity.endsOn)}满，待结论`} />;
    case 'concluded':
      return <StatusTag glyph="tick" tone="good" text={`已满 ${formatMonthDayShort(publicity.endsOn)}`} />;
  }
}

/** Where it is when it is not on this desk. */
export function StateNote({ row }: Readonly<{ row: QueueRow }>) {
  if (row.pending) return <span className="second">{DECIDED_WORDS[row.pending.decision]}</span>;
  const isOurs = row.state === 'unit-review';
  return (
    <span className={isOurs ? 'cut' : 'cut second'}>
      {isOurs && row.submission > 1 ? '修改后再报' : STATE_WORDS[row.state]}
    </span>
  );
}

const DECIDED_WORDS = { approve: '已决定 通过', return: '已决定 返回修改', reset: '已决定 重置流程' } as const;

export function DeliveryCell({ row }: Readonly<{ row: QueueRow }>) {
  if (row.delivery && row.delivery !== 'undone') return <DeliveryTag delivery={row.delivery} />;
  if (row.hasDraft) return <DeliveryTag delivery="draft" />;
  return <span className="second">未决定</span>;
}
