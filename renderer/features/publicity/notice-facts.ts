/** What of a notice is worked out on the screen: who can be concluded, and with which outcome. Pure. */
import type { DispatchRecord, PublicityOutcome } from '#model/application.ts';
import type { LeftOut, Notice, NoticePerson } from './types.ts';

/** Until something is recorded: this unit is the one where the person works. */
export const NO_DISPATCH: DispatchRecord = {
  ownSide: 'host-unit',
  otherUnit: '',
  otherNotice: null,
  reviewed: [],
  sealed: [],
};

/** Those whom an upheld objection concerns: nobody recommends them (Q18). */
export function upheldIds({ objections }: Notice): ReadonlySet<string> {
  return new Set(objections.flatMap(({ verdict, applicationId }) => (verdict === 'upheld' ? [applicationId] : [])));
}

/** Still on the notice, and not concluded. */
export function openPeople({ people }: Notice): readonly NoticePerson[] {
  return people.filter(({ hasLeft, concludedAt }) => !hasLeft && concludedAt === null);
}

export type Conclusion = Readonly<{
  will: readonly Readonly<{ person: NoticePerson; outcome: PublicityOutcome }>[];
  leftOut: readonly LeftOut[];
}>;

/** What 「结束公示」 will do. `ids` empty: everybody. The core has the last word. */
export function conclusionOf(notice: Notice, ids: ReadonlySet<string>, today: string): Conclusion {
  const upheld = upheldIds(notice);
  const objected = new Set(notice.objections.map(({ applicationId }) => applicationId));
  const asked = openPeople(notice).filter(({ id }) => ids.size === 0 || ids.has(id));
  const reasons = new Map(asked.map((person) => [person.id, obstacleOf(person, today)]));
  return {
    will: asked
      .filter(({ id }) => reasons.get(id) === null)
      .map((person) => ({ person, outcome: outcomeOf(person.id, upheld, objected) })),
    leftOut: asked.flatMap(({ id, name }) => {
      const reason = reasons.get(id);
      return reason ? [{ id, name, reason }] : [];
    }),
  };
}

/** Dispatch staff need the other unit's notice over as well; reviews and seals are asked for by the approval. */
function obstacleOf({ openObjections, employment, dispatch }: NoticePerson, today: string): LeftOut['reason'] | null {
  if (openObjections > 0) return 'objection-open';
  if (employment !== 'dispatch') return null;
  const other = dispatch?.otherNotice;
  return other && other.endsOn < today ? null : 'dispatch-incomplete';
}

function outcomeOf(id: string, upheld: ReadonlySet<string>, objected: ReadonlySet<string>): PublicityOutcome {
  if (upheld.has(id)) return 'objection-upheld';
  return objected.has(id) ? 'objection-settled' : 'no-objection';
}
