/** Whom the unit recommends: approved here, or further on already. */
import type { Application } from '#model/application.ts';
import { reportingRoute } from '#model/reporting-route.ts';
import { isApproved } from '../publicity/publicity.service.ts';
import type { Enrolment } from '../unit/unit.service.ts';
import type { PapersDeps } from './office.ts';

type Entry = NonNullable<ReturnType<PapersDeps['applications']['entry']>>;

export function recommended({ applications }: Pick<PapersDeps, 'applications'>): readonly Entry[] {
  return [...applications.entries()].filter(({ digest, row }) => isApproved(digest.state, row.pending));
}

/** Whole, which takes a moment for many. */
export function readAll(
  { applications }: Pick<PapersDeps, 'applications'>,
  ids: readonly string[],
): readonly Application[] {
  return ids.flatMap((id) => applications.read(id) ?? []);
}

/** What lists and letters say of somebody, known without reading what was filed. */
export function saidOf({ digest }: Entry): unknown {
  const { id, name, department, title, committee, kind, level, employment, year, fingerprints } = digest;
  return [id, name, department, title, committee, kind, level, employment, year, fingerprints];
}

/** 主送: who takes the unit's papers next (Q3); the unit's own superior by its name. */
export function receiverOf({ unit }: Pick<Enrolment, 'unit'>): string {
  const { kind, county, supervisor } = unit;
  const { steps } = reportingRoute({ unitKind: kind, employment: 'staff', county, isProvincial: false });
  const next = steps[1];
  if (next?.actor === 'department' && supervisor !== '') return supervisor;
  return next?.actor === 'committee' ? '申报评审委员会' : (next?.words ?? '');
}
