/**
 * Writes a form down as it is typed: a moment after it changed, before the desk locks, and when its page
 * is left. There is no save button.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '#model/result.ts';
import { beforeLock } from './before-lock.ts';

const SAVE_AFTER_MS = 400;

export type Saving = Readonly<{
  /** epoch ms of what lies in the archive; null: nothing does */
  savedAt: number | null;
  /** why the last save did not reach the disk */
  problem: Failure | null;
}>;

export type Autosave<T> = Saving &
  Readonly<{
    /** To be written down in place of what was put before; what failed is tried again with the next. */
    put(content: T): void;
    /** What was put is on disk when it resolves true. */
    flush(): Promise<boolean>;
    /** Nothing that was put is written any more. */
    drop(): void;
    /** What was read, or why nothing could be; of what was dropped nothing is left. */
    note(saving: Partial<Saving>): void;
  }>;

/** `save` stays the same while the form is about the same thing. */
export function useAutosave<T>(
  save: (content: T) => Promise<Result<Readonly<{ savedAt: number }>>>,
  startedAt: number | null = null,
): Autosave<T> {
  const [saving, setSaving] = useState<Saving>({ savedAt: startedAt, problem: null });
  const unsaved = useRef<Readonly<{ content: T }> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** one save after another: an older form never lands on a newer one */
  const running = useRef<Promise<boolean>>(Promise.resolve(true));

  const note = useCallback((part: Partial<Saving>) => setSaving((before) => ({ ...before, ...part })), []);
  const saveUnsaved = useCallback(async (): Promise<boolean> => {
    const typed = unsaved.current;
    if (!typed) return true;
    unsaved.current = null;
    const answer = await save(typed.content);
    if (answer.ok) note({ savedAt: answer.value.savedAt, problem: null });
    else {
      unsaved.current ??= typed;
      note({ problem: answer.error });
    }
    return answer.ok;
  }, [save, note]);
  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current = running.current.then(saveUnsaved, saveUnsaved);
    return running.current;
  }, [saveUnsaved]);

  useEffect(() => {
    const stop = beforeLock(async () => {
      takeTyped();
      await flush();
    });
    return () => {
      stop();
      void flush();
    };
  }, [flush]);

  const put = useCallback(
    (content: T) => {
      unsaved.current = { content };
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS);
    },
    [flush],
  );
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    unsaved.current = null;
  }, []);
  return { ...saving, put, flush, drop, note };
}

/** Some fields take what is typed on leaving; the lock does not leave them first. */
function takeTyped(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
