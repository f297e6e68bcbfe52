/**
 * A unit's desk and the city in one process: the desk's own core on a real archive, the city's own rules,
 * and between them the outbox, carried by hand. Applicants and superiors act at the city.
 */
import { randomUUID } from 'node:crypto';
import {
  markSending,
  nextSeq,
  outboxPage,
  readyToSend,
  settleAttention,
  settleEffective,
  type Outgoing,
} from '#core/outbox/outbox.service.ts';
import type { Application, Decision, Step } from '#model/application.ts';
import { beijingDateOf, plainDate, startOfDay } from '#model/beijing-time.ts';
import {
  applyAcceptance,
  applyCommand,
  applyResubmit,
  applySuperiorOpinion,
  applyWithdrawal,
  judge,
  type ApplicationCommand,
} from '../city/rules.ts';
import { completeApplication } from '../support/complete-application.ts';
import { NOTICE_FACTS } from '../support/notices.ts';
import { FORM } from '../support/opinion-form.ts';
import { openReviewBench, type ReviewBench } from '../support/review-bench.ts';

const DAY_MS = 86_400_000;
/** 24:00 of it: with the calendar of 2026 there is time for several rounds */
const CLOSES_AT = startOfDay(plainDate('2026-12-31')) + DAY_MS;

export class World {
  bench: ReviewBench = openReviewBench();
  readonly ids: readonly string[];
  readonly #city = new Map<string, Application>();
  readonly #notices: string[] = [];
  readonly #objections: string[] = [];
  /** commands that took effect at the city, in order */
  readonly effects: Readonly<{ commandId: string; applicationId: string; act: string }>[] = [];

