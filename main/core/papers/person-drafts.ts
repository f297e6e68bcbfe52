/** The papers of one application. */
import { TEMPLATE_NAMES, type PersonPaper } from '#model/paper.ts';
import { presentTitle } from '#model/present-title.ts';
import { ok } from '#model/result.ts';
import { bagCover } from './documents/bag-cover.ts';
import { endorsedCopies } from './documents/endorsed-copies.ts';
import { evaluationForm } from './documents/evaluation-form.ts';
import { materialList } from './documents/material-list.ts';
import { fingerprintOf, troubleOfCopies, type Draft } from './draft.ts';
import type { PapersDeps } from './office.ts';
import { copiedPages, copiesOf, countedMaterials, filedFacts, type PersonFacts } from './person-facts.ts';
import { publicityProof } from './publicity-proof.ts';
import { returnLetter } from './return-letter.ts';

/** Null: this application has no such paper. */
type MakeDraft = (deps: PapersDeps, facts: PersonFacts) => Draft | null;

export const PERSON_DRAFTS: Readonly<Record<PersonPaper, MakeDraft>> = {
  'bag-cover': (_deps, facts) => ({
    ...common(facts, 'bag-cover', '档案袋封面'),
    fingerprint: fingerprintOf([filedFacts(facts), countsOf(facts)]),
    compose: async () => ok({ sections: bagCover({ ...facts, materials: countedMaterials(facts) }), docx: null }),
  }),
  'material-list': (_deps, facts) => ({
    ...common(facts, 'material-list', '材料目录'),
    fingerprint: fingerprintOf([filedFacts(facts), countsOf(facts)]),
    compose: async ({ boundWith }) => {
      const numbering = boundWith.includes('endorsed-copies') ? 'file' : 'copies';
      const papers = BAG_PAPERS.map((kind) => ({ kind, sets: boundWith.includes(kind) ? 1 : null }));
      const materials = countedMaterials(facts);
      return ok({ sections: materialList({ ...facts, papers, materials, numbering }), docx: null });
    },
  }),
  'evaluation-form': (_deps, facts) => {
    const { application } = facts;
    const isElectronicPassed = application.state === 'accepted';
    const heldRecordId = presentTitle(application)?.id ?? null;
    return {
      ...common(facts, 'evaluation-form', '评审表'),
      fingerprint: fingerprintOf([filedFacts(facts), application.opinion?.text ?? '', isElectronicPassed]),
      isTooEarly: !isElectronicPassed,
      compose: async () => ok({ sections: evaluationForm({ ...facts, heldRecordId, isElectronicPassed }), docx: null }),
    };
  },
  'publicity-proof': (deps, facts) => ({
    ...common(facts, 'publicity-proof', TEMPLATE_NAMES['publicity-proof']),
    ...publicityProof(deps, facts),
  }),
  'endorsed-copies': (_deps, facts) => {
    const copies = copiesOf(facts);
    return {
      ...common(facts, 'endorsed-copies', '复印件审核签章'),
      fingerprint: fingerprintOf([copies, [...facts.places], countsOf(facts), facts.unit.name]),
      copies,
      problem: troubleOfCopies(copies),
      compose: async ({ images }) =>
        ok({ sections: endorsedCopies({ ...facts, materials: copiedPages(facts, images) }), docx: null }),
    };
  },
  'return-letter': (deps, facts) => {
    const letter = returnLetter(deps, facts);
    return letter && { ...common(facts, 'return-letter', TEMPLATE_NAMES['return-letter']), ...letter };
  },
};

/** Always in the bag, whether or not this file has them. */
const BAG_PAPERS = ['evaluation-form', 'publicity-proof'] as const;

function common({ application }: PersonFacts, kind: PersonPaper, name: string) {
  return {
    ref: { kind, subjectId: application.id },
    who: application.applicant.name,
    name,
    title: application.filing.title,
    copies: [],
    problem: null,
    isTooEarly: false,
  } as const satisfies Partial<Draft>;
}

/** How many pages each material has: what covers and lists tell of copies. */
function countsOf({ materials }: PersonFacts): unknown {
  return materials.map(({ id, label, copies }) => [id, label, copies.length]);
}
