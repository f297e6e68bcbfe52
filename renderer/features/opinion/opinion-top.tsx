/** Whose opinion it is, and how far the review has come. The switch stands first: it never moves. */
import { Button } from 'antd';
import { ChanceDots } from '../../ui/chance-dots.tsx';
import { KeyButton } from '../../ui/key-button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import type { Detail } from '../application/index.ts';

/** Where this person stands among those whose opinions are written. */
export type OpinionPlace = Readonly<{
  /** 1-based; null when not among them */
  position: number | null;
  total: number;
  onPrevious(): void;
  onNext(): void;
  onReview(): void;
  onClose(): void;
}>;

type Props = Readonly<{
  person: Readonly<{ name: string; department: string; title: string }>;
  row: Detail['row'] | undefined;
  place: OpinionPlace;
}>;

export function OpinionTop({ person, row, place }: Props) {
  return (
    <header className="opinion-top">
      <span className="switch opinion-switch">
        <button type="button" aria-keyshortcuts="F7" onClick={place.onPrevious}>
          ‹ 上一位
        </button>
        <span>{place.position === null ? `共${place.total}位` : `第${place.position}/${place.total}位`}</span>
        <button type="button" aria-keyshortcuts="Control+J F8" onClick={place.onNext}>
          下一位 ›<KeyHint keys="Ctrl+J" />
        </button>
      </span>
      <h1 className="person-name">{person.name}</h1>
      <span className="second cut">{`${person.department} ${person.title}`}</span>
      <span className="opinion-facts">
        {row && <SeenFact {...row.seen} />}
        {row && (
          <span className="top-fact">
            机会 <ChanceDots left={row.chancesLeft} />
          </span>
        )}
      </span>
      <Button color="default" variant="text" onClick={place.onReview}>
        看申报
      </Button>
      <KeyButton keys="Esc" color="default" variant="text" onClick={place.onClose}>
        返回
      </KeyButton>
    </header>
  );
}

function SeenFact({ done, total }: Readonly<{ done: number; total: number }>) {
  if (done >= total) return <StatusTag glyph="tick" tone="good" text={`看完 ${done}/${total}`} />;
  if (done === 0) return <StatusTag glyph="ring" tone="quiet" text="未看" />;
  return <StatusTag glyph="half" tone="info" text={`已看 ${done}/${total}`} />;
}
