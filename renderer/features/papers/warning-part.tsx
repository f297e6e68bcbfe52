import { WarningLine } from '../../ui/warning-line.tsx';
import type { Warning, WayOut } from './warnings.ts';

const WAY_WORDS: Readonly<Record<WayOut, string>> = { publicity: '去公示', scans: '去扫描件', templates: '看模板' };

type Props = Readonly<{ warnings: readonly Warning[]; onWay(way: WayOut): void }>;

/** Over the act bar, which it speaks of; more than two would push the list away. */
const MOST = 2;

export function WarningPart({ warnings, onWay }: Props) {
  const more = warnings.length - MOST;
  return (
    <div className="papers-warnings">
      {warnings.slice(0, MOST).map(({ text, way }, at) => (
        <WarningLine key={text} level="warn">
          {text}
          {way !== null && (
            <button type="button" className="text-act" onClick={() => onWay(way)}>
              {WAY_WORDS[way]}
            </button>
          )}
          {at === MOST - 1 && more > 0 && (
            <span
              className="second"
              title={warnings
                .slice(MOST)
                .map((warning) => warning.text)
                .join('\n')}
            >{` 还有${more}条`}</span>
          )}
        </WarningLine>
      ))}
    </div>
  );
}
