/** Every paper that there is, gathered from where its facts lie. */
import { isSamePaper, PERSON_PAPERS } from '#model/paper.ts';
import { applicationOf } from './binding.ts';
import type { Draft } from './draft.ts';
import type { PapersDeps, PapersOffice } from './office.ts';
import { personFacts } from './person-facts.ts';
import { PERSON_DRAFTS } from './person-drafts.ts';
import { unitDrafts } from './unit-drafts.ts';

export function createDrafts(deps: PapersDeps): Pick<PapersOffice, 'draftsOf' | 'draft'> {
  function ofPerson(applicationId: string): readonly Draft[] {
    const facts = personFacts(deps, applicationId);
    return facts ? PERSON_PAPERS.flatMap((kind) => PERSON_DRAFTS[kind](deps, facts) ?? []) : [];
  }

  function draftsOf(applicationId: string | null): readonly Draft[] {
    return applicationId === null ? unitDrafts(deps) : ofPerson(applicationId);
  }

  return {
    draftsOf,
    draft: (ref) => draftsOf(applicationOf(ref)).find((draft) => isSamePaper(draft.ref, ref)) ?? null,
  };
}
