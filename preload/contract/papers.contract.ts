/** 纸质材料: what is printed, sealed and handed in. Papers are made anew at will; only how far each has come is kept. */
import * as z from 'zod';
import {
  PAPER_PROBLEMS,
  PAPER_STATES,
  PERSON_PAPERS,
  TEMPLATE_KINDS,
  TEMPLATE_PROBLEMS,
  TEMPLATE_REASONS,
  UNIT_PAPERS,
} from '#model/paper.ts';
import { command, query } from './define.ts';
import { Done, Instant, Nothing, Page, PlainDate, ShortText, Uuid } from './common.ts';

const Address = z.string().max(200);
const FileName = z.string().max(255);
const Kind = z.enum([...PERSON_PAPERS, ...UNIT_PAPERS]);
export const PaperRefSchema = z.strictObject({ kind: Kind, subjectId: Uuid.nullable() });
const Refs = z.array(PaperRefSchema).min(1).max(5000);

const PaperStanding = z.strictObject({
  ref: PaperRefSchema,
  state: z.enum(PAPER_STATES),
  /** 请重打: what it says has changed since it was made */
  isStale: z.boolean(),
  /** why it cannot be made now; null: it can */
  problem: z.enum(PAPER_PROBLEMS).nullable(),
  /** as it was made last; null: never */
  pages: z.int().nullable(),
  /** of the state */
  at: Instant.nullable(),
  /** 已报送 */
  handedInOn: PlainDate.nullable(),
});

const PersonRow = z.strictObject({
  applicationId: Uuid,
  name: ShortText,
  title: ShortText,
  committee: ShortText,
  /** 电子材料还没审核通过: the evaluation form cannot be handed in yet */
  isElectronicPassed: z.boolean(),
  /** in the order of PERSON_PAPERS; without `return-letter` where nothing was returned */
  papers: z.array(PaperStanding).max(PERSON_PAPERS.length),
});

const UnitRow = z.strictObject({
  /** a notice's day and people, or the unit's paper */
  label: z.string().max(300),
  paper: PaperStanding,
});

/** What the reviewer has to know of a paper before it is printed. */
const Note = z.strictObject({
  kind: z.enum(['fallback', 'missing-glyph', 'over-content', 'overflow', 'not-passed']),
  text: z.string().max(200),
  page: z.int().nullable(),
});

const Sheet = z.strictObject({ width: z.number(), height: z.number() });

/** each: one file a paper · person: one file a person, in binding order · merged: one file */
export const ARRANGEMENTS = ['each', 'person', 'merged'] as const;

const MadeFile = z.strictObject({
  /** of an archive copy, joined by '/'; '' beside all folders */
  folder: z.string().max(300),
  fileName: FileName,
  /** for this session: the file, made while it is fetched */
  address: Address,
  sizeBytes: z.int(),
  pages: z.int(),
  refs: z.array(PaperRefSchema).max(5000),
});
const Failed = z.strictObject({
  ref: PaperRefSchema,
  who: z.string().max(300),
  problem: z.enum(PAPER_PROBLEMS),
  /** what is damaged, or the characters that are missing */
  detail: z.string().max(300),
});

const Placement = z.strictObject({ x: z.number().min(0).max(420), y: z.number().min(0).max(420) });
const TemplateProblem = z.strictObject({
  code: z.enum(TEMPLATE_PROBLEMS),
  reason: z.enum(TEMPLATE_REASONS).nullable(),
  /** as it stands in the file */
  text: z.string().max(200),
});

