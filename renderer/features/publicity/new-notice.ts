/** What a notice starts with, and what is still there of one that was begun earlier. Pure. */
import { SHOWN_BY_DEFAULT, type NoticeFacts } from '#model/notice-text.ts';
import type { Board, NoticeDraft, WaitingPerson } from './types.ts';

const NO_FACTS: NoticeFacts = { place: '', shown: SHOWN_BY_DEFAULT, contact: '', phone: '', materialsAt: '' };

/** Everybody who waits, from today, at the place of the last notice: one notice covers many. */
export function freshNotice({ waiting, today }: Board, last: NoticeFacts | null): NoticeDraft {
  return { applicationIds: waiting.map(({ id }) => id), postedOn: today, facts: last ?? NO_FACTS };
}

/** The people of a draft who still wait, in the board's order. */
export function chosenOf({ waiting }: Board, { applicationIds }: NoticeDraft): readonly WaitingPerson[] {
  const chosen = new Set(applicationIds);
  return waiting.filter(({ id }) => chosen.has(id));
}

export type Brought = Readonly<{ draft: NoticeDraft; added: number; refused: number }>;

/**
 * People brought along from elsewhere join a notice that somebody has begun; otherwise they are the
 * notice. Those who wait for none are counted as refused.
 */
export function bringAlong(
  { waiting }: Board,
  begun: NoticeDraft | null,
  fresh: NoticeDraft,
  ids: readonly string[],
): Brought {
  const known = new Set(waiting.map(({ id }) => id));
  const possible = ids.filter((id) => known.has(id));
  const before = begun?.applicationIds ?? [];
  const applicationIds = [...new Set([...before, ...possible])];
  return {
    draft: { ...(begun ?? fresh), applicationIds },
    added: possible.length,
    refused: ids.length - possible.length,
  };
}

/** 「已加入3人。另有1人不在待安排里（已在公示，或不在单位审核）。」 */
export function broughtWords({ added, refused }: Brought): string {
  const those = `${refused}人不在待安排里：已在公示，或不在单位审核。`;
  if (added === 0) return `没有加入：${those}`;
  return `已加入${added}人。${refused === 0 ? '' : `另有${those}`}`;
}

export type Toggle = Readonly<{ ids: readonly string[]; isOn: boolean }>;

export function toggled(applicationIds: readonly string[], { ids, isOn }: Toggle): readonly string[] {
  const chosen = new Set(applicationIds);
  for (const id of ids) {
    if (isOn) chosen.add(id);
    else chosen.delete(id);
  }
  return [...chosen];
}
