/** Scans are named by what they show, and every item has one 「在对应的位置上传原件的扫描件」 (五(二)). */
import type { ModuleId } from '#model/modules.ts';
import { NO_FAULTS, type Fault, type Rule } from '../engine.ts';
import type { FilingFacts } from '../filing-facts.ts';
import { recordName } from '../records.ts';
import { clip, listSome } from '../words.ts';

/** What is proven by a scan each, beside what the table of materials asks for. */
const PROVEN: readonly ModuleId[] = ['project', 'patent', 'award', 'book', 'paper', 'continuing-education'];
const NAMES_SHOWN = 3;
const NAME_LENGTH = 40;

export const SCAN_RULES: readonly Rule<FilingFacts>[] = [
  {
    id: 'material.name',
    severity: 'look',
    source: '五(二)',
    audience: 'applicant',
    find: speechlessNames,
  },
  {
    id: 'record.no-scan',
    severity: 'look',
    source: '五(二)',
    audience: 'applicant',
    find: (facts) => PROVEN.flatMap((id) => unproven(facts, id)),
  },
];

/** One finding a module, so that a return names them all in one line. */
function speechlessNames({ scans }: FilingFacts): readonly Fault[] {
  const speechless = scans.filter((scan) => scan.isSpeechless);
  if (speechless.length === 0) return NO_FAULTS;
  return [...Map.groupBy(speechless, ({ attachment }) => attachment.moduleId)].map(([moduleId, unnamed]) => ({
    subject: moduleId,
    moduleId,
    recordId: unnamed[0]?.attachment.recordId ?? undefined,
    attachmentId: unnamed[0]?.attachment.id,
    fact: `${unnamed.length}张扫描件的名称看不出内容（${listSome(
      unnamed.map(({ attachment }) => clip(attachment.name, NAME_LENGTH)),
      NAMES_SHOWN,
    )}）`,
    advice: '请按材料内容重新命名',
  }));
}

/** Scans that stand beside the records may belong to any of them. */
function unproven({ records, scansOf, looseScans }: FilingFacts, moduleId: ModuleId): readonly Fault[] {
  const all = records(moduleId);
  if (all.length === 0 || looseScans(moduleId).length > 0) return NO_FAULTS;
  return all
    .filter((record) => scansOf(record).length === 0)
    .map((record) => ({
      subject: record.id,
      moduleId,
      recordId: record.id,
      fact: `${recordName(moduleId, record, all)}没有扫描件`,
      advice: '请补传原件扫描件',
    }));
}
