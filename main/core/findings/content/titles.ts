/** The title filed for against Q1's table and against the title held (Q1, Q11, Q16). */
import { LEVEL_WORDS } from '#model/application.ts';
import { NO_FAULTS, when, type Fault, type Rule } from '../engine.ts';
import { valueOf, type FilingFacts, type HeldTitle } from '../filing-facts.ts';
import { follows, rungOf, type TitlePosition } from '../guide-facts.ts';
import { monthNumber, monthText } from '../periods.ts';
import { EXAM_ONLY } from '../tables/titles.ts';
import { plainName, quote } from '../words.ts';

const RESET = '请重新选择（须重置流程）';

export const TITLE_RULES: readonly Rule<FilingFacts>[] = [
  { id: 'title.not-in-ladder', severity: 'blocking', source: 'Q1', audience: 'applicant', find: notInLadder },
  {
    id: 'title.not-following',
    severity: 'look',
    source: 'Q1',
    audience: 'applicant',
    find(facts) {
      const { held, filed } = compared(facts);
      if (!held || !filed || !isHigher(filed, held) || isFollowing(facts.titles, filed)) return NO_FAULTS;
      const fact = `现有职称${quote(held.title)}，申报${quote(facts.filing.title)}，不是同一系列的上一级`;
      return [{ moduleId: 'current-title', recordId: held.record.id, fact, advice: '请核对申报的系列和级别' }];
    },
  },
  {
    id: 'title.not-higher',
    severity: 'blocking',
    source: 'Q1',
    audience: 'applicant',
    find(facts) {
      const { held, filed } = compared(facts);
      if (!held || !filed || isHigher(filed, held)) return NO_FAULTS;
      const fact = `现有职称${quote(held.title)}为${wordOf(held)}，申报的${quote(facts.filing.title)}并不更高`;
      return [{ moduleId: 'current-title', recordId: held.record.id, fact, advice: RESET }];
    },
  },
  {
    id: 'title.present-unknown',
    severity: 'look',
    source: 'Q1',
    audience: 'applicant',
    find: unknownTitles,
  },
  {
    id: 'series-change.level',
    severity: 'blocking',
    source: 'Q11(1)',
    audience: 'applicant',
    find({ filing, held }) {
      if (filing.kind !== 'series-change' || !held) return NO_FAULTS;
      return when(!held.positions.some(({ level }) => level === filing.level), () => ({
        moduleId: 'current-title',
        recordId: held.record.id,
        fact: `转系列评审申报${LEVEL_WORDS[filing.level]}，现有职称${quote(held.title)}为${wordOf(held)}，不是同级`,
        advice: RESET,
      }));
    },
  },
  {
    id: 'series-change.one-year',
    severity: 'blocking',
    source: 'Q11(1)',
    audience: 'applicant',
    find: shortInPost,
  },
  {
    id: 'series.exam-only',
    severity: 'blocking',
    source: 'Q16',
    audience: 'applicant',
    canOverride: true,
    find({ filing, guide }) {
      const isExamined = EXAM_ONLY.get(plainName(filing.series))?.includes(filing.level) ?? false;
      // a committee of the guide's own directory reviews what it reviews, e.g. 主管药师 (三(二)47)
      if (!isExamined || guide.committee(filing.committee).isListed) return NO_FAULTS;
      const fact = `${filing.series}${LEVEL_WORDS[filing.level]}由国家统一考试取得，不再评审`;
      return [{ fact, advice: '请核对当年通知；须评审的说明依据' }];
    },
  },
];

function notInLadder({ filing, guide }: FilingFacts): readonly Fault[] {
  const { series, title, level } = filing;
  if (!guide.hasSeries(series)) {
    return [{ fact: `申报系列${quote(series)}不在${guide.seriesCount}个系列里`, advice: RESET }];
  }
  const inSeries = guide.positionsOf(title).filter((position) => position.series === plainName(series));
  if (inSeries.some((position) => position.level === level)) return NO_FAULTS;
  const elsewhere = inSeries[0];
  const fact = elsewhere
    ? `申报资格${quote(title)}是${LEVEL_WORDS[elsewhere.level]}，申报级别选了${LEVEL_WORDS[level]}`
    : `${series}没有${quote(title)}这个${LEVEL_WORDS[level]}职称`;
  return [{ fact, advice: RESET }];
}

/** The title held and the one filed for, where a review asks that one follows the other. */
function compared({ filing, held, guide }: FilingFacts): { held: HeldTitle | null; filed: TitlePosition | undefined } {
  if (filing.kind !== 'review') return { held: null, filed: undefined };
  const series = plainName(filing.series);
  const filed = guide.positionsOf(filing.title).find((p) => p.series === series && p.level === filing.level);
  return { held, filed };
}

function isHigher(filed: TitlePosition, held: HeldTitle): boolean {
  return held.positions.some(({ level }) => rungOf(filed.level) > rungOf(level));
}

/** Any title held will do: somebody who changed series has two (Q11(2)). */
function isFollowing(titles: readonly HeldTitle[], filed: TitlePosition): boolean {
  return titles.some(({ positions }) => positions.some((position) => follows(position, filed)));
}

function wordOf({ positions }: HeldTitle): string {
  return positions[0] ? LEVEL_WORDS[positions[0].level] : '';
}

/** Old names (中学一级教师, 小学高级教师) are not in Q1 either: a person knows what they became. */
function unknownTitles({ titles, filing, guide, held }: FilingFacts): readonly Fault[] {
  if (filing.kind === 'recognition' || held) return NO_FAULTS;
  return titles
    .filter(({ title }) => title !== '')
    .map(({ title, record }) => {
      const isElsewhere = guide.positionsOf(title).length > 0;
      const fact = isElsewhere
        ? `现有职称${quote(title)}不在所填的系列${quote(valueOf(record, 'series'))}里`
        : `现有职称${quote(title)}不在指南的职称名称表里`;
      return {
        subject: record.id,
        moduleId: 'current-title',
        recordId: record.id,
        field: 'title',
        fact,
        advice: '请核对证书',
      };
    });
}

/** By the month the present work began in: a day is not filed. */
function shortInPost({ filing, work, filedOn }: FilingFacts): readonly Fault[] {
  if (filing.kind !== 'series-change') return NO_FAULTS;
  const filedIn = monthNumber(filedOn) ?? 0;
  const [present] = work.filter(({ to }) => to === null || to >= filedIn).toSorted((a, b) => b.from - a.from);
  if (!present || filedIn - present.from >= MONTHS_IN_POST) return NO_FAULTS;
  const months = Math.max(0, filedIn - present.from);
  const fact = `现岗位从${monthText(present.from)}起，到申报时约${months}个月，不满1年`;
  return [{ moduleId: 'work', recordId: present.record.id, field: 'from', fact, advice: '请满1年后再申报转系列' }];
}

/** 「在现岗位工作满1年以上」 (Q11(1)) */
const MONTHS_IN_POST = 12;
