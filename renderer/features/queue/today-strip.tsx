/** 「今天要办」: what burns, each a way into its view (ux 3.2). */
import { Glyph } from '../../ui/glyph.tsx';
import type { Counts } from './row-pages.ts';
import type { QueueView } from './queue-store.ts';

type Props = Readonly<{
  counts: Counts | null;
  attention: number;
  /** 「2026-09-18(周五)」 */
  todayText: string;
  onShow(view: QueueView): void;
  onAttention(): void;
}>;

const JOBS: readonly Readonly<{ view: QueueView; label: string; isHot: boolean }>[] = [
  { view: 'urgent', label: '最迟公示日3天内', isHot: true },
  { view: 'ready', label: '公示期满可通过', isHot: false },
  { view: 'resubmitted', label: '修改后再报', isHot: false },
  { view: 'to-review', label: '待审核', isHot: false },
];

export function TodayStrip({ counts, attention, todayText, onShow, onAttention }: Props) {
  return (
    <header className="today-strip">
      <h1 className="page-title">申报审核</h1>
      <span className="second">今天要办</span>
      {JOBS.map(({ view, label, isHot }) => {
        const count = counts?.[view] ?? 0;
        const isRed = isHot && count > 0;
        return (
          <button
            key={view}
            type="button"
            className={isRed ? 'today-job is-red' : 'today-job'}
            onClick={() => onShow(view)}
          >
            {isRed && <Glyph name="square" />}
            {label} <strong>{counts ? count : '…'}</strong>
          </button>
        );
      })}
      {attention > 0 && (
        <button type="button" className="today-job is-alarm" onClick={onAttention}>
          <Glyph name="triangle" />
          需处理 <strong>{attention}</strong>
        </button>
      )}
      <span className="today-date second">{todayText}</span>
    </header>
  );
}
