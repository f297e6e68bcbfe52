import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import type { Caller } from '../router.ts';
import type { Publicity } from './publicity.ts';

export function createPublicityHandlers(
  office: () => { publicity: Publicity },
): Handlers<AppContract, Caller>['publicity'] {
  return {
    board: () => office().publicity.board(),
    plan: (input) => office().publicity.plan(input),
    notice: (input) => office().publicity.notice(input),
    post: (input) => office().publicity.post(input),
    movePosting: (input) => office().publicity.movePosting(input),
    amend: (input) => office().publicity.amend(input),
    cancel: (input) => office().publicity.cancel(input),
    takeOff: (input) => office().publicity.takeOff(input),
    raiseObjection: (input) => office().publicity.raiseObjection(input),
    settleObjection: (input) => office().publicity.settleObjection(input),
    conclude: (input) => office().publicity.conclude(input),
    reopen: (input) => office().publicity.reopen(input),
    recordDispatch: (input) => office().publicity.recordDispatch(input),
    addPhoto: (input) => office().publicity.addPhoto(input),
    removePhoto: (input) => office().publicity.removePhoto(input),
    deadlines: () => office().publicity.deadlines(),
  };
}
