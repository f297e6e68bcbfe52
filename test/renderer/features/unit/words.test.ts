import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unit as contract } from '#contract/unit.contract.ts';
import { plainDate } from '#model/beijing-time.ts';
import { UNIT_KINDS } from '#model/reporting-route.ts';
import { UNIT_FIELDS } from '#model/unit-facts.ts';
import { SAMPLE_UNIT } from '../../../city/seed/sample-unit.ts';
import { countyNames } from '../../../../renderer/features/unit/counties.ts';
import type { OwnUnit, UnitForm } from '../../../../renderer/features/unit/types.ts';
import { formChanges, formProblems, unitTrouble, valueWords } from '../../../../renderer/features/unit/words.ts';

const { account: _account, password: _password, ...facts } = SAMPLE_UNIT;
const UNIT = facts as OwnUnit;
const { id: _id, creditCode: _code, formerNames: _names, ...own } = UNIT;
const FORM: UnitForm = { ...own, renamedOn: '' };
const TODAY = plainDate('2026-09-18');
const problems = (part: Partial<UnitForm>) => formProblems(UNIT, { ...FORM, ...part }, TODAY);

describe('the form of the unit', () => {
  it('of the record as it is has nothing to hand in and nothing wrong', () => {
    expect([problems({}), formChanges(UNIT, FORM)]).toEqual([{}, []]);
    expect(formChanges(UNIT, { ...FORM, phone: ` ${FORM.phone} ` })).toEqual([]);
  });
  it('asks since when another name holds, and takes no day to come', () => {
    expect(problems({ name: '昆明市翠湖中学' }).renamedOn).toBe('请填写从哪天起用新名称。');
    expect(problems({ name: '昆明市翠湖中学', renamedOn: '2026-09-19' }).renamedOn).toContain('还没有到');
    expect(problems({ name: '昆明市翠湖中学', renamedOn: '2026-09-18' })).toEqual({});
  });
  it('asks no department of a unit whose route has none (Q3)', () => {
    expect(problems({ supervisor: '' }).supervisor).toBe('请填写主管部门。');
    expect(problems({ supervisor: '', kind: 'non-public' })).toEqual({});
  });
  it('names every kind in words, and what is empty as empty', () => {
    expect(UNIT_KINDS.map((kind) => valueWords('kind', kind)).filter((words) => /[a-z]/u.test(words))).toEqual([]);
    expect(UNIT_FIELDS.map((field) => valueWords(field, ''))).toEqual(UNIT_FIELDS.map(() => '未填写'));
  });
});

it('offers the counties and zones whose offices the guide names, each once', () => {
  const { items } = JSON.parse(readFileSync('resources/reference/2022/offices.json', 'utf8')) as {
    items: readonly { name: string }[];
  };
  const counties = countyNames(items.map(({ name }) => name));
  expect(counties).toEqual(expect.arrayContaining(['五华区', '安宁市', '石林县', '空港经济区', '滇池旅游度假区']));
  expect(counties.filter((name) => !/[区县市]$/u.test(name))).toEqual([]);
  expect(new Set(counties).size).toBe(counties.length);
});

describe('what a refusal says', () => {
  const DEFECT = unitTrouble({ code: 'internal', message: '' });
  it.each([...contract.update.errors])('%s has words of its own', (code) => {
    expect(unitTrouble({ code, message: '' })).not.toBe(DEFECT);
  });
});
