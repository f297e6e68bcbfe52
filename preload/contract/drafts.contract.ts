import * as z from 'zod';
import { parsePlainDate } from '#model/beijing-time.ts';
import { MODULE_IDS } from '#model/modules.ts';
import type { NoticeFacts } from '#model/notice-text.ts';
import { EVALUATION_LIMIT, type OpinionForm } from '#model/opinion-form.ts';
import { LETTER_LIMIT, LINE_LIMIT, MAX_LINES, type ReturnLine } from '#model/return-letter.ts';
import { UnitUpdateSchema } from '#protocol/protocol.ts';
import { command, query } from './define.ts';
import { DecisionSchema, Done, Instant, PlainDate, Uuid } from './common.ts';

export const ReturnLineSchema = z.strictObject({
  id: z.string().min(1).max(140),
  moduleId: z.enum(MODULE_IDS).nullable(),
  findingKey: z.string().max(120).nullable(),
  text: z.string().max(LINE_LIMIT),
  isIncluded: z.boolean(),
  isEdited: z.boolean(),
}) satisfies z.ZodType<ReturnLine>;

const ReviewDraft = z.strictObject({
  decision: DecisionSchema.nullable(),
  /** the opinion of an approval; that of a return is made of its lines */
  text: z.string().max(LETTER_LIMIT),
  lines: z.array(ReturnLineSchema).max(MAX_LINES).readonly(),
});

const People = z.int().min(0).max(100_000).nullable();
/** A real day: texts are written from it. */
const FormDate = z.union([z.literal(''), PlainDate.refine((date) => parsePlainDate(date) !== null)]);
export const OpinionFormSchema = z.strictObject({
  evaluation: z.string().max(EVALUATION_LIMIT),
  way: z.string().max(100),
  scope: z.string().max(200),
  invited: People,
  attended: People,
  inFavour: People,
  against: People,
  abstained: People,
  meeting: z.string().max(200),
  meetingOn: FormDate,
  recommendation: z.string().max(200),
  head: z.string().max(60),
  ownText: z.string().max(10_000).nullable(),
}) satisfies z.ZodType<OpinionForm>;

export const NoticeFactsSchema = z.strictObject({
  place: z.string().max(200),
  shown: z.string().max(2000),
  contact: z.string().max(100),
  phone: z.string().max(60),
  materialsAt: z.string().max(200),
}) satisfies z.ZodType<NoticeFacts>;

const NoticeDraft = z.strictObject({
  applicationIds: z.array(Uuid).max(20_000).readonly(),
  postedOn: FormDate,
  facts: NoticeFactsSchema,
});

/** The subject of the one notice that is being planned. */
export const NEW_NOTICE = 'new';

/** Facts as they are typed: any may be empty, a new name may have no day yet. */
const UnitDraft = UnitUpdateSchema.extend({ name: z.string().max(100), renamedOn: FormDate });

/** The subject of the unit's own form. */
export const OWN_UNIT = 'unit';
/** Subjects that are no application. */
export const OTHER_SUBJECTS = [NEW_NOTICE, OWN_UNIT] as const;

/** What was typed and not yet handed in; in the archive, never in the browser's storage. */
const DraftSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('review'), subject: Uuid, content: ReviewDraft }),
  z.strictObject({ kind: z.literal('opinion'), subject: Uuid, content: OpinionFormSchema }),
  z.strictObject({ kind: z.literal('notice'), subject: z.literal(NEW_NOTICE), content: NoticeDraft }),
  z.strictObject({ kind: z.literal('unit'), subject: z.literal(OWN_UNIT), content: UnitDraft }),
]);
export const DRAFT_KINDS = ['review', 'opinion', 'notice', 'unit'] as const;
const DraftKey = z.strictObject({ kind: z.enum(DRAFT_KINDS), subject: z.union([Uuid, z.enum(OTHER_SUBJECTS)]) });

export const drafts = {
  get: query({ input: DraftKey, output: z.strictObject({ draft: DraftSchema, savedAt: Instant }).nullable() }),
  save: command({
    input: DraftSchema,
    output: z.strictObject({ savedAt: Instant }),
    errors: ['not-found', 'disk-full'],
  }),
  discard: command({ input: DraftKey, output: Done }),
} as const;
