/** What an applicant filed, as the papers ask for it. */
import type { Application, FiledRecord } from '#model/application.ts';
import type { ModuleId } from '#model/modules.ts';
import { EDUCATIONS, educationKindOf } from '#model/recognition.ts';

export function recordsOf({ modules }: Application, id: ModuleId): readonly FiledRecord[] {
  return modules.filter((module) => module.id === id).flatMap(({ records }) => records);
}

/** As filed, without the blanks around it; '' where nothing is. */
export function filed(record: FiledRecord | undefined, key: string): string {
  return record?.fields[key]?.trim() ?? '';
}

/** As in 基本信息; the account's where that is empty. */
export function nameOf(application: Application): string {
  return filed(recordsOf(application, 'basic')[0], 'name') || application.applicant.name;
}

export function sexOf(application: Application): string {
  return filed(recordsOf(application, 'basic')[0], 'sex') || (application.applicant.sex === 'male' ? '男' : '女');
}

/** The record of the title held now. */
export function heldTitle(application: Application, heldRecordId: string | null): FiledRecord | undefined {
  return recordsOf(application, 'current-title').find(({ id }) => id === heldRecordId);
}

const LADDER = Object.keys(EDUCATIONS);

/** By the order of Q12(2); of equals, and where none is known, the one that ended last. */
export function highestEducation(application: Application): FiledRecord | undefined {
  const rank = (record: FiledRecord) =>
    LADDER.indexOf(educationKindOf(filed(record, 'level'), filed(record, 'degree')) ?? '');
  return recordsOf(application, 'education').toSorted((a, b) => rank(b) - rank(a) || byEnd(a, b))[0];
}

function byEnd(a: FiledRecord, b: FiledRecord): number {
  const [end, other] = [filed(a, 'to'), filed(b, 'to')];
  if (end === other) return 0;
  return end < other ? 1 : -1;
}
