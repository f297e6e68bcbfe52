/** Everything that happened to a notice, newest first. */
import { formatMoment } from '../../ui/format.ts';
import { SectionHeader } from '../../ui/section-header.tsx';
import { changeWords } from './change-words.ts';
import type { Notice } from './types.ts';

export function ChangeList({ notice: { changes } }: Readonly<{ notice: Notice }>) {
  const newestFirst = changes.toSorted((a, b) => b.at - a.at);
  return (
    <section className="change-part" aria-label="办理记录">
      <SectionHeader title="办理记录" note={`${changes.length}条`} />
      <ol className="change-list">
        {newestFirst.map((change) => (
          <li key={`${change.at} ${change.kind} ${change.detail['name'] ?? ''}`}>
            <span className="second">{`${formatMoment(change.at)} ${change.person}`}</span>
            <span>{changeWords(change)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
