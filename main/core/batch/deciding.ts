/** 批量通过 and 批量返回修改: each one's own decision (五(三)4). */
import { LETTER_TOO_LONG, type LeftOutReason } from '#model/batch.ts';
import type { Decision } from '#model/application.ts';
import { composeReturn, LETTER_LIMIT, linesFromFindings, type ReturnLine } from '#model/return-letter.ts';
import type { Applications } from '../applications/applications.service.ts';
import type { Review } from '../review/review.service.ts';
import { byCommand, cannot, closedFor, outcomeOf, single, type BatchKind, type Entry } from './kinds.ts';

type Approving = Readonly<{ applications: Pick<Applications, 'gapsOf'>; review: Pick<Review, 'decideAll'> }>;
type Returning = Readonly<{
  review: Pick<Review, 'decideAll'>;
  /** what the reviewer has written so far for a return */
  linesOf(applicationId: string): readonly ReturnLine[];
}>;

/** Only who was looked at whole and lacks nothing (ux 3.2). */
export function createApproving({ applications, review }: Approving): BatchKind {
  return {
    foresee(entry, { opinion }) {
      const closed = closedFor(entry);
      if (closed) return closed;
      const [gap] = applications.gapsOf(entry);
      if (gap) return { kind: 'cannot', reason: reasonOf(gap) };
      const { done, total } = entry.row.seen;
      return done < total ? cannot('not-fully-seen', total - done) : { kind: 'will', text: (opinion ?? '').trim() };
    },
    perform: performing(review, 'approve'),
  };
}

/** Each with what was found in it; a last chance is spent by itself (ux 3.2, 3.4). */
export function createReturning({ review, linesOf }: Returning): BatchKind {
  return {
    foresee(entry) {
      const closed = closedFor(entry);
      if (closed) return closed;
      const { chancesLeft } = entry.row;
      if (chancesLeft === 0) return cannot('no-chances-left');
      const text = letterTo(entry, linesOf(entry.digest.id));
      if (text === '') return cannot('nothing-to-return');
      if (text.length > LETTER_LIMIT) return single('failed', LETTER_TOO_LONG);
      return chancesLeft === 1 ? single('last-chance') : { kind: 'will', text };
    },
    perform: performing(review, 'return'),
  };
}

/** What was corrected since is not asked for again, unless somebody put it in words of their own. */
function letterTo({ findings }: Entry, drafted: readonly ReturnLine[]): string {
  const { lines, solved } = linesFromFindings(findings, drafted);
  const isOver = new Set(solved);
  return composeReturn(
    'return',
    lines.filter(({ id, isEdited }) => isEdited || !isOver.has(id)),
  );
}

function performing(review: Pick<Review, 'decideAll'>, decision: Decision): BatchKind['perform'] {
  return (acts, alongside) => {
    const inputs = acts.map(({ entry, commandId, text }) => ({
      commandId,
      applicationId: entry.digest.id,
      version: entry.digest.version,
      decision,
      opinion: text,
      lastChanceConfirmed: false,
    }));
    return review.decideAll(inputs, byCommand(acts, alongside)).map(outcomeOf);
  };
}

type Gap = ReturnType<Applications['gapsOf']>[number];

function reasonOf({ code, possibleFrom, count }: Gap): LeftOutReason {
  switch (code) {
    case 'findings-blocking':
      return { code, detail: String(count ?? 1) };
    case 'publicity-missing':
      return { code: 'no-notice', detail: '' };
    case 'publicity-running':
      return { code: 'too-early', detail: possibleFrom ?? '' };
    case 'objection-open':
    case 'objection-upheld':
    case 'dispatch-incomplete':
      return { code, detail: '' };
    case 'opinion-missing':
    case 'publicity-unconcluded':
    case 'calendar-missing':
      return { code: 'not-possible-yet', detail: code };
  }
}