export const papers = {
  /** people: by name, of whom `search` finds · unit: all at once, those of notices too */
  list: query({
    input: z.strictObject({ part: z.enum(['people', 'unit']), search: z.string().max(100).default(''), ...Page }),
    output: z.strictObject({ total: z.int(), people: z.array(PersonRow).max(500), unit: z.array(UnitRow).max(500) }),
  }),
  /** One page as a picture, as it is printed; `page` from 1, the last where there are fewer. */
  preview: query({
    input: z.strictObject({ ref: PaperRefSchema, page: z.int().min(1).max(5000) }),
    output: z.strictObject({
      address: Address,
      page: z.int(),
      pages: z.int(),
      sheet: Sheet,
      notes: z.array(Note).max(500),
      /** the copy on this page, whose endorsement can be moved; mm from the sheet's top left; null: no copy */
      copy: z.strictObject({ pageId: z.string().max(100), at: Placement, isMoved: z.boolean() }).nullable(),
      /** the same as .docx; null: this kind has none */
      docx: z.strictObject({ fileName: FileName, address: Address }).nullable(),
    }),
    /** cannot: `problem` says why */
    errors: ['not-found', 'cannot'],
  }),
  /**
   * Begins a batch and answers at once; `papers.progress` follows, then `batch` has the files. One that cannot be
   * made is named and the others go on. `password` encrypts every file (AES-256).
   */
  make: command({
    input: z.strictObject({
      batchId: Uuid,
      refs: Refs,
      arrangement: z.enum(ARRANGEMENTS),
      password: z.string().min(6).max(64).nullable(),
    }),
    output: z.strictObject({ total: z.int() }),
    errors: ['disk-full'],
  }),
  /** What is made stays made. */
  cancel: command({ input: z.strictObject({ batchId: Uuid }), output: Done, errors: ['not-found'] }),
  batch: query({
    input: z.strictObject({ batchId: Uuid }),
    output: z.strictObject({
      done: z.int(),
      total: z.int(),
      isOver: z.boolean(),
      isCancelled: z.boolean(),
      tookMs: z.int(),
      files: z.array(MadeFile).max(5000),
      failed: z.array(Failed).max(5000),
      notes: z.array(Note.extend({ ref: PaperRefSchema, who: z.string().max(300) })).max(5000),
    }),
    errors: ['not-found'],
  }),
  /** One file to print, shown inline; in the order of `refs`. */
  print: command({
    input: z.strictObject({ refs: Refs }),
    output: z.strictObject({
      address: Address,
      pages: z.int(),
      /** those that are in it, and where each begins: page from 1 */
      papers: z.array(z.strictObject({ ref: PaperRefSchema, firstPage: z.int(), pages: z.int() })).max(5000),
      failed: z.array(Failed).max(5000),
    }),
    /** nothing: none of them can be made, `failed` says why */
    errors: ['nothing'],
  }),
  /** 「都打出来了吗？」「是」, 标记已盖章, 标记已报送; and back. `on`: of 已报送. Answers what stood before, for 「撤回」. */
  mark: command({
    input: z.strictObject({ refs: Refs, state: z.enum(PAPER_STATES), on: PlainDate.nullable() }),
    output: z.strictObject({
      before: z
        .array(z.strictObject({ ref: PaperRefSchema, state: z.enum(PAPER_STATES), on: PlainDate.nullable() }))
        .max(5000),
      /** not made yet, so nothing to mark */
      leftOut: z.array(PaperRefSchema).max(5000),
    }),
    errors: ['disk-full'],
  }),
  /** Where the endorsement stands on a copy; null: where the page keeps room for it. */
  place: command({
    input: z.strictObject({ applicationId: Uuid, pageId: z.string().min(1).max(100), at: Placement.nullable() }),
    output: Done,
    errors: ['not-found', 'disk-full'],
  }),
  templates: query({
    input: Nothing,
    output: z.strictObject({
      templates: z
        .array(
          z.strictObject({
            kind: z.enum(TEMPLATE_KINDS),
            isOwn: z.boolean(),
            savedAt: Instant.nullable(),
            savedBy: ShortText,
            fileName: FileName,
            address: Address,
            /** what can stand in it, with its meaning */
            placeholders: z
              .array(
                z.strictObject({
                  name: ShortText,
                  is: z.enum(['text', 'list', 'condition']),
                  list: ShortText.nullable(),
                  meaning: z.string().max(200),
                  isRequired: z.boolean(),
                }),
              )
              .max(100),
          }),
        )
        .max(TEMPLATE_KINDS.length),
    }),
  }),
  /** The office's own .docx. `warnings`: taken, but something of it will not be drawn on the PDF. */
  replaceTemplate: command({
    input: z.strictObject({ kind: z.enum(TEMPLATE_KINDS), token: z.string().min(1).max(100) }),
    output: z.strictObject({ warnings: z.array(TemplateProblem).max(100) }),
    /** bad-template carries {problems}: the one in use stays */
    errors: ['file-gone', 'bad-template', 'disk-full'],
  }),
  restoreTemplate: command({
    input: z.strictObject({ kind: z.enum(TEMPLATE_KINDS) }),
    output: Done,
    errors: ['disk-full'],
  }),
  /** 打印校准页: a line of 100 mm; `scale` as it stands, 1 until somebody measured. */
  calibration: query({ input: Nothing, output: z.strictObject({ address: Address, scale: z.number() }) }),
  calibrate: command({
    /** mm that the line measures on paper */
    input: z.strictObject({ measured: z.number().min(90).max(110) }),
    output: z.strictObject({ scale: z.number() }),
    errors: ['disk-full'],
  }),
  /** 存档: for each application its papers as they are, every original, its history, and a signed manifest. */
  archiveCopy: command({
    input: z.strictObject({
      batchId: Uuid,
      applicationIds: z.array(Uuid).min(1).max(2000),
      password: z.string().min(6).max(64).nullable(),
    }),
    output: z.strictObject({ total: z.int() }),
    errors: ['disk-full'],
  }),
} as const;
