/** The decision as it is prepared: an approval's opinion and a return's lines, per application. */
import { useCallback } from 'react';
import type { Decision } from '#model/application.ts';
import type { ReturnLine } from '#model/return-letter.ts';
import { useStoredDraft, type StoredDraft } from '../../client/index.ts';

type Draft = Readonly<{
  decision: Decision | null;
  /** the opinion of an approval */
  text: string;
  /** of a return, as somebody last touched them; findings that came since are not among them yet */
  lines: readonly ReturnLine[];
}>;

export type DraftState = Draft &
  Pick<StoredDraft<Draft>, 'savedAt' | 'problem' | 'settle'> &
  Readonly<{
    /** until then nothing can be changed: what lies in the archive would be lost */
    isLoaded: boolean;
    change(part: Partial<Draft>): void;
  }>;

const EMPTY: Draft = { decision: null, text: '', lines: [] };

export function useDraft(applicationId: string): DraftState {
  const { reading, content, savedAt, problem, change: changeAll, settle } = useStoredDraft('review', applicationId);
  const isLoaded = reading === 'done';
  const change = useCallback(
    (part: Partial<Draft>) => {
      if (isLoaded) changeAll((before) => ({ ...(before ?? EMPTY), ...part }));
    },
    [changeAll, isLoaded],
  );
  return { ...(content ?? EMPTY), isLoaded, savedAt, problem, change, settle };
}
