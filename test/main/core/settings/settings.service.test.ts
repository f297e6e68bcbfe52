import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SettingsSchema } from '#contract/settings.contract.ts';
import { createSettingsHandlers } from '#core/settings/settings.handlers.ts';
import { DEFAULT_SETTINGS, readSettings, writeSettings } from '#core/settings/settings.service.ts';
import { openTempArchive, type TempArchive } from '../../../support/temp-archive.ts';

let temp: TempArchive;
beforeEach(() => {
  temp = openTempArchive();
});
afterEach(() => temp.dispose());

function store(value: unknown): void {
  const sql = 'INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT DO UPDATE SET value = :value';
  temp.db.prepare(sql).run({ key: 'settings', value: JSON.stringify(value) });
}

describe('the settings', () => {
  it('are the defaults on the first day, and those are allowed values', () => {
    expect(readSettings(temp.db)).toEqual(DEFAULT_SETTINGS);
    expect(SettingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  it('keep one change beside the others, over a restart', () => {
    writeSettings(temp.db, { undoHoldMinutes: 30 });
    expect(writeSettings(temp.db, { textSize: 'large' })).toMatchObject({ undoHoldMinutes: 30, textSize: 'large' });
    temp = temp.reopen();
    expect(readSettings(temp.db)).toEqual({ ...DEFAULT_SETTINGS, undoHoldMinutes: 30, textSize: 'large' });
  });

  it.each([
    ['a length of hold that this version does not offer', { undoHoldMinutes: 7 }],
    ['a value of another type', { opensNext: 'yes', idleLockMinutes: null, viewerKeys: 1 }],
    ['a size of a later version', { textSize: 'giant' }],
    ['a setting of a later version', { colours: 'dark' }],
    ['nothing at all', {}],
  ])('fall back to the default from %s', (_what, stored) => {
    store(stored);
    expect(readSettings(temp.db)).toEqual(DEFAULT_SETTINGS);
  });

  it('keep the known ones beside an unknown one', () => {
    store({ undoHoldMinutes: 5, textSize: 'giant', viewerKeys: false });
    expect(readSettings(temp.db)).toEqual({ ...DEFAULT_SETTINGS, undoHoldMinutes: 5, viewerKeys: false });
  });

  it('are told to every window when they change, and leave alone what was not given', async () => {
    const events: string[] = [];
    const handlers = createSettingsHandlers(() => ({ db: temp.db, publish: (name) => void events.push(name) }));
    writeSettings(temp.db, { opensNext: false });
    const answer = await handlers.set({ textSize: 'largest', opensNext: undefined }, { client: 'test' });
    const expected = { ...DEFAULT_SETTINGS, opensNext: false, textSize: 'largest' };
    expect(answer).toEqual({ ok: true, value: expected });
    expect(await handlers.get({}, { client: 'test' })).toEqual({ ok: true, value: expected });
    expect(events).toEqual(['settings.changed']);
  });
});
