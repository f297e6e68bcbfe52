/** Modules and fields that must be filled (五(二)2: only what somebody has none of may stay empty). */
import { MODULES, type ModuleDef } from '#model/modules.ts';
import type { FiledRecord } from '#model/application.ts';
import { NO_FAULTS, type Fault, type Rule } from '../engine.ts';
import { canLackAppointment, isInitialTitle, valueOf, type FilingFacts } from '../filing-facts.ts';
import { fieldLabel, recordName } from '../records.ts';
import { expectedAssessments } from '../service-years.ts';
import { REQUIRED_FIELDS } from '../tables/required-fields.ts';
import { list } from '../words.ts';

export const COMPLETENESS_RULES: readonly Rule<FilingFacts>[] = [
  {
    id: 'module.missing',
    severity: 'blocking',
    source: '五(二)2',
    audience: 'applicant',
    find: (facts) =>
      MODULES.filter((module) => facts.records(module.id).length === 0 && isMandatory(module, facts)).map(({ id }) => ({
        subject: id,
        moduleId: id,
        fact: '没有填写',
        advice: '请补填',
      })),
  },
  {
    id: 'field.missing',
    severity: 'blocking',
    source: '五(二)',
    audience: 'applicant',
    find: (facts) =>
      MODULES.flatMap(({ id }) => {
        const records = facts.records(id);
        return records.flatMap((record) => emptyFields(facts, { id, record, records }));
      }),
  },
];

/**
 * Recognition gives a first title (Q12), and so may a review for an initial one: it counts the time of
 * the work itself, not of a title below (Q7(3)).
 */
function isMandatory(module: ModuleDef, facts: FilingFacts): boolean {
  if (module.id === 'current-title') return facts.filing.kind !== 'recognition' && !isInitialTitle(facts);
  if (module.id === 'assessment') return expectedAssessments(facts).length > 0;
  return !module.isOptional;
}

type Place = Readonly<{ id: ModuleDef['id']; record: FiledRecord; records: readonly FiledRecord[] }>;

function emptyFields(facts: FilingFacts, { id, record, records }: Place): readonly Fault[] {
  if (REQUIRED_FIELDS[id].every((key) => valueOf(record, key) !== '')) return NO_FAULTS;
  const empty = REQUIRED_FIELDS[id].filter((key) => valueOf(record, key) === '' && !isSpared(facts, id, key));
  if (empty.length === 0) return NO_FAULTS;
  const name = recordName(id, record, records);
  const labels = list(empty.map((key) => fieldLabel(id, key)));
  return [
    {
      subject: record.id,
      moduleId: id,
      recordId: record.id,
      field: empty[0],
      fact: `${name}没有填写${labels}`,
      advice: '请补填',
    },
  ];
}

function isSpared(facts: FilingFacts, moduleId: ModuleDef['id'], key: string): boolean {
  return moduleId === 'current-title' && key === 'appointedOn' && canLackAppointment(facts);
}