  constructor(howMany: number) {
    const window = { isProvincial: false, opensAt: null, closesAt: CLOSES_AT };
    const submit = (application: Application): Step => ({
      id: randomUUID(),
      at: application.submittedAt,
      level: 'applicant',
      actor: application.applicant.name,
      action: 'submit',
      opinion: '',
    });
    for (let i = 0; i < howMany; i += 1) {
      const application = completeApplication({ window });
      this.#city.set(application.id, { ...application, history: [submit(application)] });
    }
    this.ids = [...this.#city.keys()];
    this.bench.arrive(...this.#city.values());
  }

  at(which: number): Application {
    const application = this.#city.get(this.ids[which] ?? '');
    if (!application) throw new Error('no such application');
    return application;
  }

  /** As the desk holds it. */
  held(which: number): Application | null {
    return this.bench.applications.read(this.ids[which] ?? '');
  }

  wait(days: number): void {
    this.bench.clock.at += days * DAY_MS;
  }

  today(): string {
    return beijingDateOf(this.bench.clock.at);
  }

  post(which: readonly number[]): void {
    const noticeId = randomUUID();
    const applicationIds = which.map((i) => this.ids[i] as string);
    const made = this.bench.publicity.post({ noticeId, applicationIds, postedOn: this.today(), facts: NOTICE_FACTS });
    if (made.ok) this.#notices.push(noticeId);
  }

  /** On the newest notice, or those before it. */
  notice(back: number): string | undefined {
    return this.#notices.at(-1 - back);
  }

  object(which: number, back: number): void {
    const noticeId = this.notice(back);
    if (!noticeId) return;
    const objectionId = randomUUID();
    const facts = { receivedOn: this.today(), from: '', way: '电话', content: '反映业绩署名。' };
    const raised = this.bench.publicity.raiseObjection({
      objectionId,
      noticeId,
      applicationId: this.ids[which] as string,
      ...facts,
    });
    if (raised.ok) this.#objections.push(objectionId);
  }

  settleObjection(verdict: 'unfounded' | 'upheld'): void {
    const objectionId = this.#objections.pop();
    if (!objectionId) return;
    const facts = { investigation: '查阅原始材料并谈话核实。', settledOn: this.today() };
    this.bench.publicity.settleObjection({ objectionId, verdict, ...facts });
  }

  conclude(back: number): void {
    const noticeId = this.notice(back);
    if (noticeId) this.bench.publicity.conclude({ noticeId, applicationIds: null });
  }

  cancel(back: number): void {
    const noticeId = this.notice(back);
    if (noticeId) this.bench.publicity.cancel({ noticeId, reason: '名单有误。' });
  }

  opine(which: number): void {
    const application = this.held(which);
    if (!application) return;
    const { id, version } = application;
    const form = { ...FORM, meetingOn: '2026-08-24' };
    this.bench.opinion.submit({ commandId: randomUUID(), applicationId: id, version, form });
  }

  decide(which: number, decision: Decision): ReturnType<ReviewBench['review']['decide']> | null {
    const application = this.held(which);
    if (!application) return null;
    return this.bench.review.decide({
      commandId: randomUUID(),
      applicationId: application.id,
      version: application.version,
      decision,
      opinion: decision === 'approve' ? '经审核，同意推荐。' : '请补充学历证书扫描件。',
      lastChanceConfirmed: true,
    });
  }

  /** The newest act that waits to be taken back. */
  undo(): void {
    const waiting = this.acts().find(({ delivery }) => delivery === 'waiting');
    if (waiting) this.bench.review.undo(waiting.commandId);
  }

  acts() {
    return outboxPage(this.bench.temp.db, { offset: 0, limit: 10_000 }, this.bench.clock.at).acts;
  }

  /** What is due goes out until nothing is, then the city's state comes in. `answersLost`: the receipts stay away this time. */
  sync(answersLost: boolean): void {
    const { db } = this.bench.temp;
    for (let round = 0; round < 50; round += 1) {
      const ready = readyToSend(db, this.bench.clock.at, 200);
      if (ready.length === 0) break;
      for (const outgoing of ready) this.#carry(outgoing, answersLost);
      if (answersLost) return;
    }
    this.pull();
  }

  pull(): void {
    this.bench.arrive(...this.#city.values());
  }

  #carry(outgoing: Outgoing, answerLost: boolean): void {
    const { db } = this.bench.temp;
    const text = outgoing.command ?? JSON.stringify({ ...outgoing, command: null });
    if (outgoing.command === null) markSending(db, outgoing, nextSeq(db), text);
    const sent = JSON.parse(text) as Outgoing & { applicationId: string };
    const answer = this.#takeAtCity(sent);
    if (answerLost) return;
    const now = this.bench.clock.at;
    if (typeof answer === 'string') settleAttention(db, sent.commandId, answer, now);
    else {
      const { commandId, applicationId } = sent;
      const receipt = { number: '20260901-0001', commandId, applicationId, payloadHash: 'a'.repeat(64), cursor: '1' };
      settleEffective(db, { ...receipt, version: answer, serverTime: now, signature: 'x' }, now);
    }
    this.bench.applications.touched([sent.applicationId]);
  }

  /** The version it made, once and for ever the same; or why not. */
  #takeAtCity(sent: Outgoing & { applicationId: string }): number | string {
    const known = this.#answers.get(sent.commandId);
    if (known !== undefined) return known;
    const { act: type, applicationId, baseVersion, expect, payload, decidedBy } = sent;
    const command = { type, applicationId, baseVersion, expect, payload, decidedBy } as ApplicationCommand;
    const current = this.#city.get(applicationId) as Application;
    const now = this.bench.clock.at;
    const verdict = judge(command, current, { now, peerDecidedAfter: false });
    if (verdict.result !== 'apply') {
      this.#answers.set(sent.commandId, verdict.code);
      return verdict.code;
    }
    const next = applyCommand(current, command, now);
    this.#city.set(applicationId, next);
    this.#answers.set(sent.commandId, next.version);
    this.effects.push({ commandId: sent.commandId, applicationId, act: type });
    return next.version;
  }
  readonly #answers = new Map<string, number | string>();

  /** Everybody but the unit. Null when it is not theirs to do now. */
  outside(which: number, act: 'resubmit' | 'withdraw' | 'superior-opinion' | 'accept'): void {
    const application = this.at(which);
    const by = { at: this.bench.clock.at, actor: '外', opinion: act === 'superior-opinion' ? '请补充。' : '' };
    const { state } = application;
    const isAbove = state === 'superior-review' || state === 'city-review';
    let next: Application | null = null;
    if (act === 'resubmit' && state === 'with-applicant') next = applyResubmit(application, by, null);
    if (act === 'withdraw' && (state === 'unit-review' || state === 'with-applicant'))
      next = applyWithdrawal(application, by);
    if (act === 'superior-opinion' && isAbove) next = applySuperiorOpinion(application, by);
    if (act === 'accept' && isAbove) next = applyAcceptance(application, by);
    if (next) this.#city.set(application.id, next);
  }

  restart(): void {
    this.bench = this.bench.restart();
  }
}
