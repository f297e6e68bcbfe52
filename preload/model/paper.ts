/** 纸质材料: which papers there are, and how far each has come. */

/** Of one application, in the order in which they are bound (notes: bag cover outside, then the list of what is inside). */
export const PERSON_PAPERS = [
  'bag-cover',
  'material-list',
  'evaluation-form',
  'publicity-proof',
  'endorsed-copies',
  'return-letter',
] as const;
export type PersonPaper = (typeof PERSON_PAPERS)[number];

/** Of the unit, or of one notice of it. */
export const UNIT_PAPERS = [
  'publicity-notice',
  'objection-record',
  'notice-proof',
  'roster',
  'summary',
  'unit-report',
  'situation-statement',
] as const;
export type UnitPaper = (typeof UNIT_PAPERS)[number];
export type PaperKind = PersonPaper | UnitPaper;

/** Those whose text an office may want to change: they come as .docx too, from a template that can be replaced. */
export const TEMPLATE_KINDS = [
  'publicity-notice',
  'objection-record',
  'publicity-proof',
  /** 双公示、双审核、双盖章 (Q18) */
  'publicity-proof-dispatch',
  'notice-proof',
  'return-letter',
  'unit-report',
  'situation-statement',
] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** `subjectId`: an application, a notice, or null for the whole unit. */
export type PaperRef = Readonly<{ kind: PaperKind; subjectId: string | null }>;

/** 未生成, 已生成, 已打印, 已盖章, 已报送: each comes after the one before it. */
export const PAPER_STATES = ['none', 'made', 'printed', 'sealed', 'handed-in'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** Why a paper cannot be made, or must not be used as it is. */
export const PAPER_PROBLEMS = [
  /** 缺公示结论 */
  'no-conclusion',
  /** nothing was scanned or filed that could be copied */
  'no-copies',
  /** its copies are still being made */
  'not-ready',
  /** a scan of it is damaged or was not fetched yet */
  'scan-damaged',
  /** no return was decided */
  'no-return',
  /** a character that no font at hand has */
  'missing-glyph',
  /** the office's own template cannot be used */
  'bad-template',
] as const;
export type PaperProblem = (typeof PAPER_PROBLEMS)[number];

/** 请重打: what it was made of has changed since. A paper that was never made is not stale. */
export function isStale(
  paper: Readonly<{ state: PaperState; fingerprint: string | null }>,
  fingerprint: string | null,
): boolean {
  return paper.state !== 'none' && fingerprint !== null && paper.fingerprint !== fingerprint;
}
