/** 扫描件: what comes off a scanner or a phone: taken in, checked, mended, made small, named and filed. */
import * as z from 'zod';
import { MODULE_IDS } from '#model/modules.ts';
import { DEFECT_KINDS, SCAN_FORMATS, TURNS, UNREADABLE } from '#model/scan.ts';
import { command, query } from './define.ts';
import { Done, Instant, Nothing, Page, ShortText, Uuid } from './common.ts';

const Part = z.number().min(0).max(1);
export const BoxSchema = z.strictObject({ left: Part, top: Part, width: Part, height: Part });
export const MendSchema = z.strictObject({
  turn: z.union(TURNS.map((turn) => z.literal(turn))),
  straightenDegrees: z.number().min(-45).max(45),
  crop: BoxSchema.nullable(),
  levels: z.strictObject({ black: z.int().min(0).max(254), white: z.int().min(1).max(255) }).nullable(),
});
export const DefectSchema = z.strictObject({
  kind: z.enum(DEFECT_KINDS),
  value: z.number(),
  limit: z.number(),
  spot: BoxSchema.nullable(),
  mend: MendSchema.partial().nullable(),
});
export const SizeRuleSchema = z.strictObject({
  maxBytes: z
    .int()
    .min(20 * 1024)
    .max(10 * 1024 * 1024),
  maxDpi: z.int().min(100).max(300),
  minDpi: z.int().min(72).max(200),
});
export const CopyFactsSchema = z.strictObject({
  width: z.int(),
  height: z.int(),
  sizeBytes: z.int(),
  dpi: z.number(),
  quality: z.int().nullable(),
  isOverCap: z.boolean(),
});

/** What can be answered 「不是问题」, or 「保持」 of a copy that stayed over the cap. */
const Dismissible = z.enum([...DEFECT_KINDS, 'over-cap']);
const PageIds = z.array(Uuid).min(1).max(2000);
const Address = z.string().max(200);
/** Folders as dropped, joined by '/'. */
const Folder = z.string().max(300);
const FileName = z.string().max(255);
const MaterialId = z.string().min(1).max(100);

/** 一批: the files of one drop. */
const Intake = z.strictObject({
  id: Uuid,
  /** whom it was dropped on; null: to be found out by names and folders, or by hand */
  applicationId: Uuid.nullable(),
  state: z.enum(['running', 'paused', 'stopped', 'done']),
  /** no room on the disk for what is made of the originals: it goes on by itself once there is */
  isStuck: z.boolean(),
  /** `total` as announced; taken: on disk, whole; hadAlready: the same bytes came before, for the same person */
  files: z.strictObject({ total: z.int(), taken: z.int(), hadAlready: z.int(), refused: z.int() }),
  /** `total`: found in the files so far; `unreadable` counts files that could not be opened as one page each */
  pages: z.strictObject({ total: z.int(), ready: z.int(), unreadable: z.int() }),
  /** of the pages that are ready: originals and copies */
  bytesBefore: z.int(),
  bytesAfter: z.int(),
  /** ms of work so far, without pauses */
  tookMs: z.int(),
  createdAt: Instant,
  createdBy: ShortText,
  finishedAt: Instant.nullable(),
});

/** Where a page is filed, or would be. */
const Filing = z.strictObject({
  applicationId: Uuid,
  person: ShortText,
  materialId: MaterialId,
  label: z.string().max(300),
  moduleId: z.enum(MODULE_IDS),
  fileName: FileName,
});

