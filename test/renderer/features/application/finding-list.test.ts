import { describe, expect, it } from 'vitest';
import { MODULE_IDS } from '#model/modules.ts';
import { makeApplication } from '../../../sync/application.ts';
import {
  countFindings,
  inOrder,
  nextFinding,
  placeFindings,
  scanOf,
  sourceWords,
  worstOf,
  type Found,
} from '../../../../renderer/features/application/finding-list.ts';
import { detailOf } from './detail.ts';
import { ANSWER, foundOf } from './found.ts';

const keys = (findings: readonly Found[]) => findings.map(({ key }) => key);

const HINT = foundOf('hint', { severity: 'hint', moduleId: 'paper' });
const WORK = foundOf('work', { moduleId: 'work' });
const WHOLE = foundOf('whole');
const STUDY = foundOf('study', { moduleId: 'study', severity: 'blocking' });
const BASIC = foundOf('basic', { moduleId: 'basic', severity: 'blocking', answer: ANSWER });
const ALL = [HINT, WORK, WHOLE, STUDY, BASIC];

describe('findings of an application', () => {
  it('are gone through by weight, then the whole application, then as the modules are filled in', () => {
    expect(keys(inOrder(ALL))).toEqual(['basic', 'study', 'whole', 'work', 'hint']);
  });

  it('are counted without those that somebody answered', () => {
    expect(countFindings(ALL)).toEqual({ blocking: 1, look: 2, hint: 1 });
  });

  it('are named in the tree by the weightiest that stands, and how many weigh as much', () => {
    const more = [...ALL, foundOf('study2', { moduleId: 'study' }), foundOf('work2', { moduleId: 'work' })];
    expect(worstOf(more, 'study')).toEqual({ severity: 'blocking', count: 1 });
    expect(worstOf(more, 'work')).toEqual({ severity: 'look', count: 2 });
    expect(worstOf(more, 'basic')).toBeNull();
    expect(worstOf(more, 'patent')).toBeNull();
  });

  it.each([
    ['the first, when none was stopped at', null, 1, 'study'],
    ['the next', 'study', 1, 'whole'],
    ['the first again, after the last', 'hint', 1, 'study'],
    ['the one before', 'whole', -1, 'study'],
    ['the last, before the first', 'study', -1, 'hint'],
    ['the first, when the one stopped at was answered meanwhile', 'basic', 1, 'study'],
    ['the last, going back from nowhere', null, -1, 'hint'],
  ] as const)('F3 stops at %s', (_what, from, step, expected) => {
    expect(nextFinding(ALL, from, step)?.key).toBe(expected);
  });

  it('F3 stops nowhere when nothing stands', () => {
    expect(nextFinding([BASIC], null, 1)).toBeNull();
  });
});

describe('where a finding is shown', () => {
  const record = (id: string) => ({ id, fields: {}, attachmentIds: [`${id}-scan`] });
  const education = (key: string, over: Partial<Found>) => foundOf(key, { moduleId: 'education', ...over });
  const findings = [
    education('of the module', {}),
    education('of a field', { recordId: 'r1', field: 'to' }),
    education('of a record', { recordId: 'r2' }),
    education('of a field that no form shows', { recordId: 'r2', field: 'other' }),
    education('of a record that is gone', { recordId: 'r9', field: 'to' }),
    foundOf('elsewhere', { moduleId: 'work' }),
  ];

  it('is right under its field, else at the head of its record, else at the top of the module', () => {
    const placed = placeFindings(findings, 'education', [record('r1'), record('r2')], ['from', 'to']);
    expect(keys(placed.module)).toEqual(['of the module', 'of a record that is gone']);
    expect(keys(placed.ofField('r1', 'to'))).toEqual(['of a field']);
    expect(keys(placed.ofRecord('r1'))).toEqual([]);
    expect(keys(placed.ofRecord('r2'))).toEqual(['of a record', 'of a field that no form shows']);
  });

  it('is under the field of the only record, where the finding names none', () => {
    const placed = placeFindings([education('to', { field: 'to' })], 'education', [record('r1')], ['to']);
    expect(keys(placed.ofField('r1', 'to'))).toEqual(['to']);
    expect(placed.module).toEqual([]);
  });

  it('every one of a module is shown exactly once', () => {
    const records = [record('r1'), record('r2')];
    const placed = placeFindings(findings, 'education', records, ['from', 'to']);
    const shown = [
      ...placed.module,
      ...records.flatMap(({ id }) => [
        ...placed.ofRecord(id),
        ...['from', 'to'].flatMap((field) => placed.ofField(id, field)),
      ]),
    ];
    expect(keys(shown).toSorted()).toEqual(keys(findings.slice(0, -1)).toSorted());
  });

  it('its proof is its own scan, else the first of its record', () => {
    const modules = MODULE_IDS.map((id) => ({ id, records: id === 'education' ? [record('r1')] : [] }));
    const detail = detailOf({ application: makeApplication({ modules }) });
    expect(scanOf(education('a', { recordId: 'r1', attachmentId: 'own' }), detail)).toBe('own');
    expect(scanOf(education('a', { recordId: 'r1' }), detail)).toBe('r1-scan');
    expect(scanOf(education('a', {}), detail)).toBeNull();
  });
});

describe('the place in the guide', () => {
  it.each([
    ['Q6', '指南第6问'],
    ['Q11(1)', '指南第11问（1）'],
    ['五(二)2', '五（二）2'],
    ['五(三) 注意', '五（三）注意'],
  ])('%s reads %s', (source, words) => {
    expect(sourceWords(source)).toBe(words);
  });
});
