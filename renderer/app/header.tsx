import { diffDays, formatClosing, relativeDays, lastDayBefore, type PlainDate } from '#model/beijing-time.ts';
import { ROLE_WORDS, type AccessStatus } from '../features/access/index.ts';
import { useDeadlines } from '../features/publicity/index.ts';
import { shortCommittee } from '../features/queue/index.ts';
import { KeyButton } from '../ui/key-button.tsx';
import { Finder } from './finder.tsx';
import type { PlaceId } from './places.ts';

type Props = Readonly<{
  unitName: string | null;
  year: number | null;
  person: NonNullable<AccessStatus['person']>;
  onLock(): void;
  /** to what closes when */
  onClosing(): void;
  onOpen(applicationId: string): void;
  onGo(place: PlaceId): void;
}>;

export function Header({ unitName, year, person, onLock, onClosing, onOpen, onGo }: Props) {
  return (
    <header className="shell-header">
      <span className="header-unit">{unitName ?? '职称审核台'}</span>
      {year !== null && <span className="header-year">{`${year}年度`}</span>}
      <NearestClosing onClosing={onClosing} />
      <div className="header-end">
        <Finder onOpen={onOpen} onGo={onGo} />
        <span className="header-person">
          <b>{person.name}</b> <span className="second">{ROLE_WORDS[person.role]}</span>
        </span>
        <KeyButton keys="Ctrl+L" type="text" size="small" onClick={onLock}>
          锁定
        </KeyButton>
      </div>
    </header>
  );
}

/** The closing that comes first among those for which something is still to be done. */
function NearestClosing({ onClosing }: Pick<Props, 'onClosing'>) {
  const { value } = useDeadlines();
  const next = value?.rows.find(
    ({ closesAt, people, decided }) => closesAt !== null && lastDayBefore(closesAt) >= value.today && people > decided,
  );
  if (!value || !next || next.closesAt === null) return null;
  const { text, full } = closingWords(next.closesAt, value.today as PlainDate);
  return (
    <button type="button" className="header-closing" title={`${next.committee} ${full}`} onClick={onClosing}>
      <span className="second">{shortCommittee(next.committee)}</span>
      {text}
    </button>
  );
}

/** 「09-30 24:00 截止，还有12天」; in full with the instant that 24:00 is. */
function closingWords(closesAt: number, today: PlainDate): Readonly<{ text: string; full: string }> {
  const full = formatClosing(closesAt);
  const short = full.replace(/（.*$/, '');
  return { full: `${full} 截止`, text: `${short} 截止，${relativeDays(diffDays(today, lastDayBefore(closesAt)))}` };
}