const ScanPage = z.strictObject({
  id: Uuid,
  intakeId: Uuid,
  /** the folder it came in; '' beside all folders. One heading on screen is an intake and a group of it. */
  group: Folder,
  fileName: FileName,
  pageNo: z.int(),
  pageCount: z.int(),
  /** waiting: also while it is made anew after a mend; its pictures are then those of before */
  state: z.enum(['waiting', 'ready', 'unreadable']),
  problem: z.enum(UNREADABLE).nullable(),
  original: z.strictObject({
    format: z.enum(SCAN_FORMATS).nullable(),
    sizeBytes: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    dpi: z.number().nullable(),
    /** 「原图损坏」: its bytes on this computer are damaged or gone; the file has to be dropped here once more */
    isLost: z.boolean(),
  }),
  copy: CopyFactsSchema.nullable(),
  mend: MendSchema,
  /** what 「自动整理」 makes of it */
  proposal: MendSchema,
  /** those that still stand: not mended, not answered 「不是问题」 */
  defects: z.array(DefectSchema).max(20),
  dismissed: z.array(Dismissible).max(20),
  /** other pages of the same person that look the same: proposed, never decided */
  lookalikes: z.array(Uuid).max(20),
  rule: SizeRuleSchema,
  /** whom it was dropped on */
  forApplicationId: Uuid.nullable(),
  filed: Filing.nullable(),
  suggestion: Filing.nullable(),
  isRemoved: z.boolean(),
  /** For this session; null: not made yet, or unreadable. `original`: as scanned, upright, in a format that browsers show. */
  pictures: z.strictObject({ thumbnail: Address.nullable(), original: Address.nullable(), copy: Address.nullable() }),
});

const Material = z.strictObject({
  /** stable within the application: the material's id, and the record's where it belongs to one */
  id: MaterialId,
  moduleId: z.enum(MODULE_IDS),
  label: z.string().max(300),
  source: ShortText,
  isRequired: z.boolean(),
  /** scans of the applicant that show it by their names */
  attachmentIds: z.array(Uuid).max(500),
  pageIds: z.array(Uuid).max(2000),
  isComplete: z.boolean(),
});

/** The more it names, the sooner it counts: both, the material, the committee, neither. */
const RuleRow = z.strictObject({
  committee: ShortText.nullable(),
  /** a material's id without its record: 'diploma' */
  material: MaterialId.nullable(),
  rule: SizeRuleSchema,
});

const WhereFiled = z.strictObject({ applicationId: Uuid, materialId: MaterialId });
const PageMend = z.strictObject({ id: Uuid, mend: MendSchema });
const OfIntake = {
  input: z.strictObject({ intakeId: Uuid }),
  output: Done,
  errors: ['not-found', 'disk-full'],
} as const;

