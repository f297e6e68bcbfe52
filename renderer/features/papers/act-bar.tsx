/** What is chosen and what can be done with it; it takes its place in the layout and covers no row. */
import { Button } from 'antd';
import { KeyButton } from '../../ui/key-button.tsx';
import { MenuItem, MenuPopover } from '../../ui/menu-popover.tsx';
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
          {rarer.length > 0 && <Rarer acts={rarer} />}
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

function Rarer({ acts }: Readonly<{ acts: readonly Act[] }>) {
  const opener = (
    <Button color="default" variant="text">
      更多
    </Button>
  );
  return (
    <MenuPopover label="更多" className="viewer-more" placement="topRight" opener={opener}>
      {acts.map(({ word, act }) => (
        <MenuItem key={word} onChoose={act}>
          {word}
        </MenuItem>
      ))}
    </MenuPopover>
  );
}
