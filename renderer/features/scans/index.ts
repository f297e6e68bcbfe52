/** 扫描件: the page of that name, and what other screens need of it. */
export { ScansScreen } from './scans-screen.tsx';
export { createScansStore, type ScansStore } from './scans-store.ts';
