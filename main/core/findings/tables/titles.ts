/** What is asked for by level outside the guide. */
import type { TitleLevel } from '#model/application.ts';

/**
 * Years in the title below that a review usually asks for, by the level filed for. Not in the guide, which
 * leaves it to each series' conditions (Q5(1)); this is what the state's standards of the series have in
 * common (人社部发〔2019〕16号 for engineers is one). Initial levels are not counted by a title.
 */
export const USUAL_YEARS: Readonly<Partial<Record<TitleLevel, number>>> = {
  middle: 4,
  'associate-senior': 5,
  senior: 5,
};

/** The same standards ask two years of masters for 中级, and of doctors for 副高级. */
export const USUAL_YEARS_BY_DEGREE: Readonly<Partial<Record<TitleLevel, Readonly<{ degree: RegExp; years: number }>>>> =
  {
    middle: { degree: /硕士|博士/, years: 2 },
    'associate-senior': { degree: /博士/, years: 2 },
  };

/**
 * Series and levels whose title comes from the state's examination, so that none is reviewed (Q16, Q11(3)).
 * The guide does not list them: these are 卫生、会计、审计、统计、经济、翻译、出版 as commonly announced; the year's
 * notice decides. Examinations of single specialties (计算机软件, 土建) cannot be told from a series and a level.
 */
export const EXAM_ONLY: ReadonlyMap<string, readonly TitleLevel[]> = new Map([
  ['经济专业人员', ['middle', 'assistant']],
  ['会计人员', ['middle', 'assistant']],
  ['统计专业人员', ['middle', 'assistant']],
  ['审计专业人员', ['middle', 'assistant']],
  ['卫生技术人员', ['middle', 'assistant', 'junior']],
  ['翻译专业人员', ['middle', 'assistant']],
  ['出版专业人员', ['middle', 'assistant']],
]);
