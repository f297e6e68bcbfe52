/** Findings in the order in which they are gone through, and where on screen each belongs. */
import type { FindingCounts, Severity } from '#model/finding.ts';
import { MODULE_IDS, type ModuleId } from '#model/modules.ts';
import type { FiledRecord } from '#model/application.ts';
import type { Detail } from './words.ts';

export type Found = Detail['findings'][number];

const WEIGHT: Readonly<Record<Severity, number>> = { blocking: 0, look: 1, hint: 2 };

/** Nobody has said why it does not count. */
export function isStanding({ answer }: Found): boolean {
  return answer === null;
}

/** The weightiest first, within a weight the whole application and then the modules as they are filled in. */
export function inOrder(findings: readonly Found[]): readonly Found[] {
  return findings.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || place(a) - place(b));
}

function place({ moduleId }: Found): number {
  return moduleId === null ? -1 : MODULE_IDS.indexOf(moduleId);
}

export function countFindings(findings: readonly Found[]): FindingCounts {
  const counts = { blocking: 0, look: 0, hint: 0 };
  for (const { severity } of findings.filter(isStanding)) counts[severity] += 1;
  return counts;
}

/** What the tree shows of a module: its weightiest, and how many of those; null when nothing stands. */
export type Worst = Readonly<{ severity: Severity; count: number }>;

export function worstOf(findings: readonly Found[], moduleId: ModuleId): Worst | null {
  const own = inOrder(findings.filter((finding) => finding.moduleId === moduleId && isStanding(finding)));
  const severity = own[0]?.severity;
  if (severity === undefined) return null;
  return { severity, count: own.filter((finding) => finding.severity === severity).length };
}

/** Where F3 goes: the next standing one, going round; the first when none was on screen. */
export function nextFinding(findings: readonly Found[], key: string | null, step: 1 | -1): Found | null {
  const standing = inOrder(findings.filter(isStanding));
  const at = standing.findIndex((finding) => finding.key === key);
  if (at === -1) return (step === 1 ? standing[0] : standing.at(-1)) ?? null;
  return standing[(at + step + standing.length) % standing.length] ?? null;
}

/** Findings of a module by where they are shown in its form. */
export type Placed = Readonly<{
  /** at the top of the pane: about the module as a whole */
  module: readonly Found[];
  /** at the head of the record */
  ofRecord(recordId: string): readonly Found[];
  /** right under the field */
  ofField(recordId: string, field: string): readonly Found[];
}>;

/** @param fields keys of the fields that the module's form shows */
export function placeFindings(
  findings: readonly Found[],
  moduleId: ModuleId,
  records: readonly FiledRecord[],
  fields: readonly string[],
): Placed {
  const own = inOrder(findings.filter((finding) => finding.moduleId === moduleId));
  const recordIds = new Set(records.map(({ id }) => id));
  // of a module with one record, what is said about a field is about that record
  const only = records.length === 1 ? (records[0]?.id ?? null) : null;
  const recordOf = ({ recordId, field }: Found) => recordId ?? (field === null ? null : only);
  const hasRecord = (finding: Found) => recordIds.has(recordOf(finding) ?? '');
  const hasField = ({ field }: Found) => field !== null && fields.includes(field);
  return {
    module: own.filter((finding) => !hasRecord(finding)),
    ofRecord: (recordId) => own.filter((finding) => recordOf(finding) === recordId && !hasField(finding)),
    ofField: (recordId, field) =>
      own.filter((finding) => recordOf(finding) === recordId && hasField(finding) && finding.field === field),
  };
}

/** The scan that proves or disproves it; null when it has none of its own. */
export function scanOf({ attachmentId, recordId }: Found, { application }: Detail): string | null {
  if (attachmentId !== null) return attachmentId;
  const records = application.modules.flatMap((module) => module.records);
  return records.find(({ id }) => id === recordId)?.attachmentIds[0] ?? null;
}

/** 'Q6' as 「指南第6问」, '五(二)2' as 「五（二）2」. */
export function sourceWords(source: string): string {
  return source
    .replace(/^Q(\d+)/, '指南第$1问')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll(' ', '');
}
