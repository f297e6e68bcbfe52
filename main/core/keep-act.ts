/** The one way in which an act of a person is kept: what it changes, and its line in the audit, or nothing of it. */
import type { Archive } from '#archive/archive.ts';
import { isKept } from '#archive/db.ts';
import type { Person } from './office.ts';

/** Ids and codes only, no names: it goes into the audit. */
export type Act = Readonly<{ act: string; subject: string; detail: Readonly<Record<string, unknown>> }>;

/** False without room on the disk: then nothing of it is kept. */
export function keepAct(
  { archive, person }: Readonly<{ archive: Pick<Archive, 'db' | 'audit'>; person: Person }>,
  { act, subject, detail }: Act,
  work: () => void,
): boolean {
  return isKept(() =>
    archive.db.transaction(() => {
      work();
      archive.audit.record({ personId: person.id, act, subject, detail });
    }),
  );
}
