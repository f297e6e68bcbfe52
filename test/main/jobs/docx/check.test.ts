/** What an office is told of its own template. */
import { expect, it } from 'vitest';
import type { Placeholder } from '#model/paper.ts';
import { checkTemplate } from '#jobs/docx/templates.ts';
import { docxOf, p } from './docx-file.ts';

const common = { list: null, meaning: '', isRequired: false } as const;
const PLACEHOLDERS: readonly Placeholder[] = [
  { ...common, name: '单位名称', is: 'text' },
  { ...common, name: '派遣', is: 'condition' },
  { ...common, name: '人员', is: 'list' },
  { ...common, name: '姓名', is: 'text', list: '人员' },
];

async function told(body: string, placeholders = PLACEHOLDERS): Promise<readonly string[]> {
  const answer = await checkTemplate({ bytes: docxOf(body), placeholders });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.problems.map(({ code, reason, text }) => `${code} ${reason ?? '-'} ${text}`);
}

it.each([
  ['a name that nobody knows', '{单位名}', 'unknown-placeholder - {单位名}'],
  ['a name of JavaScript', '{constructor}', 'unknown-placeholder - {constructor}'],
  ['a name of an item outside of its list', '{姓名}', 'unknown-placeholder outside-list {姓名}'],
  ['a list of an unknown name', '{#教师}{/教师}', 'unknown-placeholder - {#教师}'],
  ['nothing in it', '{}', 'unknown-placeholder - {}'],
  ['other brackets', '{=[[ ]]=}', 'unknown-placeholder - {=[[ ]]=}'],
  ['XML to be put in', '{@单位名称}', 'broken-placeholder wrong-kind {@单位名称}'],
  ['a list as text', '{人员}', 'broken-placeholder wrong-kind {人员}'],
  ['a condition as text', '{派遣}', 'broken-placeholder wrong-kind {派遣}'],
  ['no end', '关于{单位名称的公示', 'broken-placeholder unclosed 单位名称的公示'],
  ['no beginning', '关于单位名称}的公示', 'broken-placeholder unopened 关于单位名称'],
  ['brackets of a Chinese keyboard', '｛单位名称｝', 'broken-placeholder full-width ｛单位名称｝'],
  ['a list that does not end', '{#人员}{姓名}', 'broken-placeholder section-unclosed 人员'],
  ['a list that does not begin', '{/人员}', 'broken-placeholder section-unopened 人员'],
  ['lists that cross', '{#人员}{#派遣}{/人员}{/派遣}', 'broken-placeholder section-crossed'],
  ['a list inside of itself', '{#人员}{#人员}{/人员}{/人员}', 'broken-placeholder nested-list {#人员}'],
])('tells of a placeholder with %s', async (_, text, problem) => {
  expect((await told(p(text)))[0]).toContain(problem);
});

it.each([
  '{单位名称}',
  '{#人员}{姓名}{单位名称}{/人员}',
  '{#派遣}{#人员}{姓名}{/人员}{/派遣}',
  '{^人员}无{/人员}',
  '无',
])('takes %s', async (text) => {
  expect(await told(p(text))).toEqual([]);
});

it('tells what the paper cannot be without, the items of a list only where the list is there', async () => {
  const all = PLACEHOLDERS.map((one) => ({ ...one, isRequired: true }));
  expect(await told(p('公示'), all)).toEqual([
    'missing-placeholder - {单位名称}',
    'missing-placeholder - {#派遣}{/派遣}',
    'missing-placeholder - {#人员}{/人员}',
  ]);
  expect(await told(p('{单位名称}{#派遣}{/派遣}{#人员}{/人员}'), all)).toEqual(['missing-placeholder - {姓名}']);
});
