/** 审核意见 of a return or reset: numbered lines by module that say everything at once (五(三)4). */
import type { Decision } from './application.ts';
import type { Finding } from './finding.ts';
import { moduleDef, MODULE_IDS, type ModuleId } from './modules.ts';

/** One thing to correct. A line from a finding follows it until somebody edits it by hand. */
export type ReturnLine = Readonly<{
  id: string;
  /** null: about the application as a whole */
  moduleId: ModuleId | null;
  /** key of the finding that it came from; null: written by the reviewer */
  findingKey: string | null;
  text: string;
  isIncluded: boolean;
  isEdited: boolean;
}>;

/** A finding and what somebody answered to it; null where nobody did. */
type Found = Finding & Readonly<{ answer: unknown }>;

/** `solved` and `added` are ids of lines. */
export type Merged = Readonly<{ lines: readonly ReturnLine[]; solved: readonly string[]; added: readonly string[] }>;

/** In characters; the wire carries 10,000, a reader hardly 5,000. */
export const LETTER_LIMIT = 5000;
/** Room for the longest fact and advice together. */
export const LINE_LIMIT = 1000;
export const MAX_LINES = 200;

/**
 * Brings the lines up to the findings that the applicant has to correct and nobody has answered. New
 * ones come last, hints unticked. What somebody wrote, ticked or moved stays as it is; a line whose
 * finding is gone is named as solved, and only goes by itself when nobody ticked or edited it.
 */
export function linesFromFindings(findings: readonly Found[], lines: readonly ReturnLine[]): Merged {
  const present = new Map(findings.filter(isForApplicant).map((finding) => [finding.key, finding]));
  const isSolved = ({ findingKey }: ReturnLine) => findingKey !== null && !present.has(findingKey);
  const kept = lines
    .filter((line) => !isSolved(line) || line.isIncluded || line.isEdited)
    .map((line) => followFinding(line, present));
  const known = new Set(kept.map(({ findingKey }) => findingKey));
  const added = [...present.values()]
    .filter(({ key }) => !known.has(key))
    .toSorted(byWeightAndModule)
    .slice(0, Math.max(0, MAX_LINES - kept.length))
    .map(newLine);
  return {
    lines: [...kept, ...added],
    solved: kept.filter(isSolved).map(({ id }) => id),
    added: added.map(({ id }) => id),
  };
}

/** What the applicant reads; '' when nothing is ticked. `decision` null: the numbered lines alone. */
export function composeReturn(decision: Exclude<Decision, 'approve'> | null, lines: readonly ReturnLine[]): string {
  const items = lines.filter(({ isIncluded }) => isIncluded).flatMap(itemOf);
  if (items.length === 0) return '';
  const numbered = items.map((item, index) => `${index + 1}. ${item}`);
  return decision === null ? numbered.join('\n') : [opening(decision, items.length), ...numbered].join('\n');
}

/** 「毕业时间填2010-07，早于入学时间2010-09，请改正。」; the module's name is put before it by `composeReturn`. */
export function lineText({ fact, advice }: Pick<Finding, 'fact' | 'advice'>): string {
  return `${[fact, advice].map(withoutEnd).filter(Boolean).join('，')}。`;
}

/** One place up (-1) or down (1); at either end it stays. */
export function moveLine(lines: readonly ReturnLine[], id: string, by: -1 | 1): readonly ReturnLine[] {
  const from = lines.findIndex((line) => line.id === id);
  const [line, other] = [lines[from], lines[from + by]];
  if (!line || !other) return lines;
  return lines.with(from, other).with(from + by, line);
}

/**
 * Takes a line out. One whose finding still stands would come back with the next merge: it is unticked
 * and reads as found again.
 */
export function removeLine(
  findings: readonly Found[],
  lines: readonly ReturnLine[],
  id: string,
): readonly ReturnLine[] {
  const present = new Map(findings.filter(isForApplicant).map((finding) => [finding.key, finding]));
  return lines.flatMap((line) => {
    if (line.id !== id) return [line];
    if (line.findingKey === null || !present.has(line.findingKey)) return [];
    return [followFinding({ ...line, isIncluded: false, isEdited: false }, present)];
  });
}

function isForApplicant({ audience, answer }: Found): boolean {
  return audience === 'applicant' && answer === null;
}

function followFinding(line: ReturnLine, present: ReadonlyMap<string, Found>): ReturnLine {
  const finding = line.findingKey === null ? undefined : present.get(line.findingKey);
  if (!finding || line.isEdited) return line;
  return { ...line, moduleId: finding.moduleId, text: lineText(finding) };
}

function newLine(finding: Found): ReturnLine {
  return {
    id: `finding:${finding.key}`,
    moduleId: finding.moduleId,
    findingKey: finding.key,
    text: lineText(finding),
    isIncluded: finding.severity !== 'hint',
    isEdited: false,
  };
}

/** Hints last; within each the order in which the modules are filled in, the whole application first. */
function byWeightAndModule(a: Finding, b: Finding): number {
  return Number(a.severity === 'hint') - Number(b.severity === 'hint') || place(a) - place(b);
}

function place({ moduleId }: Finding): number {
  return moduleId === null ? -1 : MODULE_IDS.indexOf(moduleId);
}

function opening(decision: Exclude<Decision, 'approve'>, count: number): string {
  return decision === 'return' ? `请修改以下${count}处后重新提交：` : `请重新选择后，修改以下${count}处再提交：`;
}

/** The line as an item of the letter: one paragraph with its module's name; none when nothing was written. */
function itemOf({ moduleId, text }: ReturnLine): readonly string[] {
  const words = withEnd(onOneLine(text));
  if (words === '') return [];
  if (moduleId === null) return [words];
  const { name, shortName } = moduleDef(moduleId);
  const isNamed = [name, shortName].some((title) => words.startsWith(`${title}：`));
  return [isNamed ? words : `${shortName}：${words}`];
}

/** Numbers at the beginning of a line are the letter's own. */
function onOneLine(text: string): string {
  return text
    .trim()
    .replaceAll(/(?<=[，。；：、！？])\s*[\n\r]+\s*/gu, '')
    .replaceAll(/\s*[\n\r]+\s*/gu, '；');
}

const END = /[。！？；…]$/u;

function withEnd(text: string): string {
  return text === '' || END.test(text) ? text : `${text}。`;
}

function withoutEnd(text: string): string {
  return text.trim().replace(/[。；，]+$/u, '');
}
