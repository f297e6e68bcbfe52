/** What the papers of one application are written from. */
import type { Application } from '#model/application.ts';
import type { ImageFacts } from '#ports/paper-document.ts';
import { standingOpinion } from '../applications/applications.service.ts';
import type { Copy } from '../scans/scans.service.ts';
import type { CopiedMaterial, CountedMaterial } from './documents/inputs.ts';
import type { PapersDeps } from './office.ts';
import { selectPlaces, type Place } from './papers.repository.ts';

type Unit = NonNullable<ReturnType<PapersDeps['unit']['enrolment']>>['unit'];
type Materials = ReturnType<PapersDeps['intake']['copied']>;

export type PersonFacts = Readonly<{
  application: Application;
  unit: Unit;
  materials: Materials;
  /** of endorsements, by copy */
  places: ReadonlyMap<string, Place>;
}>;

/** Null where there is no such application, or this computer is nobody's yet. */
export function personFacts(deps: PapersDeps, applicationId: string): PersonFacts | null {
  const application = deps.applications.read(applicationId);
  const unit = deps.unit.enrolment()?.unit;
  if (!application || !unit) return null;
  const { db } = deps.archive;
  const round = deps.applications.entry(applicationId)?.digest.round ?? 1;
  return {
    // as it stands here: what was handed in may not have come back from the city
    application: { ...application, opinion: standingOpinion(db, application, round, deps.ports.clock.now()) },
    unit,
    materials: deps.intake.copied(application),
    places: selectPlaces(db, applicationId),
  };
}

export function copiesOf({ materials }: PersonFacts): readonly Copy[] {
  return materials.flatMap(({ copies }) => copies);
}

/** What is filed, whatever happened to it since: another state of the same filing changes no paper. */
export function filedFacts({ application, unit }: PersonFacts): unknown {
  const { year, applicant, filing, modules } = application;
  return { year, applicant, filing, modules, unit };
}

export function countedMaterials({ materials }: PersonFacts): readonly CountedMaterial[] {
  return materials.map(({ id, moduleId, label, copies }) => ({ id, moduleId, label, pages: copies }));
}

export function copiedPages(
  { materials, places }: PersonFacts,
  images: ReadonlyMap<string, ImageFacts>,
): readonly CopiedMaterial[] {
  return materials.map(({ id, moduleId, label, copies }) => ({
    id,
    moduleId,
    label,
    pages: copies.flatMap((copy) => {
      const image = images.get(copy.id);
      return image ? [{ id: copy.id, image, endorsementAt: places.get(copy.id) ?? null }] : [];
    }),
  }));
}
