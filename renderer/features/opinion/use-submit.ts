/** From 「提交」 to the core's answer. The act carries the id and version that were on screen. */
import { useEffect, useRef, useState } from 'react';
import { isBlocking, type OpinionCheck } from '#model/opinion-checks.ts';
import { api } from '../../client/index.ts';
import { focusField } from './opinion-fields.tsx';
import type { Opinion } from './types.ts';
import type { FormState } from './use-opinion-form.ts';
import { opinionTrouble } from './words.ts';

export type Submitted = Readonly<{ id: string; name: string; number: number }>;

type Options = Readonly<{
  id: string;
  opinion: Opinion;
  state: FormState;
  /** of the form as it is at that moment */
  check(): readonly OpinionCheck[];
  onSubmitted(submitted: Submitted): void;
}>;

/** A key held down on one person must not fall on the next (ux 3.3). */
const GUARD_MS = 400;

export function useSubmit({ id, opinion, state, check, onSubmitted }: Options) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const isGuarded = useRef(true);
  // one id for one act: pressing twice, or a lost answer, submits once
  const commandId = useRef(crypto.randomUUID());
  useEffect(() => {
    const timer = setTimeout(() => {
      isGuarded.current = false;
    }, GUARD_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => setRefusal(''), [state.form]);

  function ask(): void {
    const blocking = check().filter(isBlocking);
    const [first] = blocking;
    if (!first) return setAsking(true);
    setRefusal(`还不能提交：${first.text}${blocking.length > 1 ? `另有${blocking.length - 1}处，见右边。` : ''}`);
    focusField(first.field);
  }
  return {
    isAsking,
    isBusy,
    refusal,
    ask,
    /** The same by keyboard: not in the first moment, when the key was meant for the one before. */
    askByKey() {
      if (!isGuarded.current) ask();
    },
    cancel: () => setAsking(false),
    async confirm() {
      if (isBusy) return;
      setBusy(true);
      // a draft still on its way must not land on what is handed in
      await state.flush();
      const answer = await api.opinion.submit({
        commandId: commandId.current,
        applicationId: id,
        version: opinion.version,
        form: state.form,
      });
      setBusy(false);
      setAsking(false);
      if (!answer.ok) return setRefusal(opinionTrouble(answer.error));
      commandId.current = crypto.randomUUID();
      state.settle();
      onSubmitted({ id, name: opinion.facts.name, number: answer.value.number });
    },
  };
}
