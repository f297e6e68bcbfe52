/** 公示情况证明 of one person (Q18); of dispatch staff with both units, both reviews and both seals. */
import type { PublicityRecord } from '#model/application.ts';
import { plainDate } from '#model/beijing-time.ts';
import type { NoticeFacts } from '#model/notice-text.ts';
import { standingPublicity } from '../applications/applications.service.ts';
import { postedNotice, type PostedNotice } from '../publicity/publicity.service.ts';
import { fingerprintOf, type Draft, type Trouble } from './draft.ts';
import type { PapersDeps } from './office.ts';
import type { PersonFacts } from './person-facts.ts';
import { countedDays, noticeInput, objectionInputs, unitInput } from './template-inputs.ts';
import { templated } from './templated.ts';
import { personInput } from './templates/person-input.ts';
import type { DispatchInput, ProofInput } from './templates/inputs.ts';

type Proof = Pick<Draft, 'fingerprint' | 'compose' | 'problem'>;

export function publicityProof(deps: PapersDeps, { application }: PersonFacts): Proof {
  const { db } = deps.archive;
  const round = deps.applications.entry(application.id)?.digest.round ?? 1;
  const standing = standingPublicity(db, application, round);
  const enrolment = deps.unit.enrolment();
  const outcome = standing && standing.record.concludedAt !== null ? standing.record.outcome : null;
  if (!standing || !enrolment || outcome === null || outcome === 'objection-upheld') return missing('');
  const { record, noticeId } = standing;
  const posted = noticeId === null ? null : postedNotice(db, noticeId);
  const input: ProofInput = {
    unit: unitInput(enrolment),
    person: personInput(application),
    notice: noticeInput(deps.calendar, posted ?? atCity(record)),
    objections: posted ? objectionInputs(posted, application.id) : [],
    photos: posted?.photos ?? 0,
    outcome,
    on: null,
  };
  if (application.applicant.employment !== 'dispatch') {
    return { ...templated(deps, 'publicity-proof', { key: input, input: () => input }), problem: null };
  }
  const dispatch = dispatchInput(deps, record);
  if (!dispatch) return missing('另一家单位的公示');
  const whole = { ...input, dispatch };
  return { ...templated(deps, 'publicity-proof-dispatch', { key: whole, input: () => whole }), problem: null };
}

function missing(detail: string): Proof {
  const problem: Trouble = { problem: 'no-conclusion', detail };
  const compose = async (): Promise<never> => {
    throw new Error('a paper with a problem is not composed');
  };
  return { problem, fingerprint: fingerprintOf(problem), compose };
}

const NOTHING_SAID: NoticeFacts = { place: '', shown: '', contact: '', phone: '', materialsAt: '' };

/** Recorded elsewhere: the city tells days and place only. */
function atCity({ postedOn, endsOn, place }: PublicityRecord): Pick<PostedNotice, 'postedOn' | 'endsOn' | 'facts'> {
  return { postedOn: plainDate(postedOn), endsOn: plainDate(endsOn), facts: { ...NOTHING_SAID, place } };
}

function dispatchInput({ calendar }: PapersDeps, { dispatch }: PublicityRecord): DispatchInput | null {
  if (!dispatch?.otherNotice) return null;
  const { ownSide, otherUnit, otherNotice } = dispatch;
  const days = countedDays(calendar, otherNotice.postedOn);
  return { ownSide, otherUnit, otherNotice: { ...otherNotice, days: days.length === 0 ? null : days } };
}
