import { useState } from 'react';
import type { Result } from '#model/result.ts';
import { publicityRefusal } from './trouble-words.ts';
import type { PublicityMethod } from './types.ts';

export type Act = Readonly<{
  isBusy: boolean;
  /** why it was not done, in words */
  refusal: string | null;
  /** Gives the value, or undefined after a refusal; does nothing while one is under way. */
  run<T>(method: PublicityMethod, call: () => Promise<Result<T>>): Promise<Readonly<{ value: T }> | null>;
}>;

/** One act at a time, and the core's answer in words. */
export function useAct(): Act {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    isBusy,
    refusal,
    async run(method, call) {
      if (isBusy) return null;
      setBusy(true);
      setRefusal(null);
      const answer = await call();
      setBusy(false);
      if (answer.ok) return { value: answer.value };
      setRefusal(publicityRefusal(method, answer.error));
      return null;
    },
  };
}