export const scans = {
  /** Announces a drop; its files follow one by one with `add`. The same id again is the same intake. */
  begin: command({
    input: z.strictObject({ intakeId: Uuid, applicationId: Uuid.nullable(), total: z.int().min(1).max(5000) }),
    output: Intake,
    errors: ['not-found', 'disk-full'],
  }),
  /**
   * Takes one file in: when it answers, the original is on disk, whole. `no` counts from 0; the same `no` again
   * is harmless. Waits for nothing but the disk: what is made of the original is told by `scans.progress`.
   */
  add: command({
    input: z.strictObject({
      intakeId: Uuid,
      no: z.int().min(0).max(4999),
      token: z.string().min(1).max(100),
      folder: Folder,
    }),
    output: z.strictObject({ state: z.enum(['taken', 'had-already']) }),
    /** file-gone: the token is worth nothing any more; stopped: nothing more is taken into this intake */
    errors: ['not-found', 'file-gone', 'stopped', 'disk-full'],
  }),
  /** One that could not even be handed in: it stands in the report. */
  refuse: command({
    input: z.strictObject({
      intakeId: Uuid,
      no: z.int().min(0).max(4999),
      name: FileName,
      folder: Folder,
      reason: z.enum(['too-large', 'gone']),
    }),
    output: Done,
    errors: ['not-found', 'disk-full'],
  }),
  /** Nothing more is made of what is stored; files are still taken in. */
  pause: command(OfIntake),
  resume: command(OfIntake),
  /** What is ready stays; what waits is left out, its originals are kept. */
  stop: command(OfIntake),
  /** newest first */
  intakes: query({ input: Nothing, output: z.strictObject({ intakes: z.array(Intake).max(200) }) }),
  /** By file; `address` is a table to save (CSV that Excel opens). */
  report: query({
    input: z.strictObject({ intakeId: Uuid }),
    output: z.strictObject({
      intake: Intake,
      files: z
        .array(
          z.strictObject({
            no: z.int(),
            name: FileName,
            folder: Folder,
            state: z.enum(['waiting', 'done', 'had-already', 'refused', 'unreadable', 'left-out', 'lost']),
            problem: z.enum([...UNREADABLE, 'too-large', 'gone']).nullable(),
            pages: z.int(),
            /** of them: why each could not be read is on the page */
            unreadablePages: z.int(),
            bytesBefore: z.int(),
            bytesAfter: z.int(),
          }),
        )
        .max(5000),
      address: Address,
      fileName: ShortText,
    }),
    errors: ['not-found'],
  }),
  /** Newest intake first, then by group, then as arranged. `applicationId`: dropped on it or filed to it. */
  pages: query({
    input: z.strictObject({
      view: z.enum(['unfiled', 'all', 'trouble', 'removed']),
      applicationId: Uuid.nullable().default(null),
      ...Page,
    }),
    output: z.strictObject({
      total: z.int(),
      pages: z.array(ScanPage).max(500),
      counts: z.strictObject({ unfiled: z.int(), all: z.int(), trouble: z.int(), removed: z.int() }),
      /** of this view, all of it; in the order of the pages */
      groups: z
        .array(
          z.strictObject({
            intakeId: Uuid,
            group: Folder,
            createdAt: Instant,
            count: z.int(),
            /** one person for the whole group: how many of its pages and of their materials; only of unfiled pages */
            suggestion: z
              .strictObject({ applicationId: Uuid, person: ShortText, pages: z.int(), materials: z.int() })
              .nullable(),
          }),
        )
        .max(2000),
    }),
  }),
  page: query({ input: z.strictObject({ id: Uuid }), output: ScanPage, errors: ['not-found'] }),
  /** Copies are made anew in the background; answers what stood before, for 「撤回」. */
  mend: command({
    input: z.strictObject({ pages: z.array(PageMend).min(1).max(2000) }),
    output: z.strictObject({ before: z.array(PageMend).max(2000) }),
    errors: ['not-found', 'disk-full'],
  }),
  /** 「不是问题」, and taking that back */
  dismiss: command({
    input: z.strictObject({ id: Uuid, kind: Dismissible, isDismissed: z.boolean() }),
    output: Done,
    errors: ['not-found', 'disk-full'],
  }),
  file: command({
    input: z.strictObject({ pageIds: PageIds, applicationId: Uuid, materialId: MaterialId }),
    output: z.strictObject({
      pages: z.array(z.strictObject({ id: Uuid, fileName: FileName })).max(2000),
      /** where each was filed, for 「撤回」 */
      before: z.array(z.strictObject({ id: Uuid, filed: WhereFiled.nullable() })).max(2000),
    }),
    /** unreadable: one of them shows nothing that could be filed */
    errors: ['not-found', 'unreadable', 'disk-full'],
  }),
  unfile: command({
    input: z.strictObject({ pageIds: PageIds }),
    output: z.strictObject({ before: z.array(z.strictObject({ id: Uuid, filed: WhereFiled.nullable() })).max(2000) }),
    errors: ['not-found', 'disk-full'],
  }),
  /** 「正反面合并」 and moving: these pages take each other's places, in the order given. Answers the one of before. */
  arrange: command({
    input: z.strictObject({ pageIds: PageIds }),
    output: z.strictObject({ before: PageIds }),
    errors: ['not-found', 'disk-full'],
  }),
  /** Out of sight and no longer filed; the original stays as evidence. */
  remove: command({
    input: z.strictObject({ pageIds: PageIds }),
    output: Done,
    errors: ['not-found', 'disk-full'],
  }),
  /** Back, filed where it was. */
  restore: command({
    input: z.strictObject({ pageIds: PageIds }),
    output: Done,
    errors: ['not-found', 'disk-full'],
  }),
  /** What has to be there for this application, what is, and where else a page can go (`isRequired` false). */
  checklist: query({
    input: z.strictObject({ applicationId: Uuid }),
    output: z.strictObject({ person: ShortText, materials: z.array(Material).max(3000) }),
    errors: ['not-found'],
  }),
  /** `rules` always has the one that names neither; `materials`: what a rule can name. */
  rules: query({
    input: Nothing,
    output: z.strictObject({
      rules: z.array(RuleRow).max(500),
      materials: z.array(z.strictObject({ id: MaterialId, label: z.string().max(300) })).max(200),
    }),
  }),
  /** All of them; copies that were made by another rule are made anew in the background. */
  saveRules: command({
    input: z.strictObject({ rules: z.array(RuleRow).max(500) }),
    output: Done,
    /** twice: two of them name the same */
    errors: ['twice', 'disk-full'],
  }),
} as const;
