/** The tick boxes: of a row, and of the whole view at the head. The list is one tab stop, so they take none. */
import { useEffect, useRef } from 'react';

type RowTickProps = Readonly<{
  name: string;
  isTicked: boolean;
  /** with Shift: from where ticking began to here */
  onTick(isReaching: boolean): void;
}>;

export function RowTick({ name, isTicked, onTick }: RowTickProps) {
  return (
    // the row's own clicks move the keyboard and open: neither is meant here
    <label
      className="tick"
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={`选${name}`}
        checked={isTicked}
        onChange={(event) => onTick((event.nativeEvent as MouseEvent).shiftKey)}
      />
    </label>
  );
}

type ViewTickProps = Readonly<{ count: number; total: number; onAll(): void; onNone(): void }>;

export function ViewTick({ count, total, onAll, onNone }: ViewTickProps) {
  const input = useRef<HTMLInputElement>(null);
  const isAll = count > 0 && count >= total;
  useEffect(() => {
    if (input.current) input.current.indeterminate = count > 0 && !isAll;
  }, [count, isAll]);
  return (
    <label className="tick">
      <input
        ref={input}
        type="checkbox"
        tabIndex={-1}
        aria-label="选本视图全部"
        checked={isAll}
        onChange={() => (count > 0 ? onNone() : onAll())}
      />
    </label>
  );
}
