/** 基层单位意见 (五(三)5): the use cases. */
import type * as z from 'zod';
import type { Archive, NewEntry } from '#archive/archive.ts';
import { isKept, noRoom } from '#archive/db.ts';
import type { opinion as contract } from '#contract/opinion.contract.ts';
import type { Application, DeliveryState } from '#model/application.ts';
import type { WorkingCalendar } from '#model/calendar.ts';
import { checkOpinion, isBlocking } from '#model/opinion-checks.ts';
import { EMPTY_OPINION, type OpinionForm } from '#model/opinion-form.ts';
import { suggestEvaluation } from '#model/opinion-suggestion.ts';
import { opinionText, type OpinionFacts } from '#model/opinion-text.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Clock } from '#ports/index.ts';
import { notActionable, standingPublicity, type Applications } from '../applications/applications.service.ts';
import { commitActs, isDone, type ActOutcome } from '../commit-acts.ts';
import { discardDraft, hasDraft, readDraft, saveDraft } from '../drafts/drafts.service.ts';
import type { Person } from '../office.ts';
import { actsById } from '../outbox/outbox.service.ts';
import type { Enrolment } from '../unit/unit.service.ts';
import {
  selectByCommand,
  selectEvaluations,
  selectLastSubmitted,
  selectVersions,
  type OpinionRow,
} from './opinion.repository.ts';
import { carriedOver, factsOf, suggestedForm, withCommonPart } from './opinion.rules.ts';
import { createResemblance, type Resemblance } from './resemblance.ts';
import { journalOf, replayOpinion, type Submission } from './submission.ts';

export type Deps = Readonly<{
  archive: Archive;
  person: Person;
  clock: Clock;
  calendar: WorkingCalendar;
  applications: Applications;
  sync: Readonly<{ nudge(): void }>;
  unit: Readonly<{ enrolment(): Readonly<{ unit: Pick<Enrolment['unit'], 'name' | 'head'> }> | null }>;
}>;

type Contract = typeof contract;
type Input<M extends keyof Contract> = z.output<Contract[M]['input']>;
type Answer<M extends keyof Contract> = Result<z.input<Contract[M]['output']>, Contract[M]['errors'][number]>;
type Entry = NonNullable<ReturnType<Applications['entry']>>;
type Desk = Deps & Readonly<{ resemblance: Resemblance }>;
type OfDraft = Pick<Input<'submit'>, 'commandId' | 'applicationId'>;
type SubmitProblem = Exclude<Contract['submit']['errors'][number], 'disk-full'>;

export type Opinion = Readonly<{
  get(input: Input<'get'>): Answer<'get'>;
  people(): Answer<'people'>;
  suggest(input: Input<'suggest'>): Answer<'suggest'>;
  save(input: Input<'save'>): Answer<'save'>;
  discard(input: Input<'discard'>): Answer<'discard'>;
  submit(input: Input<'submit'>): Answer<'submit'>;
  /** The text that handing in somebody's draft would lock and send now. */
  foresee(applicationId: string): Result<string, SubmitProblem | 'no-draft'>;
  /**
   * Hands in the drafts of many, no two alike, written together. `alongside` runs in the transaction of each.
   * Nobody is told: that is for the caller to do (`applications.tell`, `sync.nudge`).
   */
  submitDrafts(
    inputs: readonly OfDraft[],
    alongside: (input: OfDraft) => void,
  ): readonly ActOutcome<SubmitProblem | 'no-draft'>[];
  draftMany(input: Input<'draftMany'>): Answer<'draftMany'>;
}>;

export function createOpinion(deps: Deps): Opinion {
  const { db } = deps.archive;
  const resemblance = createResemblance({
    evaluations: (id) => selectEvaluations(db, id),
    nameOf: deps.applications.nameOf,
  });
  const desk: Desk = { ...deps, resemblance };
  return {
    get: (input) => show(desk, input),
    people: () => listPeople(desk),
    suggest({ applicationId }) {
      const application = deps.applications.read(applicationId);
      return application ? ok({ evaluation: suggestEvaluation(application) }) : notFound();
    },
    save: (input) => save(desk, input),
    discard: (input) => discard(desk, input),
    submit: (input) => submit(desk, input),
    foresee(applicationId) {
      const prepared = prepareDraft(desk, { commandId: '', applicationId });
      return prepared.ok ? ok(prepared.value.act.payload.text) : prepared;
    },
    submitDrafts: (inputs, alongside) => commitSubmissions(desk, inputs, (one) => prepareDraft(desk, one), alongside),
    draftMany: (input) => draftMany(desk, input),
  };
}

