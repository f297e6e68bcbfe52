export { SettingsScreen } from './settings-screen.tsx';
export { DEFAULTS, useSettings, type Settings } from './use-settings.ts';
