import type * as z from 'zod';
import type { AppContract } from '#contract/index.ts';

type Output<M extends keyof AppContract['sync']> = z.output<AppContract['sync'][M]['output']>;

export type SyncStatus = Output<'status'>;
export type OutboxItem = Output<'outbox'>['items'][number];
export type Task = Output<'tasks'>['tasks'][number];
export type LogEntry = Output<'log'>['entries'][number];

export const SYNC_TABS = ['outbox', 'tasks', 'log', 'batches'] as const;
/** 发件箱, 需处理, 收发记录, 批量办理 */
export type SyncTab = (typeof SYNC_TABS)[number];
