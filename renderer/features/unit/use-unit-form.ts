/** The form as it is typed, kept as a draft until it is handed in; what the city's record says stands under it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '#model/result.ts';
import { api } from '../../client/index.ts';
import { beforeLock } from '../../client/before-lock.ts';
import type { OwnUnit, UnitForm } from './types.ts';

const SAVE_AFTER_MS = 400;
const KEY = { kind: 'unit', subject: 'unit' } as const;

export type UnitFormState = Readonly<{
  /** null until the draft, if there is one, is here */
  form: UnitForm | null;
  savedAt: number | null;
  problem: Failure | null;
  change(part: Partial<UnitForm>): void;
  /** It was handed in, or given up: the record as it stands is shown again. */
  drop(): Promise<void>;
}>;

export function useUnitForm(unit: OwnUnit): UnitFormState {
  const [typed, setTyped] = useState<UnitForm | null>(null);
  const [isLoaded, setLoaded] = useState(false);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const current = useRef<UnitForm | null>(null);
  const isUnsaved = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    if (!isUnsaved.current || !current.current) return;
    isUnsaved.current = false;
    const answer = await api.drafts.save({ ...KEY, content: current.current });
    setProblem(answer.ok ? null : answer.error);
    if (answer.ok) setSavedAt(answer.value.savedAt);
    else isUnsaved.current = true;
  }, []);
  useEffect(() => {
    let isGone = false;
    void api.drafts.get(KEY).then((answer) => {
      if (isGone) return;
      if (answer.ok && answer.value?.draft.kind === 'unit' && !current.current) {
        current.current = answer.value.draft.content;
        setTyped(current.current);
        setSavedAt(answer.value.savedAt);
      }
      setLoaded(true);
    });
    const stop = beforeLock(flush);
    return () => {
      isGone = true;
      stop();
      void flush();
    };
  }, [flush]);

  return {
    form: isLoaded ? (typed ?? formOf(unit)) : null,
    savedAt,
    problem,
    change(part) {
      current.current = { ...(current.current ?? formOf(unit)), ...part };
      setTyped(current.current);
      isUnsaved.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS);
    },
    async drop() {
      clearTimeout(timer.current);
      isUnsaved.current = false;
      current.current = null;
      setTyped(null);
      setSavedAt(null);
      await api.drafts.discard(KEY);
    },
  };
}

function formOf({ name, kind, county, supervisor, head, contact, phone, address }: OwnUnit): UnitForm {
  return { name, kind, county, supervisor, head, contact, phone, address, renamedOn: '' };
}
