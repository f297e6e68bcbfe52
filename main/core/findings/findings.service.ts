/** The checks: what is found in an application. Nothing is decided here. */
import { createHash } from 'node:crypto';
import type { Db } from '#archive/db.ts';
import type { Application } from '#model/application.ts';
import { parsePlainDate } from '#model/beijing-time.ts';
import type { Finding } from '#model/finding.ts';
import type { ReferenceEdition } from '#model/reference.ts';
import type { Log } from '#ports/index.ts';
import { readEnrolment } from '../unit/unit.service.ts';
import { checklistOf, OTHER_ITEMS, type MaterialItem } from './checklist.ts';
import { CONTENT_RULES } from './content/index.ts';
import { runRules, type OnBug } from './engine.ts';
import { prepareFiling, valueOf, type UnitFacts } from './filing-facts.ts';
import { prepareGuide } from './guide-facts.ts';
import { materialKinds, type MaterialKind } from './material-kinds.ts';
import type { DegreeRecord, StandingFacts } from './standing/facts.ts';
import { standingFindings } from './standing/index.ts';

export {
  allAnswers,
  answered,
  answerFinding,
  answersOf,
  countOpen,
  withdrawAnswer,
  type AnsweredFinding,
  type Answers,
} from './answers.ts';
export { createCrossIndex, identityHash, personalScansOf, type PersonalScan } from './cross.ts';
export { baseName, isSpeechless } from './tables/scan-names.ts';
export type { MaterialItem } from './checklist.ts';
export type { DegreeRecord } from './standing/facts.ts';

/** Raised with every change of a content rule or its tables, so that what is kept is found anew. */
const RULES_VERSION = 1;

export type Checks = Readonly<{
  /** What content findings rest on beside the filing: rules, guide, unit's record. They are kept under it. */
  key(): string;
  /** The unit's record is another now. */
  forgetUnit(): void;
  content(application: Application): readonly Finding[];
  standing(facts: StandingFacts): readonly Finding[];
  /** What has to be there as scans, and where else one can go. */
  materials(application: Application): readonly MaterialItem[];
  /** Of materials, whoever is asked for them. */
  kinds(): readonly MaterialKind[];
  onBug: OnBug;
}>;

/** `guide` is null where no edition can be read: then every application says that it was not checked. */
export function createChecks({
  db,
  guide,
  log,
}: Readonly<{ db: Db; guide: ReferenceEdition | null; log: Log }>): Checks {
  const facts = guide && prepareGuide(guide);
  let unit: UnitFacts | null | undefined;
  let key = '';
  const onBug: OnBug = (rule, error) => log.error('findings.rule-broke', error, { rule });

  function unitNow(): UnitFacts | null {
    if (unit !== undefined) return unit;
    unit = unitFacts(db);
    key = `${RULES_VERSION}/${guide?.edition ?? 'none'}/${fingerprint(unit)}`;
    return unit;
  }

  return {
    key() {
      unitNow();
      return key;
    },
    forgetUnit: () => (unit = undefined),
    content: (application) =>
      facts ? runRules(CONTENT_RULES, prepareFiling(application, unitNow(), facts), onBug) : [NOT_CHECKED],
    standing: (standing) => standingFindings(standing, onBug),
    kinds: materialKinds,
    materials: (application) => (facts ? checklistOf(prepareFiling(application, unitNow(), facts)) : OTHER_ITEMS),
    onBug,
  };
}

const NOT_CHECKED: Finding = {
  key: 'reference.missing',
  rule: 'reference.missing',
  severity: 'look',
  audience: 'unit',
  moduleId: null,
  recordId: null,
  field: null,
  attachmentId: null,
  fact: '资料库读不出来，这件申报没有自动检查',
  advice: '请人工核对，并重新安装程序',
  source: 'Q1',
  canOverride: false,
};

function unitFacts(db: Db): UnitFacts | null {
  const unit = readEnrolment(db)?.unit;
  if (!unit) return null;
  const { name, creditCode, kind, county, formerNames } = unit;
  return { name, creditCode, kind, county, formerNames: formerNames.map((former) => former.name) };
}

function fingerprint(unit: UnitFacts | null): string {
  return createHash('sha256').update(JSON.stringify(unit)).digest('base64url').slice(0, 16);
}

/** Kept in the digest for the standing rule about them. */
export function degreeRecordsOf({ modules }: Application): readonly DegreeRecord[] {
  const records = modules.find(({ id }) => id === 'education')?.records ?? [];
  return records
    .map((record) => ({ recordId: record.id, validUntil: valueOf(record, 'recordValidUntil') }))
    .filter(({ validUntil }) => parsePlainDate(validUntil) !== null);
}