function show(desk: Desk, { applicationId }: Input<'get'>): Answer<'get'> {
  const { archive, applications, clock, resemblance } = desk;
  const application = applications.read(applicationId);
  const entry = applications.entry(applicationId);
  if (!application || !entry) return notFound();
  const versions = selectVersions(archive.db, applicationId);
  const draft = readDraft(archive.db, 'opinion', applicationId);
  const form = draft?.content ?? startingForm(desk, entry, versions[0]);
  const acts = actsById(
    archive.db,
    versions.map(({ commandId }) => commandId),
    clock.now(),
  );
  return ok({
    facts: factsAbout(desk, application, entry),
    form,
    isDraft: draft !== null,
    savedAt: draft?.savedAt ?? null,
    versions: versions.slice(0, MAX_VERSIONS).map(({ number, text, submittedAt, submittedBy, commandId }) => ({
      number,
      text,
      submittedAt,
      submittedBy,
      delivery: acts.get(commandId)?.delivery ?? 'due',
    })),
    version: entry.digest.version,
    notNow: notActionable(entry),
    similarTo: resemblance.closest(applicationId, form.evaluation),
  });
}

/** As many as the contract carries. */
const MAX_VERSIONS = 200;

/** What was handed in last, else what the unit said of the one before. */
function startingForm({ archive, unit }: Desk, { digest }: Entry, newest: OpinionRow | undefined): OpinionForm {
  if (newest && newest.round === digest.round) return formOf(newest);
  const last = selectLastSubmitted(archive.db);
  const suggested = suggestedForm(last && formOf(last), digest.title, unit.enrolment()?.unit.head ?? '');
  return newest ? carriedOver(suggested, formOf(newest)) : suggested;
}

function formOf({ form }: OpinionRow): OpinionForm {
  return { ...EMPTY_OPINION, ...(JSON.parse(form) as OpinionForm) };
}

function factsAbout({ archive, unit, calendar }: Desk, application: Application, { digest }: Entry): OpinionFacts {
  const posted = standingPublicity(archive.db, application, digest.round);
  return factsOf(application, unit.enrolment()?.unit.name ?? '', posted, calendar);
}

function listPeople({ applications }: Desk): Answer<'people'> {
  return ok({
    people: applications.inView('to-review').map(({ row, forms }) => ({
      id: row.id,
      name: row.name,
      department: row.department,
      title: row.title,
      standing: row.opinion,
      isPublicityConcluded: (forms.publicity?.concludedAt ?? null) !== null,
    })),
  });
}

function save(desk: Desk, { applicationId, form }: Input<'save'>): Answer<'save'> {
  const { archive, applications, clock, resemblance } = desk;
  if (!applications.has(applicationId)) return notFound();
  const isNew = !hasDraft(archive.db, 'opinion', applicationId);
  const savedAt = clock.now();
  const draft = { kind: 'opinion', subject: applicationId, content: form } as const;
  if (!isKept(() => saveDraft(archive.db, draft, savedAt))) return noRoom();
  resemblance.changed(applicationId);
  if (isNew) applications.touched([applicationId]);
  return ok({ savedAt, similarTo: resemblance.closest(applicationId, form.evaluation) });
}

function discard({ archive, applications, resemblance }: Desk, { applicationId }: Input<'discard'>): Answer<'discard'> {
  if (!applications.has(applicationId)) return notFound();
  discardDraft(archive.db, { kind: 'opinion', subject: applicationId });
  resemblance.changed(applicationId);
  applications.touched([applicationId]);
  return ok(null);
}

function submit(desk: Desk, input: Input<'submit'>): Answer<'submit'> {
  const { archive, applications, sync } = desk;
  const { commandId, applicationId } = input;
  // The same act again (a lost answer, a double press) has the same outcome, once.
  const earlier = selectByCommand(archive.db, commandId);
  if (earlier) return ok({ number: earlier.number, delivery: deliveryOf(desk, commandId) });
  const [outcome] = commitSubmissions(desk, [input], (one) => prepareSubmission(desk, one));
  if (!outcome || outcome instanceof Error) throw outcome ?? new Error('a submission without an outcome');
  if (!outcome.ok) return outcome;
  applications.tell([applicationId]);
  sync.nudge();
  const made = selectByCommand(archive.db, commandId);
  if (!made) throw new Error('an opinion just handed in is not in the archive');
  return ok({ number: made.number, delivery: deliveryOf(desk, commandId) });
}

