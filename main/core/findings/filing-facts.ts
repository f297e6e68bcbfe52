/** One application, prepared so that every rule finds what it asks for without searching. */
import type { Applicant, Application, Attachment, FiledRecord, Filing } from '#model/application.ts';
import { beijingDateOf, type PlainDate } from '#model/beijing-time.ts';
import { checkIdentityNumber } from '#model/identity-number.ts';
import type { ModuleId } from '#model/modules.ts';
import type { UnitKind } from '#model/reporting-route.ts';
import { rungOf, type GuideFacts, type TitlePosition } from './guide-facts.ts';
import { periodOf, type Period } from './periods.ts';
import { baseName, isSpeechless } from './tables/scan-names.ts';
import { plainName } from './words.ts';

/** What the rules ask of the unit's record at the city. */
export type UnitFacts = Readonly<{
  name: string;
  creditCode: string;
  kind: UnitKind;
  county: string;
  formerNames: readonly string[];
}>;

/** An attachment with what its name says, without the extension. */
export type Scan = Readonly<{ attachment: Attachment; name: string; isSpeechless: boolean }>;

/** A record of 现有职称情况 with every place its title has in Q1. */
export type HeldTitle = Readonly<{ record: FiledRecord; title: string; positions: readonly TitlePosition[] }>;

export type FilingFacts = Readonly<{
  application: Application;
  applicant: Applicant;
  filing: Filing;
  /** null before the unit is enrolled: rules about it then have nothing to say */
  unit: UnitFacts | null;
  guide: GuideFacts;
  /** days of the latest and of the first submission, in Beijing */
  filedOn: PlainDate;
  firstFiledOn: PlainDate;
  records: (id: ModuleId) => readonly FiledRecord[];
  /** the first record of 基本信息 */
  basic: FiledRecord | null;
  scans: readonly Scan[];
  scansIn: (id: ModuleId) => readonly Scan[];
  /** scans of a module that belong to no record of it */
  looseScans: (id: ModuleId) => readonly Scan[];
  scansOf: (record: FiledRecord) => readonly Scan[];
  /** the title held now: the highest, of equals the one in the filed series; null when none is filed or known */
  held: HeldTitle | null;
  titles: readonly HeldTitle[];
  work: readonly Period[];
  study: readonly Period[];
  /** of `perFiling` */
  computed: Map<unknown, unknown>;
}>;

const NO_RECORDS: readonly FiledRecord[] = [];
const NO_SCANS: readonly Scan[] = [];

export function prepareFiling(application: Application, unit: UnitFacts | null, guide: GuideFacts): FilingFacts {
  const { applicant, filing, modules, attachments, history, submittedAt } = application;
  const records = new Map(modules.map((module) => [module.id, module.records]));
  const recordsOf = (id: ModuleId): readonly FiledRecord[] => records.get(id) ?? NO_RECORDS;
  const scans = attachments.map(scanOf);
  const byId = new Map(scans.map((scan) => [scan.attachment.id, scan]));
  const byRecord = Map.groupBy(scans, ({ attachment }) => attachment.recordId);
  const byModule = Map.groupBy(scans, ({ attachment }) => attachment.moduleId);
  const titles = recordsOf('current-title').map((record) => heldTitle(record, guide));
  const firstSubmission = history.find(({ action }) => action === 'submit')?.at ?? submittedAt;
  return {
    application,
    applicant,
    filing,
    unit,
    guide,
    filedOn: dayOf(submittedAt),
    firstFiledOn: dayOf(Math.min(firstSubmission, submittedAt)),
    records: recordsOf,
    basic: recordsOf('basic')[0] ?? null,
    scans,
    scansIn: (id) => byModule.get(id) ?? NO_SCANS,
    looseScans: (id) => (byModule.get(id) ?? NO_SCANS).filter(({ attachment }) => attachment.recordId === null),
    scansOf: (record) => scansOfRecord(record, byId, byRecord.get(record.id) ?? NO_SCANS),
    held: highestTitle(titles, filing),
    titles,
    work: recordsOf('work').flatMap((record) => periodOf(record) ?? []),
    study: recordsOf('study').flatMap((record) => periodOf(record) ?? []),
    computed: new Map(),
  };
}

/** The account's ID number (GB 11643). */
export const identityOf = perFiling(({ applicant, filedOn }) => checkIdentityNumber(applicant.idNumber, filedOn));

/** What is filed in a field, without blanks around it; '' where nothing is. */
export function valueOf(record: FiledRecord | null, key: string): string {
  return record?.fields[key]?.trim() ?? '';
}

/** 助理级 or 员级: nothing need be held below it (Q7(3)). */
export function isInitialTitle({ filing }: Pick<FilingFacts, 'filing'>): boolean {
  return filing.level === 'assistant' || filing.level === 'junior';
}

/** Appointment to a post is the public sector's; elsewhere the title alone may be held (非公、自由职业者, Q3). */
export function canLackAppointment({ unit, applicant }: Pick<FilingFacts, 'unit' | 'applicant'>): boolean {
  return unit?.kind === 'non-public' || unit?.kind === 'freelance-agency' || applicant.employment === 'freelancer';
}

/** Computed once a filing, however many rules ask. */
export function perFiling<T>(compute: (facts: FilingFacts) => T): (facts: FilingFacts) => T {
  return (facts) => {
    if (!facts.computed.has(compute)) facts.computed.set(compute, compute(facts));
    return facts.computed.get(compute) as T;
  };
}

/** A scan belongs to a record by either end of the link. */
function scansOfRecord(
  record: FiledRecord,
  byId: ReadonlyMap<string, Scan>,
  pointing: readonly Scan[],
): readonly Scan[] {
  const others = record.attachmentIds.flatMap((id) => {
    const scan = byId.get(id);
    return scan && scan.attachment.recordId !== record.id ? [scan] : [];
  });
  return others.length === 0 ? pointing : [...pointing, ...others];
}

function scanOf(attachment: Attachment): Scan {
  const name = baseName(attachment.name);
  return { attachment, name, isSpeechless: isSpeechless(name) };
}

function heldTitle(record: FiledRecord, guide: GuideFacts): HeldTitle {
  const title = valueOf(record, 'title');
  const series = plainName(valueOf(record, 'series'));
  const everywhere = guide.positionsOf(title);
  return { record, title, positions: everywhere.filter((position) => series === '' || position.series === series) };
}

function highestTitle(titles: readonly HeldTitle[], { series }: Filing): HeldTitle | null {
  const known = titles.filter(({ positions }) => positions.length > 0);
  const worth = ({ positions }: HeldTitle) =>
    Math.max(...positions.map((p) => 2 * rungOf(p.level) + (p.series === series ? 1 : 0)));
  return known.toSorted((a, b) => worth(b) - worth(a))[0] ?? null;
}

/** The last instant that has a day of four-digit years. */
const LAST_INSTANT = Date.UTC(9999, 0, 1);

function dayOf(instant: number): PlainDate {
  return beijingDateOf(Math.min(instant, LAST_INSTANT));
}
