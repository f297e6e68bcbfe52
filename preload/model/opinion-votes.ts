/** Who came and how they voted: the arithmetic of a recommendation (五(三)5). */
import type { OpinionForm } from './opinion-form.ts';

export const VOTES = ['inFavour', 'against', 'abstained'] as const;
type Vote = (typeof VOTES)[number];
export type Votes = Readonly<Record<Vote, number>>;

/** Ways that mean a vote by their name; the others may leave the numbers open: there is no prescribed way (五(三)5). */
export function needsVotes(way: string): boolean {
  return VOTED.has(way) || /投票|票决|表决/u.test(way);
}

const VOTED: ReadonlySet<string> = new Set(['民主推荐', '职工代表大会推荐']);

/** One vote counted makes all three worth asking for. */
export function hasVotes(form: Pick<OpinionForm, Vote>): boolean {
  return VOTES.some((vote) => form[vote] !== null);
}

/** Null until all three are filled in. */
export function votesOf({ inFavour, against, abstained }: Pick<OpinionForm, Vote>): Votes | null {
  if (inFavour === null || against === null || abstained === null) return null;
  return { inFavour, against, abstained };
}

/** Null while something is open: 「同意22+不同意1+弃权0=23，与实到24不一致。」 otherwise, or true when they agree. */
export function doVotesAddUp(form: Pick<OpinionForm, Vote | 'attended'>): boolean | null {
  const votes = votesOf(form);
  if (votes === null || form.attended === null) return null;
  return votes.inFavour + votes.against + votes.abstained === form.attended;
}

export function isMoreThanInvited({ invited, attended }: Pick<OpinionForm, 'invited' | 'attended'>): boolean {
  return invited !== null && attended !== null && attended > invited;
}
