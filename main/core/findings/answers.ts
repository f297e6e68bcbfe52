/** 「不是问题…」 and overrides: what people answered to findings, with their reasons. */
import type { Archive } from '#archive/archive.ts';
import { noRoom, type Db } from '#archive/db.ts';
import type { AnsweredFindingSchema, FindingAnswerSchema } from '#contract/findings.contract.ts';
import type { Finding, FindingCounts } from '#model/finding.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Clock } from '#ports/index.ts';
import type * as z from 'zod';
import { keepAct } from '../keep-act.ts';
import type { Person } from '../office.ts';
import { sortFindings } from './engine.ts';
import { deleteAnswer, putAnswer, selectAnswers, type AnswerRow } from './findings.repository.ts';

export type AnsweredFinding = z.infer<typeof AnsweredFindingSchema>;
type Answer = z.infer<typeof FindingAnswerSchema>;

/** Finding's key → what somebody answered. */
export type Answers = ReadonlyMap<string, AnswerRow>;

export function answersOf(db: Db, applicationId: string): Answers {
  return byKey(selectAnswers(db, applicationId));
}

/** Of all applications, read once. */
export function allAnswers(db: Db): (applicationId: string) => Answers {
  const answers = Map.groupBy(selectAnswers(db), ({ applicationId }) => applicationId);
  return (applicationId) => byKey(answers.get(applicationId) ?? []);
}

function byKey(rows: readonly AnswerRow[]): Answers {
  return new Map(rows.map((row) => [row.key, row]));
}

/** In one order, each with its answer where that still holds. */
export function answered(findings: readonly Finding[], answers: Answers): readonly AnsweredFinding[] {
  return sortFindings(findings).map((finding) => ({ ...finding, answer: holdingAnswer(finding, answers) }));
}

/** An answer was given to a fact as it read then, and to a finding that could be answered so. */
function holdingAnswer(finding: Finding, answers: Answers): Answer | null {
  const given = answers.get(finding.key);
  if (!given || given.fact !== finding.fact || given.kind !== answerKind(finding)) return null;
  const { kind, reason, by, at } = given;
  return { kind, reason, by, at };
}

/** Blocking ones are overridden, where the guide leaves room; others are dismissed. Null: no answer is possible. */
function answerKind({ severity, canOverride }: Finding): Answer['kind'] | null {
  if (severity !== 'blocking') return 'dismissed';
  return canOverride ? 'overridden' : null;
}

/** Those that nobody has answered. */
export function countOpen(findings: readonly AnsweredFinding[]): FindingCounts {
  const counts = { blocking: 0, look: 0, hint: 0 };
  for (const { severity, answer } of findings) if (answer === null) counts[severity] += 1;
  return counts;
}

type Deps = Readonly<{
  archive: Archive;
  person: Person;
  clock: Clock;
  applications: Readonly<{
    entry(id: string): Readonly<{ findings: readonly AnsweredFinding[] }> | undefined;
    touched(ids: readonly string[]): void;
  }>;
}>;

type AnswerInput = Readonly<{ applicationId: string; key: string; reason: string }>;
type AnswerRefusal = 'not-found' | 'finding-gone' | 'cannot-override' | 'disk-full';

/** Says why a finding does not count; recorded, and undone by `withdrawAnswer`. */
export function answerFinding(
  { archive, person, clock, applications }: Deps,
  { applicationId, key, reason }: AnswerInput,
): Result<null, AnswerRefusal> {
  const entry = applications.entry(applicationId);
  if (!entry) return fail('not-found', 'no such application');
  const finding = entry.findings.find((one) => one.key === key);
  if (!finding) return fail('finding-gone', 'the finding does not stand any more');
  const kind = answerKind(finding);
  if (kind === null) return fail('cannot-override', 'the guide leaves no room');
  const answer = { applicationId, key, fact: finding.fact, kind, reason, by: person.name, at: clock.now() };
  const act = `finding.${kind === 'overridden' ? 'override' : 'dismiss'}`;
  const detail = { key, fact: finding.fact, reason };
  const isDone = keepAct({ archive, person }, { act, subject: applicationId, detail }, () =>
    putAnswer(archive.db, { ...answer, personId: person.id }),
  );
  if (!isDone) return noRoom();
  applications.touched([applicationId]);
  return ok(null);
}

/** The finding counts again. Harmless where nothing was answered. */
export function withdrawAnswer(
  { archive, person, applications }: Deps,
  { applicationId, key }: Omit<AnswerInput, 'reason'>,
): Result<null, 'not-found'> {
  if (!applications.entry(applicationId)) return fail('not-found', 'no such application');
  archive.db.transaction(() => {
    if (!deleteAnswer(archive.db, applicationId, key)) return;
    archive.audit.record({ personId: person.id, act: 'finding.withdraw', subject: applicationId, detail: { key } });
  });
  applications.touched([applicationId]);
  return ok(null);
}
