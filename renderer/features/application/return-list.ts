/** The lines of a return as the panel lists them, and what a person can do with each. */
import type { Severity } from '#model/finding.ts';
import { LINE_LIMIT, MAX_LINES, type ReturnLine } from '#model/return-letter.ts';
import type { ModuleId } from '#model/modules.ts';
import { inOrder, isStanding, type Found } from './finding-list.ts';

export type ListedLine = Readonly<{
  line: ReturnLine;
  /** its number in the letter; null: not in it */
  number: number | null;
  /** of the finding that it came from */
  severity: Severity | null;
  /** why it may be taken out: what was found is put right, or somebody said that it does not count */
  solved: 'corrected' | 'answered' | null;
}>;

export function listLines(
  lines: readonly ReturnLine[],
  solved: readonly string[],
  findings: readonly Found[],
): readonly ListedLine[] {
  const byKey = new Map(findings.map((finding) => [finding.key, finding]));
  let number = 0;
  return lines.map((line) => {
    const finding = line.findingKey === null ? undefined : byKey.get(line.findingKey);
    const isWritten = line.isIncluded && line.text.trim() !== '';
    if (isWritten) number += 1;
    return {
      line,
      number: isWritten ? number : null,
      severity: finding?.severity ?? null,
      solved: solved.includes(line.id) ? (finding ? 'answered' : 'corrected') : null,
    };
  });
}

/** What the applicant would have to correct or explain and will not read of: asked about before a return (ux 3.4). */
export function unwritten(lines: readonly ReturnLine[], findings: readonly Found[]): readonly Found[] {
  const written = new Set(lines.filter(({ isIncluded }) => isIncluded).map(({ findingKey }) => findingKey));
  return inOrder(findings).filter(
    (finding) =>
      finding.audience === 'applicant' &&
      finding.severity !== 'hint' &&
      isStanding(finding) &&
      !written.has(finding.key),
  );
}

export function includeLine(lines: readonly ReturnLine[], id: string, isIncluded: boolean): readonly ReturnLine[] {
  return lines.map((line) => (line.id === id ? { ...line, isIncluded } : line));
}

/** 「全部写入」, and 「都写进去」 of some. `keys` null: every line whose fault still stands. */
export function includeAll(
  { lines, solved }: Readonly<{ lines: readonly ReturnLine[]; solved: readonly string[] }>,
  keys: ReadonlySet<string> | null,
): readonly ReturnLine[] {
  const isMeant = (line: ReturnLine) =>
    keys === null ? !solved.includes(line.id) : line.findingKey !== null && keys.has(line.findingKey);
  return lines.map((line) => (isMeant(line) ? { ...line, isIncluded: true } : line));
}

/** A finding that was answered is not asked of the applicant any more; words of one's own stay, unticked. */
export function excludeFinding(lines: readonly ReturnLine[], key: string): readonly ReturnLine[] {
  return lines.map((line) => (line.findingKey === key ? { ...line, isIncluded: false } : line));
}

/** Words of one's own, ticked, at the end; null when a draft holds no more lines. */
export function addOwnLine(
  lines: readonly ReturnLine[],
  own: Readonly<{ id: string; moduleId: ModuleId | null; text: string }>,
): readonly ReturnLine[] | null {
  if (lines.length >= MAX_LINES) return null;
  return [...lines, { ...own, findingKey: null, isIncluded: true, isEdited: true }];
}

/** From then on it does not follow its finding. */
export function editLine(
  lines: readonly ReturnLine[],
  id: string,
  change: Readonly<{ text?: string; moduleId?: ModuleId | null }>,
): readonly ReturnLine[] {
  const text = change.text?.slice(0, LINE_LIMIT);
  return lines.map((line) => (line.id === id ? { ...line, ...change, text: text ?? line.text, isEdited: true } : line));
}
