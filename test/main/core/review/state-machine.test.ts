/** Whatever happens in whatever order to one archive, these hold. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markSending, outboxPage, settleAttention, settleEffective } from '#core/outbox/outbox.service.ts';
import { DECISIONS, type Application, type ApplicationState } from '#model/application.ts';
import { CHANCES } from '#model/chances.ts';
import { aReturnOf, makeApprovable, openReviewBench, type ReviewBench } from '../../../support/review-bench.ts';

const HOW_MANY = 2;

/** The first four times in five. */
function mostly<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

const which = fc.nat(HOW_MANY - 1);
/** how many decisions ago, of those that were acknowledged */
const howFarBack = mostly(0, 1, 2, 7);

/** What may happen, at odds by which long histories come about: the unlikely ends most of them. */
const anyStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('receive' as const),
      which,
      /** below 0: an older version than the one the city sent last */
      ahead: mostly(1, 2, 0, -1, -2),
      state: mostly<ApplicationState>('unit-review', 'with-applicant', 'closed'),
      chancesUsed: mostly(0, 1, 2, 3, 4, 6),
      strikes: mostly(0, 1, 2, 3),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      which,
      decision: fc.constantFrom(...DECISIONS),
      lag: mostly(0, 1),
      isConfirmed: fc.boolean(),
      isAgain: mostly(false, true),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), back: howFarBack }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('send' as const), back: howFarBack }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('receipt' as const), back: howFarBack }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refusal' as const), back: howFarBack }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
);
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

/** The archive and what the test knows of it. */
class World {
  bench: ReviewBench = openReviewBench();
  readonly #latest: Application[];
  readonly acknowledged: string[] = [];
  readonly #undone = new Set<string>();
  #seq = 0;

  constructor() {
    this.#latest = Array.from({ length: HOW_MANY }, () => makeApprovable({ version: 10 }));
    this.bench.arrive(...this.#latest);
  }

  take(step: Step): void {
    const { bench } = this;
    if (step.kind === 'receive') this.#receive(step);
    else if (step.kind === 'decide') this.#decide(step);
    else if (step.kind === 'undo') this.#undo(this.#decidedBack(step.back));
    else if (step.kind === 'send' || step.kind === 'receipt' || step.kind === 'refusal')
      this.#travel(step.kind, this.#decidedBack(step.back));
    else if (step.kind === 'wait') bench.clock.at += step.minutes * 60_000;
    else if (step.kind === 'restart') this.bench = bench.restart();
    else {
      const { id } = this.#latest[step.which] as Application;
      bench.temp.db.transaction(() => bench.applications.remove(id));
      bench.applications.committed([id]);
    }
  }

  #receive({ which: at, ahead, state, chancesUsed, strikes }: Extract<Step, { kind: 'receive' }>): void {
    const before = this.#latest[at] as Application;
    const sent = { ...before, version: Math.max(1, before.version + ahead), state, chancesUsed, strikes };
    const held = this.bench.applications.read(before.id);
    this.bench.arrive(sent);
    const now = this.bench.applications.read(before.id);
    expect(now).toEqual(held && held.version > sent.version ? held : sent);
    this.#latest[at] = now as Application;
  }

