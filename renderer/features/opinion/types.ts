import type * as z from 'zod';
import type { AppContract } from '#contract/index.ts';

type Output<M extends keyof AppContract['opinion']> = z.output<AppContract['opinion'][M]['output']>;

export type Opinion = Output<'get'>;
export type OpinionPerson = Output<'people'>['people'][number];
export type OpinionVersion = Opinion['versions'][number];
export type Similar = Opinion['similarTo'];
