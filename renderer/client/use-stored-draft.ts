/** A draft of the archive on screen: read once, written down as it changes, gone when its act is done. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from './desk.ts';
import { useAutosave, type Saving } from './use-autosave.ts';

type Read = Extract<Awaited<ReturnType<typeof api.drafts.get>>, { ok: true }>;
type Draft = NonNullable<Read['value']>['draft'];
type Contents = { readonly [D in Draft as D['kind']]: D['content'] };
type Subjects = { readonly [D in Draft as D['kind']]: D['subject'] };

export type StoredDraft<T> = Saving &
  Readonly<{
    /** `unreadable`: something may lie in the archive that is not known here */
    reading: 'under-way' | 'done' | 'unreadable';
    /** null: nobody has begun one */
    content: T | null;
    /** `before`: as it was changed last */
    change(next: (before: T | null) => T): void;
    /** The act took the draft along: nothing typed later than it is kept. */
    settle(): void;
    /** Given up: nothing is shown and nothing kept. */
    discard(): Promise<void>;
  }>;

export function useStoredDraft<K extends keyof Contents>(kind: K, subject: Subjects[K]): StoredDraft<Contents[K]> {
  const [held, setHeld] = useState<Readonly<{ content: Contents[K] | null }>>({ content: null });
  const [reading, setReading] = useState<StoredDraft<Contents[K]>['reading']>('under-way');
  const latest = useRef<Contents[K] | null>(null);
  const save = useCallback(
    // kind, subject and content belong together by this function's own type
    (typed: Contents[K]) => api.drafts.save({ kind, subject, content: typed } as Draft),
    [kind, subject],
  );
  const { put, drop, note, savedAt, problem } = useAutosave(save);
  const show = useCallback((next: Contents[K] | null) => {
    latest.current = next;
    setHeld({ content: next });
  }, []);

  useEffect(() => {
    let isGone = false;
    void api.drafts.get({ kind, subject }).then((answer) => {
      if (isGone) return;
      if (answer.ok && answer.value && latest.current === null) {
        show(answer.value.draft.content as Contents[K]);
        note({ savedAt: answer.value.savedAt });
      }
      if (!answer.ok) note({ problem: answer.error });
      setReading(answer.ok ? 'done' : 'unreadable');
    });
    return () => {
      isGone = true;
    };
  }, [kind, subject, show, note]);

  const change = useCallback<StoredDraft<Contents[K]>['change']>(
    (next) => {
      const typed = next(latest.current);
      show(typed);
      put(typed);
    },
    [show, put],
  );
  const discard = useCallback(async () => {
    drop();
    show(null);
    note({ savedAt: null });
    await api.drafts.discard({ kind, subject });
  }, [kind, subject, drop, show, note]);
  return { reading, content: held.content, savedAt, problem, change, settle: drop, discard };
}
