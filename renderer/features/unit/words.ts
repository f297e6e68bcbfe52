/** Every text of 单位信息 (ux 3.15). */
import type { PlainDate } from '#model/beijing-time.ts';
import { UNIT_KINDS, type UnitKind } from '#model/reporting-route.ts';
import type { Failure } from '#model/result.ts';
import { missingUnitFields, unitChanges, UNIT_FIELDS, type UnitField } from '#model/unit-facts.ts';
import { troubleOf, troubleText, type Trouble } from '../../ui/trouble.ts';
import type { OwnUnit, UnitForm } from './types.ts';

export const FIELD_WORDS: Readonly<Record<UnitField, string>> = {
  name: '单位全称',
  kind: '单位性质',
  county: '所属县区',
  supervisor: '主管部门',
  head: '单位负责人',
  contact: '联系人',
  phone: '联系电话',
  address: '单位地址',
};

export const KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  'city-owned': '市属国有单位',
  'county-owned': '县（市）区属国有单位',
  'non-public': '非公有制经济组织、社会组织',
  'freelance-agency': '人事代理机构、行业协会',
};

/** A value as it is read: the kind is a code. */
export function valueWords(field: UnitField, value: string): string {
  if (value === '') return '未填写';
  const kind = field === 'kind' ? UNIT_KINDS.find((known) => known === value) : undefined;
  return kind ? KIND_WORDS[kind] : value;
}

export type FormProblems = Readonly<Partial<Record<UnitField | 'renamedOn', string>>>;

/** What keeps the form from being handed in, by field. */
export function formProblems(unit: OwnUnit, form: UnitForm, today: PlainDate): FormProblems {
  const problems: Partial<Record<UnitField | 'renamedOn', string>> = {};
  for (const field of missingUnitFields(form)) problems[field] = `请填写${FIELD_WORDS[field]}。`;
  if (form.name.trim() === unit.name) return problems;
  if (form.renamedOn === '') problems.renamedOn = '请填写从哪天起用新名称。';
  else if (form.renamedOn > today) problems.renamedOn = '这一天还没有到，到那天再改。';
  return problems;
}

/** In the order of the form, as it would be handed in. */
export function formChanges(unit: OwnUnit, form: UnitForm): ReturnType<typeof unitChanges> {
  const texts = UNIT_FIELDS.filter((field) => field !== 'kind').map((field) => [field, form[field].trim()]);
  return unitChanges(unit, { ...form, ...Object.fromEntries(texts) });
}

const NOT_CHANGED = '单位信息没有改变，填的内容已保存。';
const UNIT_TROUBLES: Readonly<Record<string, Trouble>> = {
  'not-enrolled': {
    happened: '还没有登录市系统。',
    meaning: '没有可以修改的单位信息。',
    advice: '请先到“设置”里登录。',
  },
  'nothing-changed': { happened: '与现在的单位信息一样。', meaning: '没有需要提交的。', advice: '请改好再提交。' },
  'facts-incomplete': {
    happened: '带*的没有填全。',
    meaning: NOT_CHANGED,
    advice: '请看标红的几处。',
  },
  'rename-undated': {
    happened: '改了单位名称，没有写从哪天起用，或那天还没有到。',
    meaning: NOT_CHANGED,
    advice: '请填写新名称启用日期。',
  },
};

export function unitTrouble(failure: Failure): string {
  return troubleText(troubleOf(failure, UNIT_TROUBLES));
}
