/** 扫描件: the page of that name, and what other screens need of it. */
export { ScansScreen } from './scans-screen.tsx';
export { IntakeBar } from './intake-bar.tsx';
export { feeds } from './feeds.ts';
export { ScanRulesGroup } from './rules-group.tsx';
export { useDrop } from './use-drop.ts';
export { ONLY_HERE } from './words.ts';
export { createScansStore, type ScansStore } from './scans-store.ts';
