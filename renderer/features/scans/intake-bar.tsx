/** Drops under way: how far, and pause, go on, stop; the window stays usable meanwhile. Then what came of the last. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { api, onDeskEvent, useQuery } from '../../client/index.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { feeds } from './feeds.ts';
import type { Feed } from './feed.ts';
import type { Intake } from './types.ts';
import { intakeResult, intakeWords, scansTrouble } from './words.ts';

type Props = Readonly<{
  /** on the page of the scans it leads to the report, elsewhere to that page */
  isOnPage: boolean;
  onShow(intake: Intake): void;
}>;

export function IntakeBar({ isOnPage, onShow }: Props) {
  const { intake, feed, refusal } = useIntakeInHand();
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  if (refusal) return <Line words={scansTrouble(refusal)} isAlarm />;
  if (!intake || intake.id === dismissed) return <div role="status" />;
  const { id, state, files, pages } = intake;
  const isOver = state === 'done' || state === 'stopped';
  const trouble = feed?.trouble ?? null;

  async function act(what: 'pause' | 'resume' | 'stop'): Promise<void> {
    feeds.getState()[what](id);
    const answer = await api.scans[what]({ intakeId: id });
    setSaid(answer.ok ? null : scansTrouble(answer.error));
  }
  const total = Math.max(1, files.total + pages.total);
  const done = files.taken + files.hadAlready + files.refused + pages.ready + pages.unreadable;
  return (
    <section className="intake-bar" aria-label="这一批">
      <span role="status" className="intake-words">
        {trouble
          ? scansTrouble(trouble)
          : (said ?? (isOver ? overWords(intake) : intakeWords(intake, feed?.handed ?? null)))}
      </span>
      {!isOver && <progress aria-label="进度" max={total} value={Math.min(done, total)} />}
      <span className="intake-acts">
        {!isOver && (state === 'paused' || trouble) && <BarButton word="继续" onPress={() => void act('resume')} />}
        {!isOver && state !== 'paused' && !trouble && <BarButton word="暂停" onPress={() => void act('pause')} />}
        {!isOver && <BarButton word="停下" onPress={() => void act('stop')} />}
        <BarButton word={isOnPage ? '看报告' : '去扫描件'} onPress={() => onShow(intake)} />
        {isOver && <BarButton word="知道了" onPress={() => setDismissed(id)} />}
      </span>
    </section>
  );
}

function BarButton({ word, onPress }: Readonly<{ word: string; onPress(): void }>) {
  return (
    <button type="button" className="text-act" onClick={onPress}>
      {word}
    </button>
  );
}

function Line({ words, isAlarm }: Readonly<{ words: string; isAlarm: boolean }>) {
  return (
    <section className="intake-bar" role={isAlarm ? 'alert' : undefined}>
      <span className="tone-bad">
        <Glyph name="square" />
      </span>
      <span className="intake-words">{words}</span>
    </section>
  );
}

function overWords(intake: Intake): string {
  const failed = intake.files.refused + intake.pages.unreadable;
  return `${intake.state === 'stopped' ? '已停下：' : ''}${intakeResult(intake)}${failed > 0 ? `，${failed}个没有成` : ''}`;
}

type InHand = Readonly<{
  intake: Intake | null;
  feed: Feed | null;
  refusal: Parameters<typeof scansTrouble>[0] | null;
}>;

/** The drop under way, else the one that ended while this was on screen. */
function useIntakeInHand(): InHand {
  const { feeds: feeding, refusal } = useStore(feeds);
  const list = useQuery('intakes', () => api.scans.intakes({}), {
    refetchOn: { 'scans.progress': true, 'scans.changed': true },
  });
  const [watched, setWatched] = useState<string | null>(null);
  useEffect(() => onDeskEvent('scans.progress', ({ intakeId }) => setWatched(intakeId)), []);
  const all = list.value?.intakes ?? [];
  const running = all.findLast(({ state }) => state === 'running' || state === 'paused');
  const intake = running ?? all.find(({ id }) => id === watched) ?? null;
  return { intake, feed: feeding.find(({ intakeId }) => intakeId === intake?.id) ?? null, refusal };
}
