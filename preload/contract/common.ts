/** Pieces that several contracts share. Everything is bounded: nothing unbounded crosses the slot. */
import * as z from 'zod';
import { ACTS, DECISIONS, DELIVERY_STATES } from '#model/application.ts';
import { parsePlainDate } from '#model/beijing-time.ts';
import { Instant, PlainDate as WrittenDate, Uuid } from '#protocol/application.ts';

export { Instant, Uuid };
/** A day that there is. */
export const PlainDate = WrittenDate.refine((text) => parsePlainDate(text) !== null);
export const Nothing = z.strictObject({});
export const Done = z.null();
export const ShortText = z.string().max(100);
export const Passphrase = z.string().min(1).max(256);
export const Page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) };
export const DecisionSchema = z.enum(DECISIONS);
export const ActSchema = z.enum(ACTS);
export const DeliverySchema = z.enum(DELIVERY_STATES);
