/** Notices as the screen would post them. */
import { randomUUID } from 'node:crypto';
import { actsOn } from '#core/outbox/outbox.service.ts';
import type { Application, PublicityRecord } from '#model/application.ts';
import { startOfDay, plainDate } from '#model/beijing-time.ts';
import type { NoticeFacts } from '#model/notice-text.ts';
import { fillCompletely } from './complete-application.ts';
import { expectOk } from './desk-client.ts';
import { makeApprovable, type ReviewBench } from './review-bench.ts';

export const NOTICE_FACTS: NoticeFacts = {
  place: '行政楼一楼公告栏',
  shown: '申报人的学历、资历条件，学术、业绩成果等',
  contact: '人事科',
  phone: '0871-63640168',
  materialsAt: '人事科（行政楼203），工作时间',
};

/** 9:00 in Beijing. */
export function morningOf(date: string): number {
  return startOfDay(plainDate(date)) + 9 * 3_600_000;
}

/** 24:00 of the day. */
export function closingOn(date: string): Pick<Application, 'window'> {
  return { window: { isProvincial: false, opensAt: null, closesAt: startOfDay(plainDate(date)) + 86_400_000 } };
}

/** Of the dispatch company's people, with the agreement that Q18 asks for. */
export function dispatched(over: Partial<Application> = {}): Application {
  const application = makeApprovable({ publicity: null, ...over });
  return fillCompletely({ ...application, applicant: { ...application.applicant, employment: 'dispatch' } });
}

/** Posts one notice for them; its id. */
export function posted(
  bench: ReviewBench,
  people: readonly Application[],
  postedOn: string,
  facts: NoticeFacts = NOTICE_FACTS,
): string {
  const noticeId = randomUUID();
  const applicationIds = people.map(({ id }) => id);
  const { leftOut } = expectOk(bench.publicity.post({ noticeId, applicationIds, postedOn, facts }));
  if (leftOut.length > 0) throw new Error(`left out: ${leftOut.map(({ reason }) => reason).join(', ')}`);
  return noticeId;
}

/** What the city is going to be told of one person, oldest first. */
export function toldRecords(bench: ReviewBench, { id }: Pick<Application, 'id'>): (PublicityRecord | null)[] {
  return actsOn(bench.temp.db, id, bench.clock.now())
    .toReversed()
    .flatMap(({ payload }) => ('record' in payload ? [payload.record] : []));
}

/** Over and concluded for everybody; the clock stands on the next working day after its end. */
export function concluded(bench: ReviewBench, people: readonly Application[], postedOn: string, on: string): string {
  const noticeId = posted(bench, people, postedOn);
  bench.clock.at = morningOf(on);
  expectOk(bench.publicity.conclude({ noticeId, applicationIds: null }));
  return noticeId;
}
