import type * as z from 'zod';
import type { AppContract } from '#contract/index.ts';

type Contract = AppContract['publicity'];
export type PublicityMethod = keyof Contract;
type Output<M extends PublicityMethod> = z.output<Contract[M]['output']>;

export type Board = Output<'board'>;
export type WaitingPerson = Board['waiting'][number];
export type NoticeSummary = Board['notices'][number];
export type Plan = Output<'plan'>;
export type PlanDay = Plan['days'][number];
export type PlanGroup = Plan['groups'][number];
export type Notice = Output<'notice'>;
export type NoticePerson = Notice['people'][number];
export type Objection = Notice['objections'][number];
export type Posted = Output<'post'>;
export type LeftOut = Posted['leftOut'][number];
export type DeadlineRow = Output<'deadlines'>['rows'][number];

type Draft = NonNullable<z.output<AppContract['drafts']['get']['output']>>['draft'];
export type NoticeDraft = Extract<Draft, Readonly<{ kind: 'notice' }>>['content'];

/** In the order of the bar: to be planned, running, ended and without a conclusion, over, what closes when. */
export const PUBLICITY_TABS = ['plan', 'running', 'over', 'done', 'deadlines'] as const;
export type PublicityTab = (typeof PUBLICITY_TABS)[number];

/** Where in the place 「公示」 one is. */
export type PublicityPlace = Readonly<{
  tab: PublicityTab;
  /** the notice that is open; null: the first of its tab */
  noticeId: string | null;
  /** people brought along from elsewhere, to be put on the notice that is being planned */
  applicationIds: readonly string[];
}>;
