export { SettingsScreen } from './settings-screen.tsx';
export { useSettings } from './use-settings.ts';
export type { Settings } from './defaults.ts';
