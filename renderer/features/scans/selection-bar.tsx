/** What can be done with the ticked pages, else with the one in hand (mock 10). */
import { Button } from 'antd';
import { KeyButton } from '../../ui/key-button.tsx';
import { MoreMenu } from '../../ui/more-menu.tsx';
import { useHotKeys } from '../../ui/use-hot-keys.ts';

export type PagesAct = Readonly<{ word: string; keys?: string; act(): void }>;

type Props = Readonly<{
  /** ticked */
  count: number;
  /** ticked before, and not in this view */
  dropped: number;
  /** of the view */
  total: number;
  acts: readonly PagesAct[];
  /** the likely one, at the right end */
  main: PagesAct | null;
  isNarrow: boolean;
  onAll(): void;
  onNone(): void;
}>;

const SHOWN_NARROW = 3;

export function SelectionBar({ count, dropped, total, acts, main, isNarrow, onAll, onNone }: Props) {
  useHotKeys({ 'mod+a': onAll, esc: () => (count > 0 ? onNone() : false) });
  if (count === 0 && dropped === 0) return <div role="status" />;
  const shown = isNarrow ? acts.slice(0, SHOWN_NARROW) : acts;
  return (
    <section className="selection-bar" aria-label="已选的页">
      <span role="status" className="selection-count">
        <strong>{count === total && count > 1 ? `已选本视图全部${count}页` : `已选${count}页`}</strong>
        {dropped > 0 && <span className="selection-dropped">{`${dropped}页不在当前视图，已取消选择`}</span>}
      </span>
      {count > 0 && (
        <span className="selection-acts">
          {shown.map(({ word, act }) => (
            <Button key={word} color="primary" variant="text" onClick={act}>
              {word}
            </Button>
          ))}
          {shown.length < acts.length && (
            <MoreMenu acts={acts.slice(shown.length)} color="primary" placement="topRight" />
          )}
        </span>
      )}
      <KeyButton keys="Esc" color="default" variant="text" className="selection-end" onClick={onNone}>
        取消选择
      </KeyButton>
      {main && count > 0 && (
        <Button color="default" variant="filled" className="selection-main" onClick={main.act}>
          {main.word}
        </Button>
      )}
    </section>
  );
}
