/**
 * Unit, applicant and superior in any order: what must hold at the desk and at the city, whatever happens.
 * Sources: 五(二)3(1) four chances, 五(三) 注意 three strikes, Q18 publicity, 五(三)4 opinion before approval.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Application, Step } from '#model/application.ts';
import { CHANCES, STRIKES } from '#model/chances.ts';
import { World } from './world.ts';

const HOW_MANY = 2;
const which = fc.nat(HOW_MANY - 1);
const back = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) });

const anyStep = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('post' as const), both: fc.boolean(), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('object' as const), which, back }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('settle' as const), upheld: fc.integer({ min: 0, max: 5 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('conclude' as const), back }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), back }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('opine' as const), which }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('approve' as const), which }) },
  // what a careful unit does in a row: without it hardly any history reaches an approval
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('prepare' as const), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('send-back' as const), which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('decline' as const),
      which,
      isReset: fc.integer({ min: 0, max: 3 }),
      isAnswered: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.constantFrom(0.1, 1, 8) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('sync' as const), lost: fc.integer({ min: 0, max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('resubmit' as const), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('superior-opinion' as const), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('accept' as const), which }) },
);
type AnyStep = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

function take(world: World, step: AnyStep): void {
  switch (step.kind) {
    case 'post':
      return world.post(step.both ? [0, 1] : [step.which]);
    case 'object':
      return world.object(step.which, step.back);
    case 'settle':
      return world.settleObjection(step.upheld === 0 ? 'upheld' : 'unfounded');
    case 'conclude':
      return world.conclude(step.back);
    case 'cancel':
      return world.cancel(step.back);
    case 'opine':
      return world.opine(step.which);
    case 'approve':
      return void world.decide(step.which, 'approve');
    case 'decline':
      return decline(world, step.which, step.isReset === 0 ? 'reset' : 'return', step.isAnswered);
    case 'prepare':
      return prepare(world, step.which);
    case 'send-back':
      return sendBack(world, step.which);
    case 'undo':
      return world.undo();
    case 'wait':
      return world.wait(step.days);
    case 'sync':
      return world.sync(step.lost === 0);
    case 'restart':
      return world.restart();
    case 'resubmit':
    case 'superior-opinion':
    case 'accept':
      return world.outside(step.which, step.kind);
  }
}

/** Notice, its end, the opinion. */
function prepare(world: World, at: number): void {
  world.post([at]);
  world.wait(8);
  world.conclude(0);
  world.opine(at);
}

/** A chance is spent; the applicant corrects at once, or later. */
function decline(world: World, at: number, decision: 'return' | 'reset', isAnswered: boolean): void {
  world.decide(at, decision);
  if (!isAnswered) return;
  world.wait(0.1);
  world.sync(false);
  world.outside(at, 'resubmit');
  world.pull();
}

/** Approved, handed on, and sent back by a superior to an applicant who corrects at once. */
function sendBack(world: World, at: number): void {
  world.decide(at, 'approve');
  world.wait(0.1);
  world.sync(false);
  world.outside(at, 'superior-opinion');
  world.outside(at, 'resubmit');
  world.pull();
}

/** Of one application at the city: counters, conditions of every approval, and a step for everything that happened. */
function checkCity(application: Application, effects: readonly { act: string }[]): void {
  const { history, chancesUsed, strikes, version } = application;
  expect(chancesUsed).toBeLessThanOrEqual(CHANCES);
  expect(strikes).toBeLessThanOrEqual(STRIKES);
  expect(count(history, 'return', 'reset')).toBe(chancesUsed);
  expect(count(history, 'opinion')).toBe(strikes);
  history.forEach((step, at) => step.action === 'approve' && checkApproval(history.slice(0, at), step));
  // history complete: one step of the unit for each of its acts that took effect, in their order
  const ours = history.filter(({ level }) => level === 'unit').map(({ action }) => ACT_OF[action] ?? action);
  expect(ours).toEqual(effects.map(({ act }) => act));
  expect(version).toBe(1 + history.filter(({ action }) => action !== 'submit' && action !== 'close').length);
}

const ACT_OF: Readonly<Partial<Record<Step['action'], string>>> = { 'basic-opinion': 'opinion' };

/** In the round that a reset began: an opinion, and a notice whose latest word is that it is over without obstacle. */
function checkApproval(before: readonly Step[], approval: Step): void {
  const round = before.slice(before.findLastIndex(({ action }) => action === 'reset') + 1);
  expect(round.some(({ action }) => action === 'basic-opinion')).toBe(true);
  const notice = round.findLast(({ action }) => action === 'publicity');
  expect(notice?.opinion).toMatch(/^公示结束/);
  expect(notice?.opinion).not.toMatch(/属实/);
  const endsOn = /至(\d{4}-\d{2}-\d{2})/.exec(notice?.opinion ?? '')?.[1] ?? '9999-12-31';
  expect(new Date(approval.at + 8 * 3_600_000).toISOString().slice(0, 10) > endsOn).toBe(true);
}

function count(history: readonly Step[], ...actions: readonly Step['action'][]): number {
  return history.filter(({ action }) => actions.includes(action)).length;
}

/** Of the desk: nothing approved without its conditions, nothing acknowledged lost, and the audit chain whole. */
function checkDesk(world: World): void {
  const { applications, temp } = world.bench;
  for (const id of world.ids) {
    const entry = applications.entry(id);
    expect(entry?.row.chancesLeft).toBeGreaterThanOrEqual(0);
    expect(entry?.row.chancesLeft).toBeLessThanOrEqual(CHANCES);
  }
  expect(temp.archive.audit.firstBroken()).toBeNull();
}

it('keeps chances ≤ 4, strikes ≤ 3, no approval without opinion and concluded publicity, and the whole history', () => {
  const seen = new Map<string, number>();
  let refusedByCity = 0;
  let closed = 0;
  let spent = 0;
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 60, maxLength: 140, size: 'max' }), (steps) => {
      const world = new World(HOW_MANY);
      try {
        for (const step of steps) {
          take(world, step);
          checkDesk(world);
        }
        world.wait(0.1);
        world.sync(false);
        world.ids.forEach((id, at) => {
          const effects = world.effects.filter(({ applicationId }) => applicationId === id);
          checkCity(world.at(at), effects);
          expect(world.held(at)).toEqual(world.at(at));
          closed += world.at(at).state === 'closed' ? 1 : 0;
          spent += world.at(at).chancesUsed === CHANCES ? 1 : 0;
          for (const { act } of effects) seen.set(act, (seen.get(act) ?? 0) + 1);
        });
        const acts = world.acts();
        const effective = acts.filter(({ delivery }) => delivery === 'effective').map(({ commandId }) => commandId);
        expect(effective.toSorted()).toEqual(world.effects.map(({ commandId }) => commandId).toSorted());
        refusedByCity += acts.filter(({ problem }) => problem === 'conditions-unmet').length;
      } finally {
        world.bench.dispose();
      }
    }),
    { numRuns: 24 },
  );
  // the desk never lets something through that the city has to refuse for its conditions
  expect(refusedByCity).toBe(0);
  for (const act of ['publicity', 'opinion', 'approve', 'return', 'reset']) expect(seen.get(act)).toBeGreaterThan(5);
  expect(closed).toBeGreaterThan(0);
  expect(spent).toBeGreaterThan(0);
}, 180_000);
