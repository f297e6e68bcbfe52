/** The committee chosen: known, of the level, the series and the county of the filing (part 三). */
import { LEVEL_WORDS } from '#model/application.ts';
import { NO_FAULTS, when, type Rule } from '../engine.ts';
import type { FilingFacts } from '../filing-facts.ts';
import { rungOf } from '../guide-facts.ts';
import { list, plainName, quote } from '../words.ts';

const RESET = '请重新选择评委会（须重置流程）';

export const COMMITTEE_RULES: readonly Rule<FilingFacts>[] = [
  {
    id: 'committee.unknown',
    severity: 'look',
    source: '三',
    audience: 'applicant',
    find({ filing, application, guide }) {
      if (filing.kind === 'recognition' || application.window.isProvincial) return NO_FAULTS;
      return when(!guide.committee(filing.committee).isListed, () => ({
        fact: `${quote(filing.committee)}不在市级评委会目录里`,
        advice: '请核对评委会',
      }));
    },
  },
  {
    id: 'committee.level',
    severity: 'blocking',
    source: '三',
    audience: 'applicant',
    find({ filing, guide }) {
      const { level } = guide.committee(filing.committee);
      if (filing.kind === 'recognition' || level === null) return NO_FAULTS;
      return when(!isReviewedBy(level, filing.level), () => ({
        fact: `申报${LEVEL_WORDS[filing.level]}，选的是${level === 'high' ? '高级' : '中级'}评委会`,
        advice: RESET,
      }));
    },
  },
  {
    id: 'committee.series',
    severity: 'look',
    source: '三',
    audience: 'applicant',
    find({ filing, guide }) {
      const { series } = guide.committee(filing.committee);
      if (filing.kind === 'recognition' || series === null || !guide.hasSeries(filing.series)) return NO_FAULTS;
      return when(!series.includes(plainName(filing.series)), () => ({
        fact: `申报${filing.series}，${quote(filing.committee)}评审${list(series)}`,
        advice: '请核对评委会',
      }));
    },
  },
  {
    id: 'committee.region',
    severity: 'blocking',
    source: '三',
    audience: 'applicant',
    canOverride: true,
    find({ filing, guide, unit }) {
      const { region } = guide.committee(filing.committee);
      if (filing.kind === 'recognition' || !region || !unit || unit.county === '') return NO_FAULTS;
      return when(!region.counties.some((county) => isSameCounty(county, unit.county)), () => ({
        fact: `${quote(filing.committee)}评审${region.name}的单位，本单位在${unit.county}`,
        advice: RESET,
      }));
    },
  },
];

/** Committees of middle titles commonly take initial ones as well (part 四: 「初级、中级职称评审」). */
function isReviewedBy(level: 'high' | 'middle', filed: FilingFacts['filing']['level']): boolean {
  return level === 'high' ? rungOf(filed) > rungOf('middle') : rungOf(filed) <= rungOf('middle');
}

/** 「寻甸县」 is 「寻甸回族彝族自治县」: two characters tell the counties of Kunming apart. */
function isSameCounty(a: string, b: string): boolean {
  return plainName(a).slice(0, 2) === plainName(b).slice(0, 2) || plainName(b).includes(plainName(a));
}
