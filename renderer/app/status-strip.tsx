import {
  clockWords,
  contactWords,
  pendingWords,
  scansWords,
  stateShown,
  useNow,
  type SyncStatus,
} from '../features/sync/index.ts';
import { Glyph } from '../ui/glyph.tsx';
import { StatusTag } from '../ui/status-tag.tsx';

type Props = Readonly<{ status: SyncStatus | undefined; onOutbox(): void; onTasks(): void; onHelp(): void }>;

/** Always there: how it stands with the city, what waits, since when. */
export function StatusStrip({ status, onOutbox, onTasks, onHelp }: Props) {
  const now = useNow();
  return (
    <footer className="strip" aria-label="收发状态">
      {status ? (
        <button type="button" className="strip-facts" title="看发件箱" onClick={onOutbox}>
          <span role="status">
            <StatusTag {...stateShown(status)} />
          </span>
          {factsOf(status, now).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </button>
      ) : (
        <span />
      )}
      {status && status.attention > 0 && (
        <button type="button" className="strip-alarm" onClick={onTasks}>
          <Glyph name="triangle" />
          {`需处理${status.attention}`}
        </button>
      )}
      <button type="button" className="strip-help" aria-keyshortcuts="F1" onClick={onHelp}>
        F1 帮助和按键
      </button>
    </footer>
  );
}

function factsOf(status: SyncStatus, now: number): readonly string[] {
  const facts = [pendingWords(status), scansWords(status), contactWords(status, now), clockWords(status)];
  return facts.filter((fact) => fact !== null);
}
