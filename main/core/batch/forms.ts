/** 批量提交基层单位意见 and 批量结束公示: the unit's two forms (五(三)5, Q18). */
import type { LeftOutCode } from '#model/batch.ts';
import { publicitySentence } from '#model/opinion-text.ts';
import type { PublicityRecord } from '#model/application.ts';
import type { Failure, Result } from '#model/result.ts';
import type { ActOutcome } from '../commit-acts.ts';
import { byCommand, cannot, closedFor, outcomeOf, type BatchKind, type DueAct, type Foreseen } from './kinds.ts';

type OfOne = Readonly<{ commandId: string; applicationId: string }>;
type DoAll = (inputs: readonly OfOne[], alongside: (input: OfOne) => void) => readonly ActOutcome<string>[];

export type Opinions = Readonly<{
  foresee(applicationId: string): Result<string>;
  submitDrafts: DoAll;
}>;

/** Each one's own draft. */
export function createSubmitting(opinion: Opinions): BatchKind {
  return {
    foresee(entry) {
      const closed = closedFor(entry);
      if (closed) return closed;
      const text = opinion.foresee(entry.digest.id);
      if (text.ok) return { kind: 'will', text: text.value };
      const { code, details } = text.error;
      return code === 'no-draft' ? cannot('no-opinion-draft') : cannot('opinion-incomplete', textIn(details, 'title'));
    },
    perform: (acts, alongside) => opinion.submitDrafts(acts.map(ofOne), byCommand(acts, alongside)).map(outcomeOf),
  };
}

export type Conclusions = Readonly<{
  foreseeConclusion(applicationId: string): Result<Readonly<{ record: PublicityRecord }>>;
  concludeEach: DoAll;
}>;

/** `tell`: whoever watches notices */
export function createConcluding(publicity: Conclusions, tell: () => void): BatchKind {
  return {
    foresee(entry) {
      const closed = closedFor(entry);
      if (closed) return closed;
      const conclusion = publicity.foreseeConclusion(entry.digest.id);
      return conclusion.ok ? { kind: 'will', text: textOf(conclusion.value.record) } : whyNot(conclusion.error);
    },
    perform: (acts, alongside) => publicity.concludeEach(acts.map(ofOne), byCommand(acts, alongside)).map(outcomeOf),
    tell,
  };
}

function ofOne({ entry, commandId }: DueAct): OfOne {
  return { commandId, applicationId: entry.digest.id };
}

const REASONS: ReadonlySet<string> = new Set<LeftOutCode>([
  'no-notice',
  'already-concluded',
  'too-early',
  'objection-open',
  'dispatch-incomplete',
]);

function whyNot({ code, details }: Failure): Foreseen {
  return REASONS.has(code) ? cannot(code as LeftOutCode, textIn(details, 'possibleFrom')) : cannot('failed', code);
}

function textIn(details: Failure['details'], key: string): string {
  const value = details?.[key];
  return typeof value === 'string' ? value : '';
}

/** The record as the opinion will tell it. */
function textOf({ postedOn, endsOn, place, openObjections, outcome, dispatch }: PublicityRecord): string {
  const other = dispatch?.otherNotice;
  return publicitySentence({
    postedOn,
    endsOn,
    place,
    workingDays: null,
    openObjections,
    isConcluded: true,
    outcome,
    noticeId: null,
    other: other ? { unit: dispatch.otherUnit, ...other } : null,
  });
}
