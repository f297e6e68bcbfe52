import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import type { Caller } from '../router.ts';
import type { Review } from './review.service.ts';

export function createReviewHandlers(office: () => { review: Review }): Handlers<AppContract, Caller>['review'] {
  return {
    decide: (input) => office().review.decide(input),
    undo: ({ commandId }) => office().review.undo(commandId),
  };
}
