/** 公示 (Q18): the use cases put together. */
import { showBoard, showNotice } from './board.ts';
import { concludeEach, foreseeConclusion, type ConcludeInput } from './conclude-each.ts';
import { concludeNotice, reopenConclusion } from './conclusion.ts';
import { showDeadlines } from './deadlines.ts';
import { recordDispatch } from './dispatch.ts';
import { createNoticeDesk, type Answer, type Deps, type Input } from './notice-desk.ts';
import { raiseObjection, settleObjection } from './objections.ts';
import { addPhoto, removePhoto } from './photos.ts';
import { planNotice } from './planning.ts';
import { amendNotice, cancelNotice, movePosting, postNotice, takeOff } from './posting.ts';
import { tellAgain } from './telling.ts';

export type Publicity = Readonly<{
  board(): Answer<'board'>;
  plan(input: Input<'plan'>): Answer<'plan'>;
  notice(input: Input<'notice'>): Answer<'notice'>;
  post(input: Input<'post'>): Answer<'post'>;
  movePosting(input: Input<'movePosting'>): Answer<'movePosting'>;
  amend(input: Input<'amend'>): Answer<'amend'>;
  cancel(input: Input<'cancel'>): Answer<'cancel'>;
  takeOff(input: Input<'takeOff'>): Answer<'takeOff'>;
  raiseObjection(input: Input<'raiseObjection'>): Answer<'raiseObjection'>;
  settleObjection(input: Input<'settleObjection'>): Answer<'settleObjection'>;
  conclude(input: Input<'conclude'>): Answer<'conclude'>;
  reopen(input: Input<'reopen'>): Answer<'reopen'>;
  recordDispatch(input: Input<'recordDispatch'>): Answer<'recordDispatch'>;
  addPhoto(input: Input<'addPhoto'>): Promise<Answer<'addPhoto'>>;
  removePhoto(input: Input<'removePhoto'>): Answer<'removePhoto'>;
  deadlines(): Answer<'deadlines'>;
  /** Before an approval: what it rests on goes out first. False without room on the disk. */
  tellAgain(applicationId: string): boolean;
  foreseeConclusion(applicationId: string): ReturnType<typeof foreseeConclusion>;
  /** One act a person, for a batch; `publicity.changed` is for the caller to tell. */
  concludeEach(
    inputs: readonly ConcludeInput[],
    alongside: (input: ConcludeInput) => void,
  ): ReturnType<typeof concludeEach>;
}>;

export function createPublicity(deps: Deps): Publicity {
  const desk = createNoticeDesk(deps);
  return {
    board: () => showBoard(desk),
    plan: (input) => planNotice(desk, input),
    notice: (input) => showNotice(desk, input),
    post: (input) => postNotice(desk, input),
    movePosting: (input) => movePosting(desk, input),
    amend: (input) => amendNotice(desk, input),
    cancel: (input) => cancelNotice(desk, input),
    takeOff: (input) => takeOff(desk, input),
    raiseObjection: (input) => raiseObjection(desk, input),
    settleObjection: (input) => settleObjection(desk, input),
    conclude: (input) => concludeNotice(desk, input),
    reopen: (input) => reopenConclusion(desk, input),
    recordDispatch: (input) => recordDispatch(desk, input),
    addPhoto: (input) => addPhoto(desk, input),
    removePhoto: (input) => removePhoto(desk, input),
    deadlines: () => showDeadlines(desk),
    tellAgain: (applicationId) => tellAgain(desk, applicationId),
    foreseeConclusion: (applicationId) => foreseeConclusion(desk, applicationId),
    concludeEach: (inputs, alongside) => concludeEach(desk, inputs, alongside),
  };
}
