/** The checks by the shipped guide; a rule that breaks fails the test. */
import path from 'node:path';
import type { Db } from '#archive/db.ts';
import { createChecks, type Checks } from '#core/findings/findings.service.ts';
import { newestGuide } from '#core/reference/reference.service.ts';
import type { Log } from '#ports/index.ts';

export const strictLog: Log = {
  info: () => {},
  warn: () => {},
  error(event, error) {
    throw new Error(event, { cause: error });
  },
};

const guide = await newestGuide(path.join(import.meta.dirname, '../../resources/reference'), strictLog);
if (!guide) throw new Error('no edition of the guide');
export const shippedGuide = guide;

export function shippedChecks(db: Db): Checks {
  return createChecks({ db, guide: shippedGuide, log: strictLog });
}
