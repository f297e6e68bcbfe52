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
  'bag-labels',
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

export const TEMPLATE_NAMES: Readonly<Record<TemplateKind, string>> = {
  'publicity-notice': '公示通知',
  'objection-record': '公示异议记录',
  'publicity-proof': '公示情况证明',
  'publicity-proof-dispatch': '公示情况证明（劳务派遣）',
  /** of everybody on a notice */
  'notice-proof': '公示结果报告',
  'return-letter': '返回修改告知书',
  'unit-report': '推荐报告',
  'situation-statement': '情况说明',
};

/** What can stand in a template, as 「{单位名称}」, 「{#人员}…{/人员}」 or 「{#有异议}…{/有异议}」. */
export type Placeholder = Readonly<{
  name: string;
  /** text · list: what is inside is repeated for each item · condition: what is inside stands there or not */
  is: 'text' | 'list' | 'condition';
  /** the list whose items have it; null: the paper itself */
  list: string | null;
  meaning: string;
  isRequired: boolean;
}>;

/** A template with any of these is refused; with `not-drawn` alone it is taken, and the reviewer told. */
export const TEMPLATE_PROBLEMS = [
  'unreadable',
  'unknown-placeholder',
  'missing-placeholder',
  'broken-placeholder',
  /** stands in the .docx, but not on the PDF */
  'not-drawn',
] as const;

export const TEMPLATE_REASONS = [
  /** unreadable: no .docx at all, or one that asks for a password · an older .doc among them */
  'not-docx',
  'encrypted',
  'damaged',
  'too-large',
  'macros',
  /** it would fetch something from elsewhere when it is opened */
  'external',
  /** broken: 「{姓名」, 「姓名}」, 「｛姓名｝」 */
  'unclosed',
  'unopened',
  'full-width',
  /** 「{#人员}」 without 「{/人员}」, the other way round, and two that cross each other */
  'section-unclosed',
  'section-unopened',
  'section-crossed',
  /** text as list or list as text, and anything that is neither */
  'wrong-kind',
  'nested-list',
  /** unknown: the list has it, but here it stands outside of that list */
  'outside-list',
  /** not drawn */
  'picture',
  'text-box',
  'object',
  'equation',
  'field',
  'symbol',
  'footnote',
  'comment',
  'tracked-change',
  'columns',
  'nested-table',
  'borders',
  'colour',
  'strike',
  'raised',
  'sheet',
  'other-header',
  'header-layout',
] as const;
export type TemplateReason = (typeof TEMPLATE_REASONS)[number];
export type TemplateProblem = Readonly<{
  code: (typeof TEMPLATE_PROBLEMS)[number];
  reason: TemplateReason | null;
  /** as it stands in the file, 200 characters at most */
  text: string;
}>;

/** `subjectId`: an application, a notice, or null for the whole unit. */
export type PaperRef = Readonly<{ kind: PaperKind; subjectId: string | null }>;

export function isSamePaper(a: PaperRef, b: PaperRef): boolean {
  return a.kind === b.kind && a.subjectId === b.subjectId;
}

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
  /** nobody was approved yet whom it could name */
  'nobody',
  /** a character that no font at hand has */
  'missing-glyph',
  /** an archive copy of more files than one batch can offer */
  'too-many-files',
  /** with a password: larger than can be encrypted */
  'too-large-to-encrypt',
  /** the office's own template cannot be used */
  'bad-template',
  /** the process that sets papers was ended, or it died */
  'not-set',
] as const;
export type PaperProblem = (typeof PAPER_PROBLEMS)[number];

/** 请重打: what it was made of has changed since. A paper that was never made is not stale. */
export function isStale(
  paper: Readonly<{ state: PaperState; fingerprint: string | null }>,
  fingerprint: string | null,
): boolean {
  return paper.state !== 'none' && fingerprint !== null && paper.fingerprint !== fingerprint;
}
