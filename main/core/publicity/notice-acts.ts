/**
 * What can happen to a notice, as the journal keeps it: how the rows are afterwards, and which people's
 * records the city is told. One act is one journal entry and one transaction.
 */
import type { Archive, JournalEntry } from '#archive/archive.ts';
import type { Db } from '#archive/db.ts';
import { NEW_NOTICE } from '#contract/drafts.contract.ts';
import type { DispatchRecord, PublicityOutcome, PublicityRecord } from '#model/application.ts';
import { discardDraft } from '../drafts/drafts.service.ts';
import { enqueue, type NewAct } from '../outbox/outbox.service.ts';
import { insertObjection, settleObjection, type NewObjection, type Settlement } from './objections.repository.ts';
import { deletePhoto, insertPhoto, type Photo } from './photos.repository.ts';
import * as rows from './publicity.repository.ts';
import type { NewMember, Notice } from './publicity.repository.ts';
import { recordOf } from './publicity.rules.ts';

export type NoticeChange =
  | Readonly<{ kind: 'posted'; notice: Pick<Notice, 'postedOn' | 'endsOn' | 'facts'>; people: readonly NewMember[] }>
  | Readonly<{ kind: 'moved'; postedOn: string; endsOn: string }>
  | Readonly<{ kind: 'amended'; facts: Notice['facts'] }>
  | Readonly<{ kind: 'cancelled' }>
  | Readonly<{ kind: 'taken-off'; applicationId: string }>
  /** who objects to somebody whose notice was concluded opens it again */
  | Readonly<{ kind: 'objection-raised'; objection: NewObjection }>
  | Readonly<{ kind: 'objection-settled'; settlement: Settlement }>
  | Readonly<{ kind: 'concluded'; people: readonly Readonly<{ applicationId: string; outcome: PublicityOutcome }>[] }>
  | Readonly<{ kind: 'reopened'; applicationId: string }>
  | Readonly<{ kind: 'dispatch'; applicationId: string; dispatch: DispatchRecord; reopens: boolean }>
  | Readonly<{ kind: 'photo-added'; photo: Photo }>
  | Readonly<{ kind: 'photo-removed'; photoId: string }>
  | Readonly<{ kind: 'sent-again' }>;

/** What a command about an application rests on. */
export type Told = Pick<NewAct, 'commandId' | 'baseVersion' | 'expect'> & Readonly<{ applicationId: string }>;

export type NoticeAct = Readonly<{
  id: string;
  noticeId: string;
  at: number;
  personId: string;
  person: string;
  change: NoticeChange;
  /** facts for whoever reads what happened */
  detail: Readonly<Record<string, string>>;
  /** whose records the city is told, as they are after the change */
  told: readonly Told[];
}>;

const DONE = 'notice';

/** What goes into the journal. */
export function journalOf(act: NoticeAct): Readonly<{ kind: string; payload: NoticeAct }> {
  return { kind: DONE, payload: act };
}

/** On disk in the journal before the transaction that brings it in begins. */
export function journalAct(archive: Archive, act: NoticeAct): void {
  replayPublicity(archive, archive.journal.append(DONE, act));
}

/** Brings the archive up to one entry of its journal (after a crash, or an older file put back). Harmless twice. */
export function replayPublicity(archive: Archive, { kind, payload }: JournalEntry): void {
  if (kind === DONE) bringIn(archive, payload as NoticeAct);
}

function bringIn({ db, audit }: Archive, act: NoticeAct): void {
  const { id, noticeId, at, personId, person, change, detail, told } = act;
  if (rows.hasChange(db, id)) return;
  db.transaction(() => {
    write(db, act);
    rows.insertChange(db, noticeId, { id, at, person, kind: change.kind, detail: JSON.stringify(detail) });
    const recordFor = records(db, noticeId, told);
    for (const one of told) tell(db, act, one, recordFor(one.applicationId));
    audit.record({
      personId,
      act: `publicity.${change.kind}`,
      subject: noticeId,
      detail: { change: id, told: told.length },
    });
  });
}

function write(db: Db, { noticeId, at, change, personId, person }: NoticeAct): void {
  switch (change.kind) {
    case 'posted': {
      const { notice, people } = change;
      const made = { createdAt: at, createdById: personId, createdBy: person, cancelledAt: null };
      rows.insertNotice(db, { id: noticeId, ...notice, ...made });
      for (const member of people) rows.insertMember(db, noticeId, member);
      return discardDraft(db, { kind: 'notice', subject: NEW_NOTICE });
    }
    case 'moved':
      return rows.updatePosting(db, noticeId, change.postedOn, change.endsOn);
    case 'amended':
      return rows.updateFacts(db, noticeId, change.facts);
    case 'cancelled':
      return rows.cancelNotice(db, noticeId, at);
    case 'taken-off':
      return rows.leaveNotice(db, noticeId, change.applicationId, at);
    case 'objection-raised':
      insertObjection(db, noticeId, at, change.objection);
      return reopen(db, noticeId, change.objection.applicationId);
    case 'objection-settled':
      return settleObjection(db, at, change.settlement);
    case 'concluded':
      for (const one of change.people) rows.updateConclusion(db, { noticeId, concludedAt: at, ...one });
      return undefined;
    case 'reopened':
      return reopen(db, noticeId, change.applicationId);
    case 'dispatch':
      rows.updateDispatch(db, noticeId, change.applicationId, change.dispatch);
      return change.reopens ? reopen(db, noticeId, change.applicationId) : undefined;
    case 'photo-added':
      return insertPhoto(db, noticeId, change.photo);
    case 'photo-removed':
      return deletePhoto(db, change.photoId);
    case 'sent-again':
      return undefined;
  }
}

function reopen(db: Db, noticeId: string, applicationId: string): void {
  rows.updateConclusion(db, { noticeId, applicationId, concludedAt: null, outcome: null });
}

/** For many people the notice is read once. */
function records(db: Db, noticeId: string, told: readonly Told[]): (applicationId: string) => PublicityRecord | null {
  const [only] = told;
  if (only && told.length === 1) {
    const member = rows.selectMember(db, noticeId, only.applicationId);
    return () => member && recordOf(member);
  }
  const members = told.length === 0 ? [] : rows.selectMembers(db, noticeId);
  const byApplication = new Map(members.map((member) => [member.applicationId, recordOf(member)]));
  return (applicationId) => byApplication.get(applicationId) ?? null;
}

/** It leaves at once: a record is corrected by a newer one, not taken back. */
function tell(db: Db, { at, personId, person }: NoticeAct, told: Told, record: PublicityRecord | null): void {
  enqueue(db, {
    ...told,
    act: 'publicity',
    payload: { record },
    decidedAt: at,
    decidedById: personId,
    decidedBy: person,
    sendsAt: at,
  });
}
