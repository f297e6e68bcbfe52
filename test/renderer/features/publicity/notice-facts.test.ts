/** Whom 「结束公示」 will conclude, with which outcome, and who stays (Q18). */
import { describe, expect, it } from 'vitest';
import type { DispatchRecord } from '#model/application.ts';
import { conclusionOf, NO_DISPATCH } from '../../../../renderer/features/publicity/notice-facts.ts';
import type { Objection } from '../../../../renderer/features/publicity/types.ts';
import { noticeOf, personOf } from './made.ts';

const DAY = '2026-09-25';

function objection(applicationId: string, verdict: Objection['verdict']): Objection {
  return {
    id: `o ${applicationId}`,
    applicationId,
    name: '',
    receivedOn: '2026-09-20',
    from: '',
    way: '',
    content: '',
    raisedAt: 0,
    verdict,
    investigation: '',
    settledOn: null,
  };
}

function dispatch(endsOn: string | null): DispatchRecord {
  return { ...NO_DISPATCH, otherNotice: endsOn === null ? null : { postedOn: '2026-09-18', endsOn, place: '公司' } };
}

describe('concluding a notice', () => {
  const notice = noticeOf({
    people: [
      personOf({ id: 'clean' }),
      personOf({ id: 'settled' }),
      personOf({ id: 'upheld' }),
      personOf({ id: 'open', openObjections: 1 }),
      personOf({ id: 'done', concludedAt: 1, outcome: 'no-objection' }),
      personOf({ id: 'left', hasLeft: true }),
      personOf({ id: 'both', employment: 'dispatch', dispatch: dispatch('2026-09-24') }),
      personOf({ id: 'other runs', employment: 'dispatch', dispatch: dispatch('2026-09-25') }),
      personOf({ id: 'no other', employment: 'dispatch', dispatch: dispatch(null) }),
      personOf({ id: 'nothing', employment: 'dispatch' }),
    ],
    objections: [objection('settled', 'unfounded'), objection('upheld', 'unfounded'), objection('upheld', 'upheld')],
  });

  it('gives each the outcome that the objections have left', () => {
    const { will } = conclusionOf(notice, new Set(), DAY);
    expect(will.map(({ person, outcome }) => [person.id, outcome])).toEqual([
      ['clean', 'no-objection'],
      ['settled', 'objection-settled'],
      ['upheld', 'objection-upheld'],
      ['both', 'no-objection'],
    ]);
  });
  it('leaves out an open objection, and dispatch staff whose other notice is missing or still stands', () => {
    const { leftOut } = conclusionOf(notice, new Set(), DAY);
    expect(leftOut.map(({ id, reason }) => [id, reason])).toEqual([
      ['open', 'objection-open'],
      ['other runs', 'dispatch-incomplete'],
      ['no other', 'dispatch-incomplete'],
      ['nothing', 'dispatch-incomplete'],
    ]);
  });
  it('concerns those ticked only', () => {
    const { will, leftOut } = conclusionOf(notice, new Set(['clean', 'open']), DAY);
    expect([will.map(({ person }) => person.id), leftOut.map(({ id }) => id)]).toEqual([['clean'], ['open']]);
  });
});
