/** Names that are still free in an application, beside the applicant's own and those of other pages. */
import type { Db } from '#archive/db.ts';
import type { Application } from '#model/application.ts';
import { sameName } from '../file-names.ts';
import { nextFileName } from './naming.rules.ts';
import { selectFiledPages } from './pages.repository.ts';

/** Each call gives the next one of that material. `without`: pages whose present names do not count. */
export function freeNames(
  db: Db,
  application: Pick<Application, 'id' | 'applicant' | 'attachments'>,
  without: readonly string[],
): (label: string) => string {
  const taken = new Set(application.attachments.map(({ name }) => sameName(name)));
  for (const { id, filed } of selectFiledPages(db, application.id)) {
    if (filed && !without.includes(id)) taken.add(sameName(filed.fileName));
  }
  return (label) => {
    const fileName = nextFileName(application.applicant.name, label, taken);
    taken.add(sameName(fileName));
    return fileName;
  };
}
