/** What is chosen and what can be done with it; it takes its place in the layout and covers no row. */
import { Button } from 'antd';
import { KeyButton } from '../../ui/key-button.tsx';
import { MoreMenu } from '../../ui/more-menu.tsx';
import { useHotKeys } from '../../ui/use-hot-keys.ts';

type Act = Readonly<{ word: string; act(): void }>;

type Props = Readonly<{
  words: string;
  /** ticked, but not in the list as it is searched */
  second: string;
  /** nothing to act on */
  isIdle: boolean;
  /** nothing of it can be made */
  isStuck: boolean;
  /** how many rows are ticked */
  ticked: number;
  marks: readonly Act[];
  /** the rarer of them go into a menu */
  isNarrow: boolean;
  onMake(): void;
  onExport(): void;
  onArchive: (() => void) | null;
  onPrint(): void;
  onAll(): void;
  onNone(): void;
}>;

export function ActBar(props: Props) {
  const { words, second, isIdle, isStuck, ticked, marks, isNarrow, onArchive, onPrint } = props;
  useHotKeys({
    'mod+p': () => {
      // the browser's own print would print the screen
      if (!isIdle && !isStuck) onPrint();
    },
    'mod+a': props.onAll,
    esc: () => (ticked > 0 ? props.onNone() : false),
  });
  const rarer = [
    ...(isNarrow ? marks : []),
    ...(onArchive ? [{ word: '存档', act: onArchive }] : []),
    ...(ticked > 0 ? [{ word: '取消选择', act: props.onNone }] : []),
  ];
  const flat = isNarrow ? [] : marks;
  const off = isIdle || isStuck;
  return (
    <section className={ticked > 0 ? 'papers-acts is-chosen' : 'papers-acts'} aria-label="已选的材料">
      <span role="status" className="papers-chosen">
        <strong className={isIdle ? 'is-quiet cut' : 'cut'}>{words}</strong>
        {second !== '' && <span className="second">{second}</span>}
      </span>
      {!isIdle && (
        <span className="papers-buttons">
          {flat.map(({ word, act }) => (
            <Button key={word} color="default" variant="text" onClick={act}>
              {word}
            </Button>
          ))}
          {rarer.length > 0 && <MoreMenu acts={rarer} color="default" placement="topRight" />}
          <Button className="papers-white" color="default" variant="filled" disabled={off} onClick={props.onExport}>
            导出PDF
          </Button>
          <Button className="papers-white" color="default" variant="filled" disabled={off} onClick={props.onMake}>
            生成
          </Button>
          <KeyButton keys="Ctrl+P" type="primary" disabled={off} onClick={onPrint}>
            打印
          </KeyButton>
        </span>
      )}
    </section>
  );
}
