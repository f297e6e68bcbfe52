import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApplicationSchema } from '#protocol/application.ts';
import { FindingSchema } from '#contract/findings.contract.ts';
import { CONTENT_RULES } from '#core/findings/content/index.ts';
import { runRules } from '#core/findings/engine.ts';
import { prepareFiling } from '#core/findings/filing-facts.ts';
import { PERSON_MATERIALS, RECORD_MATERIALS } from '#core/findings/tables/materials.ts';
import { findPassage } from '#model/reference.ts';
import { MODULE_IDS, moduleDef, type ModuleId } from '#model/modules.ts';
import {
  EMPLOYMENT_KINDS,
  FILING_KINDS,
  TITLE_LEVELS,
  type Application,
  type FiledRecord,
} from '#model/application.ts';
import { completeApplication } from '../../../support/complete-application.ts';
import { shippedGuide } from '../../../support/checks.ts';
import { guide2022, judge, SCHOOL } from './rule-tests.ts';

/** What stands in fields that nobody checked: nothing, other dates, other scripts, a thousand characters. */
const Odd = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '至今',
    '2019.7',
    '2026-13',
    '2026-00',
    '0000-01',
    '9999-12',
    '2024-02-30',
    '12',
    '１９８４-０６',
    '\u200B',
    '-1',
    '()',
    '[',
    '\\',
    '$&',
    '高级教师',
    '一级教师',
    '讲师',
    '中小学教师',
  ),
  fc.string({ maxLength: 30, unit: 'binary' }),
  fc.string({ minLength: 900, maxLength: 1000 }),
  fc
    .date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9998-01-01') })
    .map((date) => date.toISOString().slice(0, 7)),
);

/** A complete application in which some of everything is something else. */
const Mangled: fc.Arbitrary<Application> = fc
  .record({
    touched: fc.array(fc.tuple(fc.constantFrom(...MODULE_IDS), fc.nat(4), fc.nat(10), Odd), { maxLength: 40 }),
    emptied: fc.subarray([...MODULE_IDS], { maxLength: 4 }),
    dropped: fc.subarray([...MODULE_IDS], { maxLength: 2 }),
    names: fc.array(
      Odd.map((name) => name.slice(0, 200)),
      { maxLength: 20 },
    ),
    idNumber: fc.oneof(
      Odd.map((text) => text.slice(0, 18)),
      fc.constant('53010219200508011X'),
    ),
    birthday: fc.constantFrom('1984-06-15', '9999-99-99', '0000-00-00'),
    employment: fc.constantFrom(...EMPLOYMENT_KINDS),
    kind: fc.constantFrom(...FILING_KINDS),
    level: fc.constantFrom(...TITLE_LEVELS),
    text: Odd.map((text) => text.slice(0, 60)),
    submittedAt: fc.oneof(fc.constantFrom(0, 1, Number.MAX_SAFE_INTEGER), fc.integer({ min: 0, max: 4e12 })),
    year: fc.constantFrom(2000, 2026, 2100),
    isOneId: fc.boolean(),
  })
  .map((odd) => {
    const complete = completeApplication();
    function mangledRecord(moduleId: ModuleId, record: FiledRecord, at: number): FiledRecord {
      const keys = moduleDef(moduleId).fields;
      const changes = odd.touched
        .filter(([id, index]) => id === moduleId && index === at)
        .map(([, , field, value]) => [keys[field % keys.length]?.key ?? '', value] as const);
      const id = odd.isOneId ? complete.id : record.id;
      return { ...record, id, fields: { ...record.fields, ...Object.fromEntries(changes) } };
    }
    return {
      ...complete,
      year: odd.year,
      submittedAt: odd.submittedAt,
      modules: complete.modules
        .filter(({ id }) => !odd.dropped.includes(id))
        .map(({ id, records }) => ({
          id,
          records: odd.emptied.includes(id) ? [] : records.map((record, at) => mangledRecord(id, record, at)),
        })),
      attachments: complete.attachments.map((scan, at) => ({ ...scan, name: odd.names[at] ?? scan.name })),
      applicant: {
        ...complete.applicant,
        idNumber: odd.idNumber,
        birthday: odd.birthday,
        employment: odd.employment,
      },
      filing: {
        ...complete.filing,
        kind: odd.kind,
        level: odd.level,
        title: odd.text,
        series: odd.text,
        committee: odd.text,
      },
    };
  });

describe('applications as nobody would file them', () => {
  it('break no rule, and what is said of them keeps the contract and has a key each', () => {
    fc.assert(
      fc.property(Mangled, fc.constantFrom(SCHOOL, null), (application, unit) => {
        expect(ApplicationSchema.safeParse(application).error).toBeUndefined();
        const found = judge(application, unit);
        for (const finding of found) FindingSchema.parse(finding);
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
      }),
      { numRuns: 300 },
    );
  });

  it('and one rule that breaks is told, and stops no other', () => {
    const broken = {
      id: 'broken.rule',
      severity: 'blocking',
      source: 'Q1',
      audience: 'applicant',
      find: fail,
    } as const;
    const told: string[] = [];
    const facts = prepareFiling({ ...completeApplication(), attachments: [] }, SCHOOL, guide2022);
    const found = runRules([broken, ...CONTENT_RULES], facts, (rule) => void told.push(rule));
    expect(told).toEqual(['broken.rule']);
    expect(found.find(({ rule }) => rule === 'broken.rule')).toMatchObject({ severity: 'look', canOverride: false });
    expect(found.map(({ rule }) => rule)).toContain('commitment.missing');
  });
});

describe('the rules', () => {
  it('have an id each', () => {
    const ids = CONTENT_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it('and every material name a place of the guide, or its third part, which is tables', () => {
    const sources = [...CONTENT_RULES, ...PERSON_MATERIALS, ...RECORD_MATERIALS].map(({ source }) => source);
    expect(sources.filter((source) => source !== '三' && findPassage(shippedGuide, source) === null)).toEqual([]);
  });
});

function fail(): never {
  throw new Error('on purpose');
}
