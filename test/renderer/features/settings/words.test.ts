import { describe, expect, it } from 'vitest';
import { SettingsSchema } from '#contract/settings.contract.ts';
import { DEFAULT_SETTINGS } from '#core/settings/settings.service.ts';
import { DEFAULTS } from '../../../../renderer/features/settings/defaults.ts';
import { changedKeys, GROUPS } from '../../../../renderer/features/settings/words.ts';

const offered = GROUPS.flatMap(({ settings }) => settings);

describe('the settings page', () => {
  it('goes back to what the core has in force where nobody chose', () => {
    expect(DEFAULTS).toEqual(DEFAULT_SETTINGS);
  });
  it('offers every setting once, each choice one that the desk takes', () => {
    expect(offered.map(({ key }) => key).toSorted()).toEqual(Object.keys(SettingsSchema.shape).toSorted());
    for (const { key, choices } of offered) {
      for (const { value } of choices) expect(SettingsSchema.shape[key].safeParse(value).success).toBe(true);
      expect(choices.some(({ value }) => value === DEFAULTS[key])).toBe(true);
    }
  });
  it('offers 恢复默认 for what was changed in that group only', () => {
    const settings = { ...DEFAULTS, textSize: 'large', undoHoldMinutes: 0 } as const;
    expect(GROUPS.map((group) => changedKeys(group, settings, DEFAULTS))).toEqual([['textSize'], ['undoHoldMinutes']]);
  });
});
