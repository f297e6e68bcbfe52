/** The application as it crosses the wire; the same shape as `#model/application.ts`. */
import * as z from 'zod';
import {
  APPLICATION_STATES,
  DISPATCH_SIDES,
  EMPLOYMENT_KINDS,
  FILING_KINDS,
  PUBLICITY_OUTCOMES,
  STEP_ACTIONS,
  STEP_LEVELS,
  TITLE_LEVELS,
  type Application,
} from '#model/application.ts';
import { MODULE_IDS } from '#model/modules.ts';

const Text = (max: number) => z.string().max(max);
export const Instant = z.int().min(0);
export const PlainDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const Uuid = z.uuid();

const ModuleIdSchema = z.enum(MODULE_IDS);

export const AttachmentSchema = z.strictObject({
  id: Uuid,
  moduleId: ModuleIdSchema,
  recordId: Uuid.nullable(),
  name: Text(200),
  sha256: Sha256,
  sizeBytes: z
    .int()
    .min(1)
    .max(32 * 1024 * 1024),
  mime: z.enum(['image/jpeg', 'image/png']),
});

export const StepSchema = z.strictObject({
  id: Uuid,
  at: Instant,
  level: z.enum(STEP_LEVELS),
  actor: Text(100),
  action: z.enum(STEP_ACTIONS),
  opinion: Text(10_000),
});

const DispatchSides = z.array(z.enum(DISPATCH_SIDES)).max(DISPATCH_SIDES.length).readonly();
export const DispatchSchema = z.strictObject({
  ownSide: z.enum(DISPATCH_SIDES),
  otherUnit: Text(100),
  otherNotice: z.strictObject({ postedOn: PlainDate, endsOn: PlainDate, place: Text(200) }).nullable(),
  reviewed: DispatchSides,
  sealed: DispatchSides,
});

export const PublicitySchema = z.strictObject({
  postedOn: PlainDate,
  endsOn: PlainDate,
  place: Text(200),
  openObjections: z.int().min(0),
  concludedAt: Instant.nullable(),
  outcome: z.enum(PUBLICITY_OUTCOMES).nullable(),
  dispatch: DispatchSchema.nullable().optional(),
});

export const ApplicationSchema = z.strictObject({
  id: Uuid,
  version: z.int().min(1),
  year: z.int().min(2000).max(2100),
  state: z.enum(APPLICATION_STATES),
  applicant: z.strictObject({
    name: Text(60).min(1),
    idNumber: Text(18),
    sex: z.enum(['male', 'female']),
    birthday: PlainDate,
    phone: Text(20),
    department: Text(100),
    employment: z.enum(EMPLOYMENT_KINDS),
  }),
  filing: z.strictObject({
    kind: z.enum(FILING_KINDS),
    series: Text(60),
    level: z.enum(TITLE_LEVELS),
    title: Text(60),
    specialty: Text(60),
    isEngineering: z.boolean(),
    committee: Text(100),
  }),
  window: z.strictObject({
    isProvincial: z.boolean(),
    opensAt: Instant.nullable(),
    closesAt: Instant.nullable(),
  }),
  chancesUsed: z.int().min(0),
  strikes: z.int().min(0),
  submittedAt: Instant,
  submission: z.int().min(1),
  modules: z
    .array(
      z.strictObject({
        id: ModuleIdSchema,
        records: z
          .array(
            z.strictObject({
              id: Uuid,
              fields: z.record(Text(40), Text(20_000)),
              attachmentIds: z.array(Uuid).max(200).readonly(),
            }),
          )
          .max(200)
          .readonly(),
      }),
    )
    .max(MODULE_IDS.length)
    .readonly(),
  attachments: z.array(AttachmentSchema).max(500).readonly(),
  opinion: z.strictObject({ text: Text(10_000), submittedAt: Instant, submittedBy: Text(60) }).nullable(),
  publicity: PublicitySchema.nullable(),
  history: z.array(StepSchema).max(500).readonly(),
}) satisfies z.ZodType<Application>;
