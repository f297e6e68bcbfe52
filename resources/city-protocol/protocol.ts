/**
 * The wire between the desk and the city system, version 1: JSON over HTTP, every answer carries
 * the header `x-sync-proto: 1`; anything without it (a captive portal, a proxy's page) is treated
 * as no network. Commands are idempotent by id, changes are read by a commit-ordered cursor.
 */
import * as z from 'zod';
import { APPLICATION_STATES, DECISIONS } from '#model/application.ts';
import { UNIT_KINDS } from '#model/reporting-route.ts';
import { ApplicationSchema, Instant, PlainDate, PublicitySchema, Sha256, Uuid } from './application.ts';

export const PROTOCOL_HEADER = 'x-sync-proto';
export const PROTOCOL_VERSION = '1';
export const MAX_COMMANDS = 200;
export const MAX_CHANGES = 500;

const Base64Url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(4096);
export const DecimalCursor = z.string().regex(/^\d{1,19}$/);

const UnitFacts = {
  /** in full, as on the seal */
  name: z.string().min(1).max(100),
  /** reporting route a–d of Q3 */
  kind: z.enum(UNIT_KINDS),
  county: z.string().max(60),
  address: z.string().max(200),
  phone: z.string().max(40),
  /** 单位负责人 and 联系人 */
  head: z.string().max(60).default(''),
  contact: z.string().max(60).default(''),
  /** 主管部门, which signs and seals next (Q3) */
  supervisor: z.string().max(100).default(''),
};

export const UnitSchema = z.strictObject({
  id: Uuid,
  creditCode: z.string().length(18),
  ...UnitFacts,
  /** names under the same credit code before this one (五(四)7), oldest first; `until`: first day of the next name */
  formerNames: z
    .array(z.strictObject({ name: z.string().min(1).max(100), until: PlainDate }))
    .max(20)
    .readonly()
    .default([]),
});
export type Unit = z.infer<typeof UnitSchema>;

/** What a unit may change of itself. `renamedOn` goes with another name. */
export const UnitUpdateSchema = z.strictObject({ ...UnitFacts, renamedOn: PlainDate.nullable() });
export type UnitUpdate = z.infer<typeof UnitUpdateSchema>;

/** POST /v1/enrol : binds this computer to the unit's account, once. */
export const EnrolRequest = z.strictObject({
  creditCode: z.string().max(18),
  account: z.string().max(60),
  password: z.string().max(200),
  deviceId: Uuid,
  /** Ed25519 public key, SPKI DER, base64url */
  deviceKey: Base64Url,
  deviceName: z.string().max(60),
});
export const EnrolResponse = z.strictObject({
  unit: UnitSchema,
  year: z.int(),
  /** changes when the city wants every device to be compared anew (after a restore) */
  epoch: z.int(),
  /** Ed25519 public key that signs receipts, SPKI DER, base64url */
  serverKey: Base64Url,
  serverTime: Instant,
});

/** POST /v1/session/challenge, then POST /v1/session with Ed25519(deviceKey, nonce). */
export const ChallengeRequest = z.strictObject({ deviceId: Uuid });
export const ChallengeResponse = z.strictObject({ nonce: Base64Url });
export const SessionRequest = z.strictObject({ deviceId: Uuid, nonce: Base64Url, signature: Base64Url });
export const SessionResponse = z.strictObject({
  token: Base64Url,
  expiresAt: Instant,
  epoch: z.int(),
  serverTime: Instant,
});
/** GET /v1/time */
export const TimeResponse = z.strictObject({ serverTime: Instant });

/** The signature covers everything else in a command (RFC 8785 form). */
const CommandHead = {
  id: Uuid,
  /** per device, from 1, without gaps; the order of acts, never the clock */
  seq: z.int().min(1),
  /** hex SHA-256 of RFC 8785 of payload */
  payloadHash: Sha256,
  decidedAt: Instant,
  decidedBy: z.string().min(1).max(60),
  lastServerTime: Instant.nullable(),
  lastCursor: DecimalCursor,
};
/** What a command about an application rests on. A later one of the same device names the version that the receipt of the one before gave. */
const OnApplication = {
  ...CommandHead,
  applicationId: Uuid,
  baseVersion: z.int().min(1),
  expect: z.strictObject({
    state: z.enum(APPLICATION_STATES),
    chancesUsed: z.int().min(0),
    strikes: z.int().min(0),
  }),
};
const DecisionCommand = z.strictObject({
  ...OnApplication,
  type: z.enum(DECISIONS),
  payload: z.strictObject({ opinion: z.string().min(1).max(10_000) }),
});
/** 基层单位意见: `number` counts the versions that the unit submitted, from 1. */
const OpinionCommand = z.strictObject({
  ...OnApplication,
  type: z.literal('opinion'),
  payload: z.strictObject({ text: z.string().min(1).max(10_000), number: z.int().min(1) }),
});
/** 公示记录 as it stands now; null when the notice was called off. */
const PublicityCommand = z.strictObject({
  ...OnApplication,
  type: z.literal('publicity'),
  payload: z.strictObject({ record: PublicitySchema.nullable() }),
});
/** 单位信息: about no application. */
const UnitCommand = z.strictObject({
  ...CommandHead,
  type: z.literal('unit'),
  applicationId: z.null(),
  payload: UnitUpdateSchema,
});
export const CommandBody = z.discriminatedUnion('type', [
  DecisionCommand,
  OpinionCommand,
  PublicityCommand,
  UnitCommand,
]);
export type CommandBody = z.infer<typeof CommandBody>;
const signed = { signature: Base64Url };
export const CommandSchema = z.discriminatedUnion('type', [
  DecisionCommand.extend(signed),
  OpinionCommand.extend(signed),
  PublicityCommand.extend(signed),
  UnitCommand.extend(signed),
]);
export type Command = z.infer<typeof CommandSchema>;
export type CommandPayload = Command['payload'];