function commitSubmissions<I extends OfDraft, C extends string>(
  desk: Desk,
  inputs: readonly I[],
  prepare: (input: I) => Result<Submission, C>,
  alongside: (input: I) => void = () => undefined,
): readonly ActOutcome<C>[] {
  const { archive, applications, resemblance } = desk;
  function entryOf(input: I): Result<NewEntry | null, C> {
    if (selectByCommand(archive.db, input.commandId)) return ok(null);
    const prepared = prepare(input);
    return prepared.ok ? ok(journalOf(prepared.value)) : prepared;
  }
  const outcomes = commitActs(archive, inputs, entryOf, (entry, input) => {
    replayOpinion(archive, entry);
    alongside(input);
  });
  const made = inputs.filter((_, index) => isDone(outcomes[index])).map(({ applicationId }) => applicationId);
  made.forEach((id) => resemblance.changed(id));
  applications.refresh(made);
  return outcomes;
}

function prepareDraft(
  desk: Desk,
  { commandId, applicationId }: OfDraft,
): Result<Submission, SubmitProblem | 'no-draft'> {
  const entry = desk.applications.entry(applicationId);
  const draft = readDraft(desk.archive.db, 'opinion', applicationId);
  if (!entry) return notFound();
  if (!draft) return fail('no-draft', 'nobody has drafted one');
  return prepareSubmission(desk, { commandId, applicationId, version: entry.digest.version, form: draft.content });
}

/** The version that would be locked, or why none can be. */
function prepareSubmission(
  desk: Desk,
  { commandId, applicationId, version, form }: Input<'submit'>,
): Result<Submission, SubmitProblem> {
  const { archive, applications, clock, person } = desk;
  const application = applications.read(applicationId);
  const entry = applications.entry(applicationId);
  if (!application || !entry) return notFound();
  const notNow = notActionable(entry);
  if (notNow) return fail(notNow, 'the unit cannot act on it');
  if (version !== application.version) {
    return fail('stale-version', 'it has changed', { version: application.version });
  }
  const facts = factsAbout(desk, application, entry);
  const checks = checkOpinion(form, facts, { today: applications.today(), otherNames: [], similarTo: null });
  const blocking = checks.filter(isBlocking);
  if (blocking.length > 0) {
    const codes = blocking.map(({ code, field }) => `${code}:${field}`);
    return fail('opinion-incomplete', 'it may not be handed in so', { checks: codes, title: blocking[0]?.title });
  }
  const { state, chancesUsed, strikes } = application;
  const number = (selectVersions(archive.db, applicationId)[0]?.number ?? 0) + 1;
  const now = clock.now();
  const act: Submission['act'] = {
    commandId,
    applicationId,
    act: 'opinion',
    payload: { text: opinionText(form, facts), number },
    baseVersion: version,
    expect: { state, chancesUsed, strikes },
    decidedAt: now,
    decidedById: person.id,
    decidedBy: person.name,
    // a change makes the next version, so nothing has to be taken back
    sendsAt: now,
  };
  return ok({ act, form, round: entry.digest.round });
}

function deliveryOf({ archive, clock }: Desk, commandId: string): DeliveryState {
  return actsById(archive.db, [commandId], clock.now()).get(commandId)?.delivery ?? 'due';
}

function draftMany(desk: Desk, { applicationIds, common }: Input<'draftMany'>): Answer<'draftMany'> {
  const { archive, applications, clock } = desk;
  const savedAt = clock.now();
  const drafts = applicationIds.flatMap((id) => {
    const entry = applications.entry(id);
    if (!entry || notActionable(entry) !== null || entry.row.opinion === 'submitted') return [];
    const held = readDraft(archive.db, 'opinion', id)?.content ?? EMPTY_OPINION;
    const content = withCommonPart(held, common, entry.digest.title);
    return content ? [{ kind: 'opinion', subject: id, content } as const] : [];
  });
  const saveAll = () => archive.db.transaction(() => drafts.forEach((draft) => saveDraft(archive.db, draft, savedAt)));
  if (!isKept(saveAll)) return noRoom();
  // their evaluations are what they were
  const drafted = drafts.map(({ subject }) => subject);
  applications.committed(drafted.length > MAX_TOUCHED ? null : drafted);
  return ok({ drafted: drafts.length, skipped: applicationIds.length - drafts.length });
}

/** Above that, reading all anew is quicker than one by one. */
const MAX_TOUCHED = 1000;

function notFound(): ReturnType<typeof fail<'not-found'>> {
  return fail('not-found', 'no such application');
}
