import { useEffect, useRef, type MouseEvent } from 'react';

type Props = Readonly<{
  label: string;
  isTicked: boolean;
  /** of a head: some of what is under it */
  isPartly?: boolean;
  /** with Shift: from where ticking began to here */
  onTick(isReaching: boolean): void;
}>;

/** The tick box of a row in a list that is one tab stop: it takes none itself; 16 px in a hit area of 24. */
export function Tick({ label, isTicked, isPartly = false, onTick }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = isPartly;
  }, [isPartly]);
  return (
    // the row's own clicks move the keyboard and open: neither is meant here
    <label className="tick" onClick={keep} onDoubleClick={keep}>
      <input
        ref={input}
        type="checkbox"
        tabIndex={-1}
        aria-label={label}
        checked={isTicked}
        onChange={(event) => onTick((event.nativeEvent as globalThis.MouseEvent).shiftKey)}
      />
    </label>
  );
}

function keep(event: MouseEvent): void {
  event.stopPropagation();
}
