import { useState } from 'react';
import type { ModuleId } from '#model/modules.ts';
import type { Failure, Result } from '#model/result.ts';
import { api, useQuery } from '../../client/index.ts';
import { troubleOf, troubleText } from '../../ui/trouble.ts';
import type { Phrase } from './phrases.ts';
import { PHRASE_TROUBLES } from './words.ts';

export type Phrases = Readonly<{
  all: readonly Phrase[];
  /** what became of the last act, in words */
  said: string | null;
  /** A new one, or new words for an old one. */
  save(phrase: Readonly<{ id: string; moduleId: ModuleId | null; text: string }>): Promise<void>;
  remove(id: string): Promise<void>;
  used(id: string): Promise<void>;
}>;

export function usePhrases(): Phrases {
  const { value, refetch } = useQuery('phrases', () => api.phrases.list({}));
  const [said, setSaid] = useState<string | null>(null);

  function hear(answer: Result<unknown, string>, word: string | null): void {
    setSaid(answer.ok ? word : wordsOf(answer.error));
    refetch();
  }
  return {
    all: value?.phrases ?? [],
    said,
    save: async (phrase) => hear(await api.phrases.save(phrase), '已存为常用语'),
    remove: async (id) => hear(await api.phrases.remove({ id }), null),
    used: async (id) => hear(await api.phrases.used({ id }), null),
  };
}

function wordsOf(failure: Failure): string {
  return troubleText(troubleOf(failure, PHRASE_TROUBLES));
}
