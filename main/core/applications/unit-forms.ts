/** The unit's two forms of one application as they stand here: this computer's own come first. */
import type { Db } from '#archive/db.ts';
import type { applications as contract } from '#contract/applications.contract.ts';
import type { Application } from '#model/application.ts';
import type * as z from 'zod';
import { submittedOpinions } from '../opinion/opinion.service.ts';
import { actsById } from '../outbox/outbox.service.ts';
import { heldRecords } from '../publicity/publicity.service.ts';

type UnitForms = z.input<typeof contract.get.output>['unitForms'];

export function standingOpinion(db: Db, application: Application, round: number, now: number): UnitForms['opinion'] {
  const own = submittedOpinions(db, application.id).get(application.id);
  if (own?.round === round) {
    const { text, submittedAt, submittedBy, number, commandId } = own;
    const delivery = actsById(db, [commandId], now).get(commandId)?.delivery ?? null;
    return { text, submittedAt, submittedBy, number, delivery };
  }
  return application.opinion && { ...application.opinion, number: null, delivery: null };
}

export function standingPublicity(db: Db, application: Application, round: number): UnitForms['publicity'] {
  const own = heldRecords(db, application.id).get(application.id);
  if (own?.round === round) return own.record && { record: own.record, noticeId: own.noticeId };
  return application.publicity && { record: application.publicity, noticeId: null };
}
