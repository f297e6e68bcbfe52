/**
 * What the documents are written from: everything is looked up already, nothing is read here. Values stand on paper
 * as they were filed; what nobody filed stays blank for a hand to fill.
 */
import type { Application } from '#model/application.ts';
import type { ModuleId } from '#model/modules.ts';
import type { PersonPaper } from '#model/paper.ts';
import type { UnitFacts } from '#model/unit-facts.ts';
import type { ImageFacts, Section } from '#ports/paper-document.ts';

/** Of whom a paper speaks, and who hands it in. */
export type PaperPerson = Readonly<{ application: Application; unit: UnitFacts }>;

/** One page of a copy. */
export type CopyPage = Readonly<{
  /** by which the place of its endorsement is kept */
  id: string;
  image: ImageFacts;
  /** of the endorsement, mm from the sheet's top left; null: in the room that the page keeps for it */
  endorsementAt: Readonly<{ x: number; y: number }> | null;
}>;

/** A material of the checklist with the pages that were scanned of it; without any it is not in the bag. */
export type CopiedMaterial<Page = CopyPage> = Readonly<{
  id: string;
  moduleId: ModuleId;
  label: string;
  pages: readonly Page[];
}>;
/** Where only how many pages there are is told. */
export type CountedMaterial = CopiedMaterial<unknown>;

/** A form or a proof that lies in the bag beside the copies; `sets`: 份, null: the hand says how many. */
export type PaperInBag = Readonly<{ kind: PersonPaper; sets: number | null }>;

/** One paper of the applicant's file as it was written. */
export type WrittenPaper = Readonly<{ kind: PersonPaper; sections: readonly Section[] }>;
