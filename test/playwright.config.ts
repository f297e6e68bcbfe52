import path from 'node:path';
import { defineConfig } from '@playwright/test';

const root = path.join(import.meta.dirname, '..');

/** The same specs in two shells: the loopback host in a browser, and Electron where its binary is. */
export default defineConfig({
  testDir: path.join(root, 'test/e2e'),
  testMatch: '**/*.e2e.ts',
  outputDir: path.join(root, 'test-results'),
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects: [
    { name: 'loopback', metadata: { shell: 'loopback' } },
    { name: 'electron', metadata: { shell: 'electron' } },
  ],
});
