/** What stands where content would: nothing there, still coming, went wrong. */
import { Button } from 'antd';
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

type ErrorProps = Readonly<{
  /** what happened, what it means for the work, what to do */
  text: string;
  second?: string;
  /** of a real defect only */
  incident?: string | undefined;
  onRetry?: () => void;
  retryWord?: string;
}>;

export function ErrorBlock({ text, second, incident, onRetry, retryWord = '再试一次' }: ErrorProps) {
  return (
    <div className="block" role="alert">
      <p className="block-text is-error">
        <Glyph name="square" /> {text}
      </p>
      {second !== undefined && <p className="second">{second}</p>}
      {incident !== undefined && <p className="second">{`编号 ${incident}`}</p>}
      {onRetry && <Button onClick={onRetry}>{retryWord}</Button>}
    </div>
  );
}

/** A failure in the three parts, with a button to try again. */
export function TroubleBlock({ trouble, onRetry }: Readonly<{ trouble: Trouble; onRetry?: () => void }>) {
  return (
    <ErrorBlock text={trouble.happened} second={trouble.meaning + trouble.advice} {...(onRetry ? { onRetry } : {})} />
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
