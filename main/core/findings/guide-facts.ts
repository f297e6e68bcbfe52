/** What the rules ask of an edition of the guide, looked up instead of searched: made once an edition. */
import { TITLE_LEVELS, type TitleLevel } from '#model/application.ts';
import {
  titleSpellings,
  type CommitteeLevel,
  type PlanningRow,
  type ReferenceEdition,
  type TitleLadder,
} from '#model/reference.ts';
import { COMMITTEE_REGIONS, COMMITTEE_SERIES, PLANNING_NAMES } from './tables/committees.ts';
import { plainName } from './words.ts';

/** One cell of Q1's table. */
export type TitlePosition = Readonly<{ series: string; ladder: TitleLadder; level: TitleLevel }>;

/** A committee as its name and the directory (part 三) tell; null where neither says. */
export type CommitteeFacts = Readonly<{
  isListed: boolean;
  level: CommitteeLevel | null;
  series: readonly string[] | null;
  /** the county or zone it belongs to, with the counties whose units file there */
  region: Readonly<{ name: string; counties: readonly string[] }> | null;
  /** planned month of its sitting, 1–12 (Q5) */
  sitsInMonth: number | null;
}>;

export type GuideFacts = Readonly<{
  edition: string;
  seriesCount: number;
  /** whether Q1 has a series of that name */
  hasSeries(name: string): boolean;
  /** everywhere a title stands; 「高级教师（中教）」 stands where 「高级教师」 does */
  positionsOf(title: string): readonly TitlePosition[];
  committee(name: string): CommitteeFacts;
  /** whether it is one of Q19's list, or has one in its name (计算机应用) */
  isDiscipline(specialty: string): boolean;
}>;

export function prepareGuide(guide: ReferenceEdition): GuideFacts {
  const series = new Set(guide.titles.map(({ name }) => plainName(name)));
  const positions = titlePositions(guide);
  const listed = new Map(guide.committees.map((row) => [plainName(row.name), row.level]));
  const planned = new Map(guide.planning.flatMap((row) => planningNames(row).map((name) => [name, row] as const)));
  const disciplines = guide.disciplines.map(({ name }) => plainName(name));
  const committees = new Map<string, CommitteeFacts>();

  function committee(written: string): CommitteeFacts {
    const known = committees.get(written);
    if (known) return known;
    const name = plainName(written);
    const plan = planned.get(name);
    const facts = {
      isListed: listed.has(name) || plan !== undefined,
      level: listed.get(name) ?? plan?.level ?? levelInName(name),
      series: COMMITTEE_SERIES.find(({ words }) => words.test(name))?.series ?? null,
      region: COMMITTEE_REGIONS.find((region) => name.startsWith(region.name)) ?? null,
      sitsInMonth: plan?.month ?? null,
    };
    committees.set(written, facts);
    return facts;
  }

  return {
    edition: guide.edition,
    seriesCount: guide.titles.length,
    hasSeries: (name) => series.has(plainName(name)),
    positionsOf(written) {
      const title = plainName(written).toLowerCase();
      return positions.get(title) ?? positions.get(title.replace(/\([^()]*\)$/, '')) ?? NOWHERE;
    },
    committee,
    isDiscipline(written) {
      const specialty = plainName(written);
      return disciplines.some((name) => specialty.includes(name));
    },
  };
}

const NOWHERE: readonly TitlePosition[] = [];

/** 0 for 员级 … 4 for 正高级 */
export function rungOf(level: TitleLevel): number {
  return TITLE_LEVELS.length - 1 - TITLE_LEVELS.indexOf(level);
}

/** One rung above in its own row of Q1, or at the foot of a row that begins there (农业技术推广研究员). */
export function follows(present: TitlePosition, filed: TitlePosition): boolean {
  if (filed.series !== present.series || rungOf(filed.level) !== rungOf(present.level) + 1) return false;
  return filed.ladder === present.ladder || lowestLevel(filed.ladder) === filed.level;
}

function lowestLevel(ladder: TitleLadder): TitleLevel | undefined {
  return TITLE_LEVELS.findLast((level) => ladder[level] !== undefined);
}

function titlePositions(guide: ReferenceEdition): ReadonlyMap<string, readonly TitlePosition[]> {
  const found = new Map<string, TitlePosition[]>();
  for (const { name, ladders } of guide.titles) {
    for (const ladder of ladders) {
      for (const level of TITLE_LEVELS) {
        for (const spelling of titleSpellings(ladder[level] ?? '')) {
          if (spelling === '') continue;
          found.set(spelling, [...(found.get(spelling) ?? []), { series: name, ladder, level }]);
        }
      }
    }
  }
  return found;
}

/** A row of the planning table under its own name and the directory's. */
function planningNames({ committee }: PlanningRow): readonly string[] {
  const name = plainName(committee);
  const inDirectory = PLANNING_NAMES.get(name);
  return inDirectory === undefined ? [name] : [name, plainName(inDirectory)];
}

/** Of committees that the directory does not have: provincial ones. A name with both words says neither. */
function levelInName(name: string): CommitteeLevel | null {
  const isHigh = /高级/.test(name);
  const isMiddle = /中级/.test(name);
  if (isHigh === isMiddle) return null;
  return isHigh ? 'high' : 'middle';
}
