/** What each kind of template may hold, and what is put there. */
import type { Placeholder, TemplateKind } from '#model/paper.ts';
import type { TemplateData } from '#ports/jobs.ts';
import { dataOf, placeholdersOf, type Field } from './fields.ts';
import type { InputOf } from './inputs.ts';
import { RETURN_LETTER, SITUATION_STATEMENT, UNIT_REPORT } from './letter-fields.ts';
import { NOTICE_PROOF, OBJECTION_RECORD, PUBLICITY_NOTICE } from './notice-fields.ts';
import { PUBLICITY_PROOF, PUBLICITY_PROOF_DISPATCH } from './proof-fields.ts';

const FIELDS: { readonly [Kind in TemplateKind]: readonly Field<InputOf<Kind>>[] } = {
  'publicity-notice': PUBLICITY_NOTICE,
  'objection-record': OBJECTION_RECORD,
  'publicity-proof': PUBLICITY_PROOF,
  'publicity-proof-dispatch': PUBLICITY_PROOF_DISPATCH,
  'notice-proof': NOTICE_PROOF,
  'return-letter': RETURN_LETTER,
  'unit-report': UNIT_REPORT,
  'situation-statement': SITUATION_STATEMENT,
};

export function placeholdersFor(kind: TemplateKind): readonly Placeholder[] {
  return placeholdersOf<never>(FIELDS[kind]);
}

export function templateData<Kind extends TemplateKind>(kind: Kind, input: InputOf<Kind>): TemplateData {
  return dataOf<InputOf<Kind>>(FIELDS[kind], input);
}
