/** What fills the form besides the keyboard: the applicant's filing, the person before; and drafts for the others. */
import { useState } from 'react';
import { EMPTY_OPINION, type OpinionForm } from '#model/opinion-form.ts';
import { recommendationFor } from '#model/opinion-text.ts';
import { api } from '../../client/index.ts';
import type { Opinion, OpinionPerson } from './types.ts';
import type { FormState } from './use-opinion-form.ts';
import { draftedWords, opinionTrouble } from './words.ts';

type Options = Readonly<{
  id: string;
  opinion: Opinion;
  state: FormState;
  /** those whose opinions are written, in order */
  people: readonly OpinionPerson[];
}>;

export type OpinionActs = Readonly<{
  /** what came of the last act, in words; '' when there is nothing to say */
  words: string;
  previous: OpinionPerson | null;
  /** who would get a draft */
  others: readonly OpinionPerson[];
  isAsking: boolean;
  isBusy: boolean;
  suggest(): Promise<void>;
  takeOver(): Promise<void>;
  askDraftMany(isAsking: boolean): void;
  draftMany(): Promise<void>;
}>;

export function useOpinionActs({ id, opinion, state, people }: Options): OpinionActs {
  const [words, setWords] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const previous = people[people.findIndex((person) => person.id === id) - 1] ?? null;
  const others = people.filter((person) => person.id !== id && person.standing === 'none');

  return {
    words,
    previous,
    others,
    isAsking,
    isBusy,
    async suggest() {
      const answer = await api.opinion.suggest({ applicationId: id });
      if (!answer.ok) return setWords(opinionTrouble(answer.error));
      setWords('');
      state.replace({ evaluation: answer.value.evaluation }, '已用填报内容起草，请核对并补上业绩。');
    },
    async takeOver() {
      if (!previous) return;
      const answer = await api.opinion.get({ applicationId: previous.id });
      if (!answer.ok) return setWords(opinionTrouble(answer.error));
      const common = commonPart(answer.value.form);
      if (isNothing(common)) return setWords(`上一位${previous.name}还没有填推荐情况。`);
      setWords('');
      const recommendation = recommendationFor(common.recommendation, opinion.facts.title);
      state.replace({ ...common, recommendation }, `已套用${previous.name}的推荐情况，请核对。`);
    },
    askDraftMany: setAsking,
    async draftMany() {
      setBusy(true);
      await state.flush();
      const applicationIds = others.map((person) => person.id);
      const answer = await api.opinion.draftMany({ applicationIds, common: commonPart(state.form) });
      setBusy(false);
      setAsking(false);
      setWords(answer.ok ? draftedWords(answer.value) : opinionTrouble(answer.error));
    },
  };
}

function commonPart({ evaluation: _evaluation, ownText: _ownText, ...common }: OpinionForm) {
  return common;
}

const { evaluation: _evaluation, ownText: _ownText, ...EMPTY } = EMPTY_OPINION;

function isNothing(common: ReturnType<typeof commonPart>): boolean {
  return JSON.stringify(common) === JSON.stringify({ ...EMPTY, recommendation: common.recommendation });
}
