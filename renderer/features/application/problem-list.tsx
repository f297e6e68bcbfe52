/** 「全部问题」: every finding of the application, the weightiest first, those that were answered below. */
import { Button } from 'antd';
import { KeyHint } from '../../ui/key-hint.tsx';
import { FindingCountsLine } from '../../ui/severity.tsx';
import { countFindings, inOrder, isStanding, type Found } from './finding-list.ts';
import { FindingNote, type FindingActs, type Stop } from './finding-note.tsx';

type Props = Readonly<{
  findings: readonly Found[];
  acts: FindingActs;
  stop: Stop | null;
  onNext(): void;
  /** where the list lies over the rest and can be put away */
  onFold?: () => void;
}>;

export function ProblemList({ findings, acts, stop, onNext, onFold }: Props) {
  const standing = inOrder(findings.filter(isStanding));
  const answered = inOrder(findings.filter((finding) => !isStanding(finding)));
  // a finding of a module stands in its form too, beside what it speaks of
  const takesFocus = ({ moduleId }: Found) => moduleId === null;
  return (
    <section className="problems" aria-label="全部问题">
      <div className="pane-head">
        <h2>问题</h2>
        <FindingCountsLine counts={countFindings(findings)} />
        <span className="pane-head-end">
          {standing.length > 0 && (
            <Button color="default" variant="text" size="small" onClick={onNext}>
              下一个 <KeyHint keys="F3" />
            </Button>
          )}
          {onFold && (
            <Button color="default" variant="text" size="small" onClick={onFold}>
              收起 <KeyHint keys="Esc" />
            </Button>
          )}
        </span>
      </div>
      <div className="problems-scroll" tabIndex={0} role="group" aria-label="问题列表">
        {findings.length === 0 && <p className="second problems-none">没有发现问题。</p>}
        {standing.map((finding) => (
          <FindingNote
            key={finding.key}
            finding={finding}
            acts={acts}
            stop={stop}
            takesFocus={takesFocus(finding)}
            isListed
          />
        ))}
        {answered.length > 0 && <p className="second problems-none">{`已说明${answered.length}个`}</p>}
        {answered.map((finding) => (
          <FindingNote key={finding.key} finding={finding} acts={acts} stop={null} takesFocus={false} isListed />
        ))}
      </div>
    </section>
  );
}
