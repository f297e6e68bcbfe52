/** Who is on the desk, and the facts that decide how urgent it is. The switch stands first: it never moves. */
import { Button } from 'antd';
import { formatMonthDay, relativeDays } from '#model/beijing-time.ts';
import { URGENT_DAYS } from '#model/publicity-dates.ts';
import { countStrikes, STRIKES } from '#model/chances.ts';
import { ChanceDots } from '../../ui/chance-dots.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import type { Detail } from './words.ts';

/** Where this application stands in the list it was opened from. */
export type Place = Readonly<{
  /** 1-based; null when it is not in that list */
  position: number | null;
  total: number;
  /** whose papers are made ready meanwhile; null: nobody comes there */
  nextId: string | null;
  previousId: string | null;
  onPrevious(): void;
  onNext(): void;
  onClose(): void;
}>;

export function WorkbenchTop({
  detail,
  place,
  onHistory,
}: Readonly<{ detail: Detail; place: Place; onHistory(): void }>) {
  const { application, row } = detail;
  const { applicant, filing, strikes } = application;
  return (
    <header className="workbench-top">
      <span className="switch">
        <button type="button" aria-label="上一件" onClick={place.onPrevious}>
          ‹ <KeyHint keys="F7" />
        </button>
        <span>{place.position === null ? `共${place.total}件` : `第${place.position}/${place.total}件`}</span>
        <button type="button" aria-label="下一件" onClick={place.onNext}>
          <KeyHint keys="F8" /> ›
        </button>
      </span>
      <h1 className="person-name">{applicant.name}</h1>
      <span className="second cut">{`${applicant.department} ${filing.title}`}</span>
      <span className="top-facts">
        <span className="top-fact">
          机会 <ChanceDots left={row.chancesLeft} />
        </span>
        <span
          className={`top-fact top-strikes is-${countStrikes(strikes).tone}`}
        >{`上级意见 ${strikes}/${STRIKES}`}</span>
        <StartFact row={row} />
      </span>
      <Button color="default" variant="text" onClick={onHistory}>
        审核记录
      </Button>
      <Button color="default" variant="text" onClick={place.onClose}>
        回到列表 <KeyHint keys="Esc" />
      </Button>
    </header>
  );
}

function StartFact({ row }: Readonly<{ row: Detail['row'] }>) {
  const { latestStart: start } = row;
  if (start.kind !== 'date') return null;
  const words =
    start.daysLeft < 0
      ? `已过最迟公示日${-start.daysLeft}天`
      : `最迟公示日 ${formatMonthDay(start.date)}，${relativeDays(start.daysLeft)}`;
  if (start.daysLeft > URGENT_DAYS) return <span className="top-fact second">{words}</span>;
  return (
    <span className="top-tag is-red">
      <Glyph name="square" /> {words}
    </span>
  );
}
