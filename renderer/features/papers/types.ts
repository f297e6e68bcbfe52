import type * as z from 'zod';
import type { AppContract } from '#contract/index.ts';

type Papers = AppContract['papers'];
type Output<M extends keyof Papers> = z.output<Papers[M]['output']>;

export type PaperList = Output<'list'>;
export type PersonRow = PaperList['people'][number];
export type UnitRow = PaperList['unit'][number];
export type Standing = UnitRow['paper'];
export type Ref = Standing['ref'];
export type Preview = Output<'preview'>;
export type Note = Preview['notes'][number];
export type Placement = NonNullable<Preview['copy']>['at'];
export type Batch = Output<'batch'>;
export type MadeFile = Batch['files'][number];
export type Failed = Batch['failed'][number];
export type Printed = Output<'print'>;
export type Marked = Output<'mark'>['before'][number];
export type Template = Output<'templates'>['templates'][number];
export type TemplateProblem = Output<'replaceTemplate'>['warnings'][number];
export type Arrangement = z.output<Papers['make']['input']>['arrangement'];