  #decide({ which: at, decision, lag, isConfirmed, isAgain }: Extract<Step, { kind: 'decide' }>): void {
    const application = this.#latest[at] as Application;
    const { bench } = this;
    const row = bench.applications.entry(application.id)?.row;
    const views = bench.applications.entry(application.id)?.views;
    const input = aReturnOf(application, {
      commandId: (isAgain && this.acknowledged.at(-1)) || randomUUID(),
      version: application.version - lag,
      decision,
      lastChanceConfirmed: isConfirmed,
    });
    const made = bench.review.decide(input);
    if (!made.ok || this.acknowledged.includes(input.commandId)) return;
    this.acknowledged.push(input.commandId);
    expect(lag).toBe(0);
    expect([row?.pending, row?.state, views?.has('to-review')]).toEqual([null, 'unit-review', true]);
    expect(made.value.chancesLeft).toBe((row?.chancesLeft ?? 0) - (decision === 'approve' ? 0 : 1));
  }

  #undo(commandId: string | null): void {
    if (commandId === null) return;
    const before = this.#deliveries().get(commandId);
    const undone = this.bench.review.undo(commandId);
    expect(undone.ok).toBe(['waiting', 'due', 'undone'].includes(before ?? ''));
    if (undone.ok) this.#undone.add(commandId);
  }

  /** As sync does it: only what is due goes out, only what went out is answered. */
  #travel(kind: 'send' | 'receipt' | 'refusal', commandId: string | null): void {
    if (commandId === null) return;
    const { db } = this.bench.temp;
    const delivery = this.#deliveries().get(commandId);
    const view = this.#decisions().find((d) => d.commandId === commandId);
    if (!view || (kind === 'send' ? delivery !== 'due' : delivery !== 'sending')) return;
    const { applicationId, baseVersion } = view;
    if (applicationId === null) return;
    const now = this.bench.clock.now();
    if (kind === 'send') markSending(db, { commandId, baseVersion }, (this.#seq += 1), '{}');
    else if (kind === 'refusal') settleAttention(db, commandId, 'superseded', now);
    else {
      const receipt = {
        number: `20260901-${String(this.#seq)}`,
        commandId,
        applicationId,
        payloadHash: 'a'.repeat(64),
      };
      settleEffective(db, { ...receipt, version: baseVersion + 1, cursor: '1', serverTime: now, signature: 'x' }, now);
    }
    this.bench.applications.touched([applicationId]);
  }

  #decidedBack(back: number): string | null {
    return this.acknowledged.at(-1 - back) ?? null;
  }

  #decisions() {
    return outboxPage(this.bench.temp.db, { offset: 0, limit: 1_000 }, this.bench.clock.now()).acts;
  }

  #deliveries(): ReadonlyMap<string, string> {
    return new Map(this.#decisions().map((d) => [d.commandId, d.delivery]));
  }

  check(): void {
    const { applications, temp } = this.bench;
    const decisions = this.#decisions();
    expect(decisions.map((d) => d.commandId).toSorted()).toEqual(this.acknowledged.toSorted());
    for (const id of this.#undone) expect(this.#deliveries().get(id)).toBe('undone');
    for (const { id } of this.#latest) {
      const open = decisions.filter(
        (d) => d.applicationId === id && ['waiting', 'due', 'sending'].includes(d.delivery),
      );
      expect(open.length).toBeLessThanOrEqual(1);
      const entry = applications.entry(id);
      const held = applications.read(id);
      expect(entry === undefined).toBe(held === null);
      if (!entry || !held) continue;
      expect(entry.row.chancesLeft).toBeGreaterThanOrEqual(0);
      expect(entry.row.chancesLeft).toBeLessThanOrEqual(CHANCES);
      expect(entry.row.version).toBe(held.version);
      if (open[0]) expect(entry.row.pending?.commandId).toBe(open[0].commandId);
    }
    expect(temp.archive.audit.firstBroken()).toBeNull();
  }

  /** What is kept in memory is what the files say. */
  checkAfterRestart(): void {
    this.bench.applications.touched(this.#latest.map(({ id }) => id));
    const before = this.#latest.map(({ id }) => this.bench.applications.entry(id));
    this.bench = this.bench.restart();
    expect(this.#latest.map(({ id }) => this.bench.applications.entry(id))).toEqual(before);
    this.check();
  }
}

it('every acknowledged decision is in the archive once, one at most is open, and chances never fall below none', () => {
  let decided = 0;
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 40, maxLength: 100, size: 'max' }), (steps) => {
      const world = new World();
      try {
        for (const one of steps) {
          world.take(one);
          world.check();
        }
        world.checkAfterRestart();
        decided += world.acknowledged.length;
      } finally {
        world.bench.dispose();
      }
    }),
    { numRuns: 20 },
  );
  expect(decided).toBeGreaterThan(20);
});
