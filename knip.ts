import type { KnipConfig } from 'knip';

/**
 * A trailing `!` marks what the product is made of: `knip --production` looks at nothing else. The rules
 * of preload/model and the wire's shapes are also spoken by the city system and by tests, so they are
 * looked at as a whole only. Entries named in vite's configs and in package.json are found there.
 */
export default {
  entry: [
    'main/hosts/{electron,loopback}/main.ts!',
    'resources/scripts/*.ts',
    'test/{bench,city,demo}/main.ts',
    'test/bench/scans-worker.ts',
    'test/bench/papers/with-*.ts',
    'test/package/run-core.ts',
    'test/support/intake-child.ts',
    'test/support/corpus/main.ts',
    'test/support/*-tally.ts',
    'test/**/*.test.{ts,tsx}',
  ],
  project: [
    'main/**/*.ts!',
    'preload/{*,contract/**/*}.ts!',
    'renderer/**/*.{ts,tsx}!',
    '{preload/model,resources}/**/*.ts',
    'test/**/*.{ts,tsx}',
  ],
  vite: { config: ['{main,preload,renderer}/vite.config.ts'] },
  vitest: { config: ['test/vitest.config.ts'] },
  playwright: { config: ['test/playwright.config.ts'] },
  ignoreExportsUsedInFile: true,
  // Debian's; whoever uses one looks whether it is there
  ignoreBinaries: ['apt-get', 'img2pdf', 'pdftoppm', 'pdftotext', 'qpdf'],
  ignoreDependencies: [
    // main/archive/better-sqlite3-multiple-ciphers.d.ts stands on its types
    '@types/better-sqlite3',
    // fixed by the product card, for the document jobs: rosters
    'xlsx',
    // files that are read: main/jobs/papers/fonts
    '@expo-google-fonts/noto-sans-sc',
    '@expo-google-fonts/noto-serif-sc',
    'hanamin',
  ],
} satisfies KnipConfig;
