/** The form as it is typed, per person. What is taken over or suggested can be given back at once. */
import { useCallback, useRef, useState } from 'react';
import type { OpinionForm } from '#model/opinion-form.ts';
import { api, useAutosave, type Autosave } from '../../client/index.ts';
import type { Opinion, Similar } from './types.ts';

/** Put in by the program, with what stood there before. */
type Replaced = Readonly<{ words: string; before: OpinionForm }>;

export type FormState = Pick<Autosave<OpinionForm>, 'savedAt' | 'problem' | 'flush'> &
  Readonly<{
    form: OpinionForm;
    similarTo: Similar;
    replaced: Replaced | null;
    change(part: Partial<OpinionForm>): void;
    /** As `change`, said in words and taken back by `giveBack` until the next typing. */
    replace(part: Partial<OpinionForm>, words: string): void;
    giveBack(): void;
    /** The form was handed in or dropped: nothing of it is saved any more. */
    settle(): void;
  }>;

export function useOpinionForm(applicationId: string, start: Opinion): FormState {
  const [form, setForm] = useState<OpinionForm>(start.form);
  const [replaced, setReplaced] = useState<Replaced | null>(null);
  const current = useRef(form);
  const [similarTo, setSimilarTo] = useState<Similar>(start.similarTo);
  const save = useCallback(
    async (typed: OpinionForm) => {
      const answer = await api.opinion.save({ applicationId, form: typed });
      if (answer.ok) setSimilarTo(answer.value.similarTo);
      return answer;
    },
    [applicationId],
  );
  const saving = useAutosave(save, start.savedAt);

  function put(part: Partial<OpinionForm>): void {
    current.current = { ...current.current, ...part };
    setForm(current.current);
    saving.put(current.current);
  }
  return {
    savedAt: saving.savedAt,
    problem: saving.problem,
    flush: saving.flush,
    form,
    similarTo,
    replaced,
    change(part) {
      setReplaced(null);
      put(part);
    },
    replace(part, words) {
      setReplaced({ words, before: current.current });
      put(part);
    },
    giveBack() {
      if (replaced) put(replaced.before);
      setReplaced(null);
    },
    settle() {
      saving.drop();
      setReplaced(null);
    },
  };
}
