import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import type { Caller } from '../router.ts';
import type { Opinion } from './opinion.ts';

export function createOpinionHandlers(office: () => { opinion: Opinion }): Handlers<AppContract, Caller>['opinion'] {
  return {
    get: (input) => office().opinion.get(input),
    people: () => office().opinion.people(),
    suggest: (input) => office().opinion.suggest(input),
    save: (input) => office().opinion.save(input),
    discard: (input) => office().opinion.discard(input),
    submit: (input) => office().opinion.submit(input),
    draftMany: (input) => office().opinion.draftMany(input),
  };
}
