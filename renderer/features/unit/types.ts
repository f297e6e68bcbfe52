import type * as z from 'zod';
import type { AppContract } from '#contract/index.ts';

type Contract = AppContract['unit'];
export type OwnUnit = NonNullable<z.output<Contract['get']['output']>['unit']>;
export type UnitUpdate = z.output<Contract['update']['input']>['facts'];
export type UnitHistory = z.output<Contract['history']['output']>;
export type HistoryChange = UnitHistory['changes'][number];
/** As it is typed: a new name may have no day yet. */
export type UnitForm = Omit<UnitUpdate, 'renamedOn'> & Readonly<{ renamedOn: string }>;
