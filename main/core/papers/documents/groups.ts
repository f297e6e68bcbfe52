/** People by what they file for: how lists are handed in (按系列分打), and what they are counted by. */
import { TITLE_LEVELS, type Application, type TitleLevel } from '#model/application.ts';

type Filed = Readonly<{ application: Application }>;

export type FilingGroup<Person extends Filed> = Readonly<{
  year: number;
  series: string;
  level: TitleLevel;
  committee: string;
  people: readonly Person[];
}>;

const BY_PINYIN = new Intl.Collator('zh-CN-u-co-pinyin');

/** By series (in the order of Q1, others after it), level from the highest, committee; people by name. */
export function filingGroups<Person extends Filed>(
  people: readonly Person[],
  seriesOrder: readonly string[],
): readonly FilingGroup<Person>[] {
  const rankOf = (series: string) => (seriesOrder.includes(series) ? seriesOrder.indexOf(series) : seriesOrder.length);
  const together = [...Map.groupBy(people, keyOf).values()];
  return together
    .flatMap((members) => groupOf(members) ?? [])
    .toSorted(
      (a, b) =>
        a.year - b.year ||
        rankOf(a.series) - rankOf(b.series) ||
        BY_PINYIN.compare(a.series, b.series) ||
        TITLE_LEVELS.indexOf(a.level) - TITLE_LEVELS.indexOf(b.level) ||
        BY_PINYIN.compare(a.committee, b.committee),
    );
}

function keyOf({ application: { year, filing } }: Filed): string {
  return JSON.stringify([year, filing.series, filing.level, filing.committee]);
}

function groupOf<Person extends Filed>(members: readonly Person[]): FilingGroup<Person> | null {
  const [first] = members;
  if (!first) return null;
  const { year, filing } = first.application;
  const { series, level, committee } = filing;
  const named = members.toSorted((a, b) =>
    BY_PINYIN.compare(a.application.applicant.name, b.application.applicant.name),
  );
  return { year, series, level, committee, people: named };
}
