import type * as z from 'zod';
import type { AppContract } from '#contract/index.ts';
import type { DefectKind } from '#model/scan.ts';

type Scans = AppContract['scans'];
type Output<M extends keyof Scans> = z.output<Scans[M]['output']>;

export type PageList = Output<'pages'>;
export type ScanPage = PageList['pages'][number];
export type PageGroup = PageList['groups'][number];
export type Filing = NonNullable<ScanPage['filed']>;
export type ScanDefect = ScanPage['defects'][number];
export type ScanView = z.output<Scans['pages']['input']>['view'];
export type Intake = Output<'intakes'>['intakes'][number];
export type Report = Output<'report'>;
export type ReportFile = Report['files'][number];
export type Checklist = Output<'checklist'>;
export type Material = Checklist['materials'][number];
export type RuleRow = Output<'rules'>['rules'][number];
export type MaterialKind = Output<'rules'>['materials'][number];
export type Dismissible = DefectKind | 'over-cap';
