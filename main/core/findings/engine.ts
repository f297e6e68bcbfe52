/** Runs rules over prepared facts. A rule is data and one pure function; what it says becomes a finding. */
import { SEVERITIES, type Audience, type Finding, type Severity } from '#model/finding.ts';
import { MODULE_IDS, type ModuleId } from '#model/modules.ts';
import { clip } from './words.ts';

/** What a rule says when it speaks. `fact` and `advice` are parts of one sentence, joined by 「，」. */
export type Fault = Readonly<{
  /** tells one fault of a rule from the next: a record, a material, a year */
  subject?: string | undefined;
  moduleId?: ModuleId | undefined;
  recordId?: string | undefined;
  field?: string | undefined;
  attachmentId?: string | undefined;
  fact: string;
  advice: string;
  /** where this case is another one than the rule's own says */
  severity?: Severity | undefined;
  canOverride?: boolean | undefined;
  source?: string | undefined;
}>;

export type Rule<Facts> = Readonly<{
  /** 'family.fault'; stays what it is once shipped, since answers are kept under it */
  id: string;
  severity: Severity;
  /** place in the guide: 'Q18', '五(三)5' */
  source: string;
  audience: Audience;
  /** a blocking rule for which the guide leaves room */
  canOverride?: true;
  find: (facts: Facts) => readonly Fault[];
}>;

/** Told of a rule that threw: a bug, for the log. */
export type OnBug = (rule: string, error: unknown) => void;

export const NO_FAULTS: readonly Fault[] = [];

/** One fault, if `isFound`. */
export function when(isFound: boolean, fault: () => Fault): readonly Fault[] {
  return isFound ? [fault()] : NO_FAULTS;
}

/** Everything the rules say, blocking first, then by module. */
export function runRules<Facts>(rules: readonly Rule<Facts>[], facts: Facts, onBug: OnBug): readonly Finding[] {
  const findings: Finding[] = [];
  const keys = new Set<string>();
  for (const rule of rules) {
    for (const fault of faultsOf(rule, facts, onBug)) {
      const key = freeKey(keys, fault.subject === undefined ? rule.id : `${rule.id}:${fault.subject}`);
      keys.add(key);
      findings.push(toFinding(rule, fault, key));
    }
  }
  return sortFindings(findings);
}

export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.length < 2 ? findings : findings.toSorted((a, b) => rank(a) - rank(b));
}

/** A rule that breaks must neither stop the others nor pass for one that found nothing. */
function faultsOf<Facts>(rule: Rule<Facts>, facts: Facts, onBug: OnBug): readonly Fault[] {
  try {
    return rule.find(facts);
  } catch (error) {
    onBug(rule.id, error);
    const fact = '有一项没能自动检查（程序原因）';
    return [{ severity: 'look', canOverride: false, fact, advice: '请人工核对' }];
  }
}

/** The contract's bounds (findings.contract.ts); what applicants type has none. */
const FACT_LENGTH = 500;
const KEY_LENGTH = 110;

function toFinding<Facts>(rule: Rule<Facts>, fault: Fault, key: string): Finding {
  const severity = fault.severity ?? rule.severity;
  return {
    key,
    rule: rule.id,
    severity,
    audience: rule.audience,
    moduleId: fault.moduleId ?? null,
    recordId: fault.recordId ?? null,
    field: fault.field ?? null,
    attachmentId: fault.attachmentId ?? null,
    fact: clip(fault.fact, FACT_LENGTH),
    advice: fault.advice,
    source: fault.source ?? rule.source,
    canOverride: severity === 'blocking' && (fault.canOverride ?? rule.canOverride ?? false),
  };
}

/** Two records under one id would share a key. */
function freeKey(keys: ReadonlySet<string>, wanted: string): string {
  const base = wanted.slice(0, KEY_LENGTH);
  let key = base;
  for (let next = 2; keys.has(key); next += 1) key = `${base}#${next}`;
  return key;
}

const SEVERITY_RANK = new Map(SEVERITIES.map((severity, index) => [severity, index * 100]));
const MODULE_RANK = new Map(MODULE_IDS.map((id, index) => [id, index + 1]));

function rank({ severity, moduleId }: Finding): number {
  return (SEVERITY_RANK.get(severity) ?? 0) + (moduleId === null ? 0 : (MODULE_RANK.get(moduleId) ?? 0));
}
