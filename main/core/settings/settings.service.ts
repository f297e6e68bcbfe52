/** The few settings there are; nothing here is needed on the first day (ux 3.16). */
import type * as z from 'zod';
import type { Db } from '#archive/db.ts';
import { SettingsSchema } from '#contract/settings.contract.ts';

export type Settings = z.infer<typeof SettingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  undoHoldMinutes: 10,
  idleLockMinutes: 10,
  textSize: 'standard',
  opensNext: true,
  viewerKeys: true,
};

const KEY = 'settings';

/** A value that a later or earlier version wrote and this one does not know falls back to the default. */
export function readSettings(db: Db): Settings {
  const row = db.prepare<{ value: string }>('SELECT value FROM setting WHERE key = :key').get({ key: KEY });
  if (!row) return DEFAULT_SETTINGS;
  const stored = JSON.parse(row.value) as Readonly<Record<string, unknown>>;
  const known = Object.entries(SettingsSchema.shape).flatMap(([key, schema]) => {
    const parsed = schema.safeParse(stored[key]);
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(known) };
}

export function writeSettings(db: Db, changes: Readonly<Partial<Settings>>): Settings {
  const next = { ...readSettings(db), ...changes };
  const sql = 'INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT DO UPDATE SET value = :value';
  db.prepare(sql).run({ key: KEY, value: JSON.stringify(next) });
  return next;
}
