/** Below the papers, from 1600 px on beside them: the bar, every finding, or the decision (mock 02, 03). */
import { KeyHint } from '../../ui/key-hint.tsx';
import type { ModuleId } from '#model/modules.ts';
import { BlockedWords, DecisionBar, StandingFacts } from './decision-bar.tsx';
import { DecisionCards } from './decision-cards.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { ProblemList } from './problem-list.tsx';
import type { Bench } from './use-bench.ts';
import type { Detail } from './words.ts';

type Props = Readonly<{
  detail: Detail;
  bench: Bench;
  unseen: readonly ModuleId[];
  isWide: boolean;
}>;

export function BenchFoot(props: Props) {
  const { detail, bench, unseen, isWide } = props;
  const { view, letter, blocked } = bench;
  if (view.layer === 'decision' && blocked === null) return <Panel {...props} />;

  const facts = {
    detail,
    written: letter.count,
    onOpinion: bench.goToOpinion,
    onPublicity: bench.goToPublicity,
  };
  if (isWide) return <Side {...props} facts={facts} />;

  const areProblemsShown = view.layer === 'problems';
  return (
    <div className="bench-foot">
      {areProblemsShown && <Problems {...props} onFold={() => view.openLayer('none')} />}
      <DecisionBar
        {...facts}
        blocked={blocked}
        isPrimary={unseen.length === 0}
        areProblemsShown={areProblemsShown}
        onProblems={() => bench.toggle('problems')}
        onOpen={() => bench.toggle('decision')}
      />
    </div>
  );
}

function Panel({ detail, bench, unseen, isWide }: Props) {
  const { view, decide } = bench;
  return (
    <DecisionPanel
      detail={detail}
      draft={bench.draft}
      letter={bench.letter}
      text={bench.text}
      acts={bench.acts}
      moduleId={view.moduleId}
      unseen={unseen}
      refusal={decide.refusal}
      isHeld={decide.isHeld}
      focusTurn={view.cardsTurn}
      foldWord={isWide ? '看问题' : '收起'}
      onChoose={bench.choose}
      onCheck={decide.ask}
      onModule={bench.goToModule}
      onGap={bench.goToGap}
      onLook={() => bench.goToFirst('look')}
      onFold={() => view.openLayer('none')}
    />
  );
}

function Problems({ detail, bench, onFold }: Props & Readonly<{ onFold?: () => void }>) {
  return (
    <ProblemList
      findings={detail.findings}
      acts={bench.acts}
      stop={bench.view.stop}
      onNext={() => bench.goNext(1)}
      {...(onFold ? { onFold } : {})}
    />
  );
}

/** The fourth column: every finding above, the cards below, always open. */
function Side(props: Props & Readonly<{ facts: Parameters<typeof StandingFacts>[0] }>) {
  const { detail, bench, facts } = props;
  return (
    <aside className="bench-side" aria-label="问题和办理">
      <Problems {...props} />
      <footer className="side-foot">
        {bench.blocked === null ? (
          <>
            <p className="side-facts">
              <StandingFacts {...facts} />
            </p>
            <header className="panel-head">
              <h2>办理</h2>
              <KeyHint keys="F9" />
              <span className="second panel-keys">先选一项，再核对</span>
            </header>
            <DecisionCards
              detail={detail}
              chosen={bench.draft.decision}
              focusTurn={0}
              onChoose={bench.choose}
              onGap={bench.goToGap}
            />
          </>
        ) : (
          <BlockedWords detail={detail} words={bench.blocked} />
        )}
      </footer>
    </aside>
  );
}
