import type * as z from 'zod';
import type { AppContract } from '#contract/index.ts';

type Output<M extends keyof AppContract['reference']> = z.output<AppContract['reference'][M]['output']>;

/** An entry of the guide with the places that matched the search. */
export type Hit = Output<'search'>['hits'][number];
export type HitOf<K extends Hit['kind']> = Extract<Hit, Readonly<{ kind: K }>>;
export type CalendarYear = Output<'calendars'>['years'][number];
export type Edition = Output<'editions'>['editions'][number];
