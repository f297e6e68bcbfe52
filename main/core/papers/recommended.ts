/** Whom the unit recommends: approved here, or further on already. */
import type { Application } from '#model/application.ts';
import { reportingRoute } from '#model/reporting-route.ts';
import { isApproved } from '../publicity/publicity.service.ts';
import type { Enrolment } from '../unit/unit.service.ts';
import type { PapersDeps } from './office.ts';

/** By name; the order of lists is their own. */
export function recommended({ applications }: PapersDeps): readonly Application[] {
  const chosen = [...applications.entries()].filter(({ digest, row }) => isApproved(digest.state, row.pending));
  return chosen.flatMap(({ digest }) => applications.read(digest.id) ?? []);
}

/** 主送: who takes the unit's papers next (Q3); the unit's own superior by its name. */
export function receiverOf({ unit }: Pick<Enrolment, 'unit'>): string {
  const { kind, county, supervisor } = unit;
  const { steps } = reportingRoute({ unitKind: kind, employment: 'staff', county, isProvincial: false });
  const next = steps[1];
  if (next?.actor === 'department' && supervisor !== '') return supervisor;
  return next?.actor === 'committee' ? '申报评审委员会' : (next?.words ?? '');
}
