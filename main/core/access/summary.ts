/** What the locked screen shows of the last session, sealed with this computer's secret. */
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { replaceFile } from '#archive/files.ts';
import { derive, sealText, unsealText } from './keys.ts';

const SummarySchema = z.object({
  unitName: z.string().nullable(),
  year: z.int().nullable(),
  undelivered: z.int().min(0),
  idleLockMinutes: z.int(),
});
const StoredSchema = SummarySchema.extend({ lastUsedAt: z.int().nullable() });

export type Summary = Readonly<z.infer<typeof SummarySchema>>;
export type StoredSummary = Readonly<z.infer<typeof StoredSchema>>;

const PURPOSE = 'summary';

export const NO_SUMMARY: StoredSummary = {
  unitName: null,
  year: null,
  undelivered: 0,
  idleLockMinutes: 10,
  lastUsedAt: null,
};

export function writeSummary(file: string, summary: StoredSummary, deviceSecret: Uint8Array): void {
  replaceFile(file, Buffer.from(sealText(keyOf(deviceSecret), summary, PURPOSE), 'utf8'));
}

/** `NO_SUMMARY` when there is none or it cannot be read: nothing depends on it. */
export function readSummary(file: string, deviceSecret: Uint8Array | null): StoredSummary {
  if (!deviceSecret || !existsSync(file)) return NO_SUMMARY;
  const parsed = StoredSchema.safeParse(unsealText(keyOf(deviceSecret), readFileSync(file, 'utf8'), PURPOSE));
  return parsed.success ? parsed.data : NO_SUMMARY;
}

function keyOf(deviceSecret: Uint8Array): Buffer {
  return derive(deviceSecret, Buffer.alloc(0), PURPOSE);
}
