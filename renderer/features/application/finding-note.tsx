/** One finding: what was found and what to do, its source, and what a person can do with it (ux 3.3). */
import { Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { moduleDef } from '#model/modules.ts';
import { lineText } from '#model/return-letter.ts';
import { formatMoment } from '../../ui/format.ts';
import { SeverityGlyph, severityWord } from '../../ui/severity.tsx';
import { isStanding, sourceWords, type Found } from './finding-list.ts';

/** What can be done with any finding of the application on screen. */
export type FindingActs = Readonly<{
  /** nothing can be decided: findings are looked at only */
  isReadOnly: boolean;
  isWritten(key: string): boolean;
  write(key: string, isWritten: boolean): void;
  /** whether there is anything to go to: its place in a form, or where that is on screen its proof */
  canGo(finding: Found, isInForm: boolean): boolean;
  go(finding: Found): void;
  ask(finding: Found): void;
  restore(finding: Found): void;
  /** to the passage of the library */
  openSource(source: string): void;
}>;

/** The finding that F3 or 「去看」 stopped at; `turn` grows each time, 0: it was only opened on. */
export type Stop = Readonly<{ key: string; turn: number }>;

type Props = Readonly<{
  finding: Found;
  acts: FindingActs;
  stop: Stop | null;
  /** of the two places where a finding may stand, this is the one that the keyboard goes to */
  takesFocus: boolean;
  /** in a list: named by its module, without a ground of its own */
  isListed?: boolean;
}>;

export function FindingNote({ finding, acts, stop, takesFocus, isListed = false }: Props) {
  const { severity, moduleId, answer } = finding;
  const note = useRef<HTMLDivElement>(null);
  const isStop = stop?.key === finding.key;
  const turn = isStop ? stop.turn : -1;
  useEffect(() => {
    if (turn < 0) return;
    note.current?.scrollIntoView({ block: 'nearest' });
    if (takesFocus) note.current?.focus({ preventScroll: true });
  }, [turn, takesFocus]);
  const standing = isStanding(finding);
  const look = isListed ? `is-listed${isStop ? ' is-stop' : ''}` : standing ? `is-${severity}` : 'is-answered';
  return (
    <div
      ref={note}
      className={`finding ${look}${standing ? '' : ' is-quiet'}`}
      role="group"
      tabIndex={-1}
      aria-label={`${standing ? severityWord(severity) : '已说明'}：${finding.fact}`}
      data-finding={finding.key}
    >
      <SeverityGlyph severity={severity} />
      <p className="finding-fact">
        {isListed && <strong>{moduleId === null ? '整件申报' : moduleDef(moduleId).shortName}</strong>}
        <span>{lineText(finding)}</span>
      </p>
      {answer ? (
        <AnsweredFoot finding={finding} acts={acts} answer={answer} />
      ) : (
        <Foot finding={finding} acts={acts} isInForm={!isListed} />
      )}
    </div>
  );
}

function Source({ finding, acts }: Readonly<{ finding: Found; acts: FindingActs }>) {
  const words = sourceWords(finding.source);
  return (
    <button
      type="button"
      className="text-act"
      title={`到资料库看${words}`}
      onClick={() => acts.openSource(finding.source)}
    >
      {words}
    </button>
  );
}

function Foot({ finding, acts, isInForm }: Readonly<{ finding: Found; acts: FindingActs; isInForm: boolean }>) {
  const { severity, audience, key, canOverride } = finding;
  const answer = severity === 'blocking' ? (canOverride ? '说明理由后放行…' : null) : '不是问题…';
  return (
    <p className="finding-foot">
      <span>{severityWord(severity)}</span>
      <span aria-hidden="true">·</span>
      <Source finding={finding} acts={acts} />
      {audience === 'unit' && <span className="finding-audience">本单位办</span>}
      {audience === 'applicant' && !acts.isReadOnly && (
        <Checkbox checked={acts.isWritten(key)} onChange={(event) => acts.write(key, event.target.checked)}>
          写进意见
        </Checkbox>
      )}
      {acts.canGo(finding, isInForm) && (
        <button type="button" className="text-act" onClick={() => acts.go(finding)}>
          去看
        </button>
      )}
      {answer !== null && !acts.isReadOnly && (
        <button type="button" className="text-act" onClick={() => acts.ask(finding)}>
          {answer}
        </button>
      )}
    </p>
  );
}

type AnsweredProps = Readonly<{ finding: Found; acts: FindingActs; answer: NonNullable<Found['answer']> }>;

/** Greyed, with the reason, who gave it and when; it can be taken back. */
function AnsweredFoot({ finding, acts, answer }: AnsweredProps) {
  return (
    <p className="finding-foot">
      <span className="finding-reason">
        {`${answer.kind === 'overridden' ? '已说明理由放行' : '已说明不是问题'}：${answer.reason}`}
      </span>
      <span>{`${answer.by} ${formatMoment(answer.at)}`}</span>
      <Source finding={finding} acts={acts} />
      {!acts.isReadOnly && (
        <button type="button" className="text-act" onClick={() => acts.restore(finding)}>
          恢复
        </button>
      )}
    </p>
  );
}
