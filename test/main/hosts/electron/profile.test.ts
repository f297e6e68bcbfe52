import { describe, expect, it } from 'vitest';
import { developmentOptions, userDataDirectory } from '../../../../main/hosts/electron/profile.ts';

const NOW = Date.parse('2026-11-23T12:00:00+08:00');
const switches = (given: Readonly<Record<string, string>>) => (name: string) => given[name] ?? '';

describe('where the program keeps everything', () => {
  it('is never in the roaming profile of Windows', () => {
    expect(userDataDirectory('win32', 'C:/Users/x/AppData/Local', 'C:/Users/x/AppData/Roaming/y')).toContain('Local');
    expect(userDataDirectory('linux', undefined, '/home/x/.config/y')).toBe('/home/x/.config/y');
  });
});

describe('switches of a program run from its sources', () => {
  it('name a profile and shift the clock', () => {
    const given = switches({ 'desk-profile': '/tmp/p', 'desk-now': '2026-11-23T11:00:00+08:00' });
    expect(developmentOptions(false, given, NOW)).toEqual({ profile: '/tmp/p', clockShiftMs: -3_600_000 });
  });

  it('leave the clock alone without a time, or with one that is none', () => {
    expect(developmentOptions(false, switches({ 'desk-profile': '/tmp/p' }), NOW)?.clockShiftMs).toBe(0);
    const odd = switches({ 'desk-profile': '/tmp/p', 'desk-now': 'tomorrow' });
    expect(developmentOptions(false, odd, NOW)?.clockShiftMs).toBe(0);
  });

  it('do nothing in a packaged program, whose keychain nobody may swap', () => {
    expect(developmentOptions(true, switches({ 'desk-profile': '/tmp/p' }), NOW)).toBeNull();
  });
});
