/** A run of papers, wherever one is: how far it has come, and stop; then what came of it. The window stays usable. */
import { useStore } from 'zustand';
import { Glyph } from '../../ui/glyph.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { runWords, savedOf } from './papers-bar-words.ts';
import { isUnderWay } from './runs.ts';
import { runs } from './runs-desk.ts';
import { papersRefusal } from './trouble-words.ts';
import './papers-dialogs.css';

export function PapersBar() {
  const { run, trouble, cancel, openReport, putAway } = useStore(runs);
  if (trouble) {
    return (
      <section className="intake-bar" role="alert">
        <span className="tone-bad">
          <Glyph name="square" />
        </span>
        <span className="intake-words">{papersRefusal(trouble)}</span>
        <span className="intake-acts">
          <BarButton word="知道了" onPress={putAway} />
        </span>
      </section>
    );
  }
  if (!run) return <div role="status" />;
  const isGoing = isUnderWay(run);
  const [done, total] = run.state === 'saving' ? [savedOf(run), run.toSave] : [run.done, run.total];
  return (
    <>
      <section className="intake-bar" aria-label="这一批材料">
        <span role="status" className="intake-words">
          {runWords(run)}
        </span>
        {isGoing && <progress aria-label="进度" max={Math.max(1, total)} value={Math.min(done, total)} />}
        <span className="intake-acts">
          {isGoing && !run.wasCancelled && <BarButton word="停下" onPress={cancel} />}
          {!isGoing && run.batch && <BarButton word="看报告" onPress={() => openReport(true)} />}
          {!isGoing && <BarButton word="知道了" onPress={putAway} />}
        </span>
      </section>
      <ReportDialog />
    </>
  );
}

function BarButton({ word, onPress }: Readonly<{ word: string; onPress(): void }>) {
  return (
    <button type="button" className="text-act" onClick={onPress}>
      {word}
    </button>
  );
}
