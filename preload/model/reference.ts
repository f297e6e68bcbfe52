/**
 * The guide's tables as data (资料库): titles, planning, committees, offices, disciplines, questions
 * and sections of one edition, and the small rules that read them. Texts stand as printed in the
 * guide; only blanks from its line breaks are gone.
 */
import { TITLE_LEVELS, type TitleLevel } from './application.ts';

/** One row of Q1's table: a title a level, levels without a title left out. */
export type TitleLadder = Readonly<Partial<Record<TitleLevel, string>>>;
/** 系列 (Q1). */
export type TitleSeries = Readonly<{ number: number; name: string; ladders: readonly TitleLadder[] }>;

export const COMMITTEE_LEVELS = ['high', 'middle'] as const;
/** 高级, 中级: the guide prints one table each. */
export type CommitteeLevel = (typeof COMMITTEE_LEVELS)[number];

/** One row of 评审计划表 (Q5). `month` 1–12 is the number in `due`, e.g. 「9月底前」. */
export type PlanningRow = Readonly<{
  level: CommitteeLevel;
  number: number;
  committee: string;
  body: string;
  month: number;
  due: string;
}>;

/** One row of 评审委员会目录 (part 三). */
export type Committee = Readonly<{
  level: CommitteeLevel;
  number: number;
  name: string;
  scope: string;
  body: string;
  phones: readonly string[];
}>;

/** One row of 各县(市)区人社部门职称评定工作咨询电话 (part 四). */
export type CountyOffice = Readonly<{
  number: number;
  name: string;
  service: string;
  address: string;
  phones: readonly string[];
}>;

/** A specialty that is filed as 「工程技术」 (Q19). */
export type Discipline = Readonly<{ name: string }>;

export const GUIDE_TABLES = ['titles', 'planning-high', 'planning-middle'] as const;
export type GuideTable = (typeof GUIDE_TABLES)[number];
/** A paragraph, or the place where a table stands between paragraphs. */
export type GuideBlock = Readonly<{ text: string }> | Readonly<{ table: GuideTable }>;
/** One of the 19 questions; `id` is 'Q1' … 'Q19'. */
export type GuideQuestion = Readonly<{ id: string; number: number; title: string; blocks: readonly GuideBlock[] }>;
/** A numbered piece of part 一 or 五; `id` like '五(三)4', `path` the headings above it, outermost first. */
export type GuideSection = Readonly<{
  id: string;
  title: string;
  path: readonly string[];
  blocks: readonly GuideBlock[];
}>;

export const CONTACT_KINDS = ['phone', 'web', 'mail'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];
/** A line of help that belongs to no office; `source` is the place in the guide. */
export type GuideContact = Readonly<{ name: string; kind: ContactKind; value: string; source: string }>;

/** One year's guide. `edition` is the year as four digits and the name of its folder. */
export type ReferenceEdition = Readonly<{
  edition: string;
  source: string;
  titles: readonly TitleSeries[];
  planning: readonly PlanningRow[];
  committees: readonly Committee[];
  offices: readonly CountyOffice[];
  disciplines: readonly Discipline[];
  questions: readonly GuideQuestion[];
  sections: readonly GuideSection[];
  contacts: readonly GuideContact[];
}>;

/** '0871-65165786', or a switchboard with extensions: '63644999转1转627005'. */
export const PHONE_PATTERN = /^(?:0871-\d{8}|\d{8}(?:转\d+)+)$/;

/** Full-width forms become half-width, capitals small, blanks vanish: what two spellings are compared by. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
}

/**
 * Whether a specialty stands in Q19's list, written with or without a closing 「专业」 or 「工程」.
 * False means "not in the list as written", so a screen asks rather than decides.
 */
export function isEngineeringDiscipline(disciplines: readonly Discipline[], name: string): boolean {
  const asked = plain(name).replace(/专业$/, '');
  const spellings = new Set([asked, asked.replace(/工程$/, '')]);
  return disciplines.some((discipline) => spellings.has(plain(discipline.name)));
}

/** 「主治(主管)医师」 is also 「主治医师」 and 「主管医师」: the bracket replaces as many characters before it. */
export function titleSpellings(title: string): readonly string[] {
  const written = plain(title);
  const [, before, instead, after] = /^(.+)\((.+)\)(.*)$/.exec(written) ?? [];
  if (before === undefined || instead === undefined || after === undefined) return [written];
  return [written, before + after, before.slice(0, -instead.length) + instead + after];
}

/** Where a title stands. */
export type TitlePlace = Readonly<{ ladder: TitleLadder; level: TitleLevel }>;

/** The ladder of this series that holds the title, and the title's level in it; null when it holds none. */
export function ladderOf(series: TitleSeries, title: string): TitlePlace | null {
  const wanted = plain(title);
  for (const ladder of series.ladders) {
    for (const level of TITLE_LEVELS) {
      const cell = ladder[level];
      if (cell !== undefined && titleSpellings(cell).includes(wanted)) return { ladder, level };
    }
  }
  return null;
}

/** A title that may follow the present one. */
export type NextTitle = Readonly<{ series: string; level: TitleLevel; title: string }>;

/**
 * The titles one level above, in every series that knows the present one (讲师 stands in three).
 * A ladder that begins at that level is open to its whole series: 农业技术推广研究员 has no rungs
 * of its own below it (Q1, series 6).
 */
export function nextTitles(titles: readonly TitleSeries[], present: string): readonly NextTitle[] {
  return titles.flatMap((series) => {
    const place = ladderOf(series, present);
    const level = place ? TITLE_LEVELS[TITLE_LEVELS.indexOf(place.level) - 1] : undefined;
    if (!place || level === undefined) return [];
    return series.ladders
      .filter((ladder) => ladder === place.ladder || lowestLevel(ladder) === level)
      .flatMap((ladder) => ladder[level] ?? [])
      .map((title) => ({ series: series.name, level, title }));
  });
}

function lowestLevel(ladder: TitleLadder): TitleLevel | undefined {
  return TITLE_LEVELS.findLast((level) => ladder[level] !== undefined);
}

/** Where a source link lands: the question or section, and the index of the block meant, if one is. */
export type PassagePlace = Readonly<{ id: string; block: number | null }>;

/**
 * Finds 'Q18', 'Q5(4)', '五(三)4' or '五(三) 注意' in the guide. A number without a passage of its own
 * lands on the first one under it ('五(一)' on '五(一)1'). Null when the edition has no such place.
 */
export function findPassage(
  guide: Pick<ReferenceEdition, 'questions' | 'sections'>,
  source: string,
): PassagePlace | null {
  const wanted = source.normalize('NFKC').replaceAll(/\s+/g, '');
  const passages = [...guide.questions, ...guide.sections];
  const exact = passages.find((passage) => passage.id === wanted);
  if (exact) return { id: exact.id, block: null };
  const holder = passages
    .filter((passage) => wanted.startsWith(passage.id))
    .toSorted((a, b) => b.id.length - a.id.length)
    .map((passage) => ({ id: passage.id, block: blockStarting(passage.blocks, wanted.slice(passage.id.length)) }))
    .find((place) => place.block !== null);
  if (holder) return holder;
  const below = passages.find((passage) => passage.id.startsWith(wanted) && wanted !== '' && !wanted.startsWith('Q'));
  return below ? { id: below.id, block: null } : null;
}

function blockStarting(blocks: readonly GuideBlock[], start: string): number | null {
  const index = blocks.findIndex((block) => 'text' in block && plain(block.text).startsWith(plain(start)));
  return index === -1 ? null : index;
}