/** Signed by the city over RFC 8785 of everything but `signature`; kept for ever. */
export const ReceiptBody = z.strictObject({
  /** 'YYYYMMDD-nnnn', what people read out on the telephone */
  number: z.string().regex(/^\d{8}-\d{4,}$/),
  commandId: Uuid,
  /** null, like `version`, for an act about no application */
  applicationId: Uuid.nullable(),
  payloadHash: Sha256,
  version: z.int().min(1).nullable(),
  cursor: DecimalCursor,
  serverTime: Instant,
});
export type ReceiptBody = z.infer<typeof ReceiptBody>;
export const ReceiptSchema = ReceiptBody.extend({ signature: Base64Url });
export type Receipt = z.infer<typeof ReceiptSchema>;

export const CONFLICT_CODES = ['withdrawn', 'chances-exhausted', 'superseded', 'peer-decided', 'closed'] as const;
export const REJECTED_CODES = [
  'window-closed',
  'conditions-unmet',
  'forbidden',
  'not-found',
  'id-reuse',
  'bad-signature',
] as const;

/** `current` is the application as it stands at the city, so that both sides can be shown at once. */
export const CommandResult = z.discriminatedUnion('result', [
  z.strictObject({ commandId: Uuid, result: z.literal('applied'), receipt: ReceiptSchema }),
  z.strictObject({ commandId: Uuid, result: z.literal('duplicate'), receipt: ReceiptSchema }),
  z.strictObject({
    commandId: Uuid,
    result: z.literal('conflict'),
    code: z.enum(CONFLICT_CODES),
    current: ApplicationSchema,
    serverTime: Instant,
  }),
  z.strictObject({
    commandId: Uuid,
    result: z.literal('rejected'),
    code: z.enum(REJECTED_CODES),
    detail: z.string().max(500),
    serverTime: Instant,
  }),
  /** an earlier command of the same application needs a person first */
  z.strictObject({ commandId: Uuid, result: z.literal('blocked'), by: Uuid }),
]);
export type CommandResult = z.infer<typeof CommandResult>;

/** POST /v1/commands */
export const CommandsRequest = z.strictObject({
  deviceId: Uuid,
  epoch: z.int(),
  firstSeq: z.int().min(1),
  commands: z.array(CommandSchema).min(1).max(MAX_COMMANDS),
});
export const CommandsResponse = z.strictObject({
  results: z.array(CommandResult),
  serverTime: Instant,
});

/** GET /v1/changes?since=C&limit=N : everything of the unit that changed after cursor C, in commit order. */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ cursor: DecimalCursor, kind: z.literal('application'), application: ApplicationSchema }),
  /** moved to another unit: no longer ours to see */
  z.strictObject({ cursor: DecimalCursor, kind: z.literal('removed'), applicationId: Uuid }),
  z.strictObject({ cursor: DecimalCursor, kind: z.literal('unit'), unit: UnitSchema }),
]);
export type Change = z.infer<typeof Change>;
export const ChangesResponse = z.strictObject({
  changes: z.array(Change),
  next: DecimalCursor,
  more: z.boolean(),
  /** changes still to come after this page, for the progress bar */
  remaining: z.int().min(0),
  serverTime: Instant,
});

/** Any answer that is not 2xx. */
export const ERROR_CODES = [
  'bad-request',
  'bad-credentials',
  'account-locked',
  'unauthorised',
  'device-revoked',
  'device-forked',
  'cursor-gone',
  'not-found',
  'too-large',
  'busy',
  'internal',
] as const;
export const ErrorResponse = z.strictObject({
  error: z.strictObject({
    code: z.enum(ERROR_CODES),
    message: z.string().max(500),
    attemptsLeft: z.int().min(0).optional(),
  }),
});
/** GET /v1/blobs/:sha256 answers the bytes, with Range and ETag "<sha256>". */
