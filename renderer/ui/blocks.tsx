/** What stands where content would: nothing there, still coming, went wrong. */
import { useEffect, useState, type ReactNode } from 'react';
import { Glyph } from './glyph.tsx';
import type { Trouble } from './trouble.ts';

type EmptyProps = Readonly<{ text: string; second?: string; action?: ReactNode }>;

/** Says why nothing is here and offers the next step. */
export function EmptyBlock({ text, second, action }: EmptyProps) {
  return (
    <div className="block">
      <p className="block-text">{text}</p>
      {second !== undefined && <p className="second">{second}</p>}
      {action}
    </div>
  );
}

type ErrorProps = Readonly<{ trouble: Trouble; action?: ReactNode }>;

export function ErrorBlock({ trouble, action }: ErrorProps) {
  return (
    <div className="block" role="alert">
      <p className="block-text is-error">
        <Glyph name="square" /> {trouble.happened}
      </p>
      <p className="second">
        {trouble.meaning}
        {trouble.advice}
      </p>
      {action}
    </div>
  );
}

const QUIET_MS = 200;

/** True once something has been going on for longer than a person notices. */
export function useIsSlow(isGoingOn: boolean, afterMs = QUIET_MS): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return undefined;
    const timer = setTimeout(() => setSlow(true), afterMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isGoingOn, afterMs]);
  return isSlow && isGoingOn;
}

/** Outlines of the rows to come; nothing at all for the first 200 ms. */
export function LoadingBlock({ rows = 6 }: Readonly<{ rows?: number }>) {
  const isSlow = useIsSlow(true);
  if (!isSlow) return null;
  return (
    <div className="outline-block" role="status" aria-label="正在打开">
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className="outline-row">
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
