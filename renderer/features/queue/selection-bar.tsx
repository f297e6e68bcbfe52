/** What can be done with the ticked rows; it takes its place in the layout and covers none of them. */
import { Button } from 'antd';
import { KeyButton } from '../../ui/key-button.tsx';
import { useHotKeys } from '../../ui/use-hot-keys.ts';

export type SelectionAct = Readonly<{ word: string; act(ids: readonly string[]): void }>;

type Props = Readonly<{
  ids: ReadonlySet<string>;
  /** of the view */
  total: number;
  /** ticked before, and not in this view */
  dropped: number;
  acts: readonly SelectionAct[];
  onAll(): void;
  onNone(): void;
}>;

export function SelectionBar({ ids, total, dropped, acts, onAll, onNone }: Props) {
  const isAll = ids.size >= total;
  const isShown = ids.size > 0 || dropped > 0;
  useHotKeys({ 'mod+a': onAll, esc: () => (isShown ? onNone() : false) });
  if (!isShown) return <div role="status" />;
  return (
    <section className="selection-bar" aria-label="已选的申报">
      <span role="status" className="selection-count">
        <strong>{isAll && ids.size > 1 ? `已选本视图全部${ids.size}件` : `已选${ids.size}件`}</strong>
        {dropped > 0 && <span className="selection-dropped">{`${dropped}件不在当前视图，已取消选择`}</span>}
      </span>
      {!isAll && (
        <Button color="primary" variant="text" onClick={onAll}>
          {`选本视图全部${total}件`}
        </Button>
      )}
      {ids.size > 0 && (
        <span className="selection-acts">
          {acts.map(({ word, act }) => (
            <Button key={word} color="primary" variant="text" onClick={() => act([...ids])}>
              {word}
            </Button>
          ))}
        </span>
      )}
      <KeyButton keys="Esc" color="default" variant="text" className="selection-end" onClick={onNone}>
        取消选择
      </KeyButton>
    </section>
  );
}
