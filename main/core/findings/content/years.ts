/** Years in post to 31 December (Q6). The guide leaves the number to the year's notice, so nothing here blocks. */
import { formatSpan, parseGivenDay } from '#model/months.ts';
import { countYearsInPost } from '#model/years-in-post.ts';
import { NO_FAULTS, when, type Fault, type Rule } from '../engine.ts';
import { valueOf, type FilingFacts } from '../filing-facts.ts';
import { monthNumber } from '../periods.ts';
import { recordName } from '../records.ts';
import { postYears, type PostYears } from '../service-years.ts';

export const YEARS_RULES: readonly Rule<FilingFacts>[] = [
  {
    id: 'years.short',
    severity: 'look',
    source: 'Q6',
    audience: 'applicant',
    find(facts) {
      const years = postYears(facts);
      if (!years || years.against.isReached) return NO_FAULTS;
      const { service, against, asked } = years;
      const fact = `任职到12月31日为${formatSpan(service.served)}，比通常要求的${asked}年差${formatSpan(against.missing)}`;
      return [{ ...placeOf(years), fact, advice: '请核对聘任时间；破格或当年通知另有规定的请说明' }];
    },
  },
  {
    id: 'years.ambiguous',
    severity: 'look',
    source: 'Q6',
    audience: 'unit',
    find(facts) {
      const years = postYears(facts);
      return years ? doubt(years) : NO_FAULTS;
    },
  },
  {
    id: 'years.appointed-before',
    severity: 'look',
    source: 'Q6',
    audience: 'applicant',
    find: ({ records }) => {
      const all = records('current-title');
      return all.flatMap((record) => {
        const [appointed, obtained] = [valueOf(record, 'appointedOn'), valueOf(record, 'obtainedOn')];
        const [from, since] = [monthNumber(appointed), monthNumber(obtained)];
        return when(from !== null && since !== null && from < since, () => ({
          subject: record.id,
          moduleId: 'current-title',
          recordId: record.id,
          field: 'appointedOn',
          fact: `${all.length > 1 ? `${recordName('current-title', record, all)}的` : ''}聘任时间填${appointed}，早于取得时间${obtained}`,
          advice: '请核对改正',
        }));
      });
    },
  },
];

function placeOf({ recordId }: PostYears): Pick<Fault, 'moduleId' | 'recordId' | 'field'> {
  return { moduleId: 'current-title', recordId, field: 'appointedOn' };
}

/** Reached by the kindest reading, but not surely: counted from the first of the month, with the last day. */
function doubt(years: PostYears): readonly Fault[] {
  const { service, against, asked } = years;
  if (!against.isReached) return NO_FAULTS;
  const reason = doubtOf(years);
  return when(reason !== null, () => ({
    ...placeOf(years),
    fact: `任职到12月31日为${formatSpan(service.served)}，刚到${asked}年（${reason}）`,
    advice: '请对照聘任文件上的日期核实',
  }));
}

function doubtOf({ since, asked, against, service }: PostYears): string | null {
  const lastDay = parseGivenDay(since)?.last ?? service.startsOn;
  const latest = countYearsInPost({ periods: [{ from: lastDay }], cutoff: service.lastDay });
  if (!latest.ok || latest.value.years < asked) return '聘任时间只到月，当月哪一天决定够不够';
  if (!against.isReachedWithoutLastDay) return '12月31日当天算不算决定够不够';
  return against.isNear ? '只多不到一个月' : null;
}
