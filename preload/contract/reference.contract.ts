import * as z from 'zod';
import { REFERENCE_KINDS, type ReferenceKind } from '#model/reference-search.ts';
import { PlainDate } from './common.ts';
import { command, query } from './define.ts';
import {
  Committee,
  Contact,
  Discipline,
  GuideBlocks,
  GuideText,
  Office,
  PlanningRow,
  Question,
  Section,
  Series,
} from './reference-items.ts';

/** The year of an edition of the guide. */
const Edition = z.string().regex(/^\d{4}$/);
const Where = {
  /** the newest usable edition when left out */
  edition: Edition.optional(),
};

/** One field that matched, as in `FieldMatch` of the model. */
const Match = z.strictObject({
  path: z.string().max(60),
  text: z.string().max(2000),
  ranges: z
    .array(z.tuple([z.int().min(0), z.int().min(1)]).readonly())
    .max(2000)
    .readonly(),
});

function hit<K extends ReferenceKind, T extends z.ZodType>(kind: K, item: T) {
  return z.strictObject({
    kind: z.literal(kind),
    id: z.string().max(200),
    item,
    matches: z.array(Match).max(500).readonly(),
  });
}

const Hit = z.discriminatedUnion('kind', [
  hit('title', Series),
  hit('committee', Committee),
  hit('planning', PlanningRow),
  hit('office', Office),
  hit('question', Question),
  hit('section', Section),
  hit('discipline', Discipline),
  hit('contact', Contact),
]);

/** reference-damaged carries {file, path}: which file of which edition, and where in it. */
const ERRORS = ['no-such-edition', 'reference-damaged'] as const;

/** 「资料库」: the guide's tables and texts, an edition a year, and the official calendars. */
export const reference = {
  /** newest first; `damagedFile` is null for an edition that can be used */
  editions: query({
    input: z.strictObject({}),
    output: z.strictObject({
      editions: z
        .array(z.strictObject({ edition: Edition, damagedFile: z.string().max(100).nullable() }))
        .max(100)
        .readonly(),
    }),
  }),
  /** All words of the query, best first; an empty query gives everything of the kinds in the guide's order. */
  search: query({
    input: z.strictObject({
      ...Where,
      query: z.string().max(100),
      kinds: z.array(z.enum(REFERENCE_KINDS)).min(1).max(REFERENCE_KINDS.length).optional(),
      limit: z.int().min(1).max(500).default(500),
    }),
    output: z.strictObject({
      edition: Edition,
      /** the guide's own title */
      source: GuideText,
      /** how many there are, also beyond the limit */
      total: z.int().min(0),
      hits: z.array(Hit).max(500).readonly(),
    }),
    errors: ERRORS,
  }),
  /** Where a source link leads: 'Q18', 'Q5(4)', '五(三)4'. */
  passage: query({
    input: z.strictObject({ ...Where, source: z.string().min(1).max(50) }),
    output: z.strictObject({
      edition: Edition,
      kind: z.enum(['question', 'section']),
      /** of the entry in `search` */
      id: z.string().max(200),
      title: GuideText,
      /** headings above it, outermost first; a question has none */
      path: z.array(GuideText).max(3).readonly(),
      blocks: GuideBlocks,
      /** index of the block meant; null: the passage as a whole */
      block: z.int().min(0).nullable(),
    }),
    errors: [...ERRORS, 'no-such-passage'],
  }),
  /** A year's calendar typed off the notice or from a file: read and checked, nothing installed. */
  checkCalendar: query({
    input: z.strictObject({ text: z.string().max(20_000), year: z.int().min(2000).max(2100) }),
    output: z.strictObject({
      holidays: z.array(z.strictObject({ date: PlainDate, name: z.string().max(50) })).max(100),
      makeupWorkdays: z.array(PlainDate).max(100),
      problems: z
        .array(z.strictObject({ line: z.int(), code: z.string().max(40), text: z.string().max(200) }))
        .max(100),
      isInstalled: z.boolean(),
    }),
  }),
  /** Installs it for this desk, with the notice it rests on; a year already there is replaced. */
  installCalendar: command({
    input: z.strictObject({
      text: z.string().max(20_000),
      year: z.int().min(2000).max(2100),
      number: z.string().trim().min(1).max(60),
      issuedOn: PlainDate,
    }),
    output: z.null(),
    errors: ['calendar-unusable', 'disk-full'],
  }),
  /** The calendars that are there, newest first: days off and make-up workdays as the notices name them. */
  calendars: query({
    input: z.strictObject({}),
    output: z.strictObject({
      years: z
        .array(
          z.strictObject({
            year: z.int(),
            source: z.strictObject({
              title: z.string().max(200),
              number: z.string().max(100).nullable(),
              issuedOn: PlainDate.nullable(),
            }),
            holidays: z
              .array(z.strictObject({ date: PlainDate, name: z.string().max(50) }))
              .max(100)
              .readonly(),
            makeupWorkdays: z.array(PlainDate).max(100).readonly(),
          }),
        )
        .max(100)
        .readonly(),
    }),
  }),
} as const;
