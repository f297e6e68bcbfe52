/**
 * Who passes an application on, from the unit to the committee (申报渠道, Q3): routes a–d by the kind
 * of the unit, with the city bureau before a provincial committee. The paper takes the same way and
 * is signed and sealed at each step (五(二)3(2)).
 */
import type { EmploymentKind } from './application.ts';

export const UNIT_KINDS = ['city-owned', 'county-owned', 'non-public', 'freelance-agency'] as const;
/** 市属国有, 县区国有, 非公有制经济组织和社会组织, 人事代理机构或行业协会: routes a–d of Q3(1). */
export type UnitKind = (typeof UNIT_KINDS)[number];

export type RouteActor = 'unit' | 'department' | 'county' | 'city' | 'committee';

export type RouteStep = Readonly<{
  actor: RouteActor;
  /** on screen */
  words: string;
  /** what Q3 has them do */
  act: '签署意见并推荐' | '审核签署意见' | '评审';
  /** who signs and seals the paper here; the committee does not */
  seals: readonly string[];
}>;

export type ReportingRoute = Readonly<{ letter: 'a' | 'b' | 'c' | 'd'; steps: readonly RouteStep[] }>;

export type RouteQuestion = Readonly<{
  unitKind: UnitKind;
  employment: EmploymentKind;
  /** as in the unit's record, 「五华区」; '' when it is not known */
  county: string;
  isProvincial: boolean;
}>;

const ROUTES: Readonly<
  Record<UnitKind, Readonly<{ letter: ReportingRoute['letter']; actors: readonly RouteActor[] }>>
> = {
  'city-owned': { letter: 'a', actors: ['unit', 'department'] },
  'county-owned': { letter: 'b', actors: ['unit', 'department', 'county'] },
  'non-public': { letter: 'c', actors: ['unit', 'county'] },
  'freelance-agency': { letter: 'd', actors: ['unit'] },
};

/** 「双公示、双审核、双盖章」 (Q18) */
const DISPATCH_SEALS = ['劳务派遣公司', '用人单位'];
/** Development zones and the like have no bureau of their own name (part 四, 17–21). */
const ZONE = /(?:开发区|度假区|经济区|新区)$/;

/** The kind whose route a person takes: dispatch staff the non-public one (Q10(1)), freelancers that of agencies. */
export function routeKindOf(unitKind: UnitKind, employment: EmploymentKind): UnitKind {
  if (employment === 'dispatch') return 'non-public';
  return employment === 'freelancer' ? 'freelance-agency' : unitKind;
}

export function reportingRoute(question: RouteQuestion): ReportingRoute {
  const kind = routeKindOf(question.unitKind, question.employment);
  const { letter, actors } = ROUTES[kind];
  const passing: readonly RouteActor[] = question.isProvincial ? [...actors, 'city'] : actors;
  return { letter, steps: [...passing, 'committee' as const].map((actor) => stepOf(actor, kind, question)) };
}

/** 「本单位 → 主管部门 → 市级评委会」 */
export function routeWords(route: ReportingRoute): string {
  return route.steps.map((step) => step.words).join(' → ');
}

/** 「五华区人社局」, 「空港经济区人社部门」; without a county 「属地县区人社局」. */
export function countyOfficeWords(county: string): string {
  if (county === '') return '属地县区人社局';
  return ZONE.test(county) ? `${county}人社部门` : `${county}人社局`;
}

function stepOf(actor: RouteActor, kind: UnitKind, question: RouteQuestion): RouteStep {
  const isCommittee = actor === 'committee';
  const words = wordsOf(actor, kind, question);
  const isDispatchUnit = actor === 'unit' && question.employment === 'dispatch';
  const seals = isDispatchUnit ? DISPATCH_SEALS : [words];
  if (isCommittee) return { actor, words, act: '评审', seals: [] };
  return { actor, words, act: actor === 'city' ? '审核签署意见' : '签署意见并推荐', seals };
}

function wordsOf(actor: RouteActor, kind: UnitKind, question: RouteQuestion): string {
  switch (actor) {
    case 'unit':
      if (question.employment === 'dispatch') return DISPATCH_SEALS.join('和');
      return kind === question.unitKind ? '本单位' : '人事代理机构或行业协会';
    case 'department':
      return '主管部门';
    case 'county':
      // A host unit's county need not be that of the dispatch company.
      return countyOfficeWords(kind === question.unitKind ? question.county : '');
    case 'city':
      return '市人社局';
    case 'committee':
      return question.isProvincial ? '省级评委会' : '市级评委会';
  }
}
