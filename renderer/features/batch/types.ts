import type * as z from 'zod';
import type { AppContract } from '#contract/index.ts';

type Output<M extends keyof AppContract['batch']> = z.output<AppContract['batch'][M]['output']>;

export type BatchPreview = Output<'preview'>;
export type WillRow = BatchPreview['will'][number];
export type LeftOut = BatchPreview['cannot'][number];
export type BatchSummary = Output<'start'>;
export type Batch = Output<'get'>;
export type BatchItem = Batch['items'][number];
export type BatchKind = BatchSummary['kind'];
