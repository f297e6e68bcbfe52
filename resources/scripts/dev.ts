/**
 * `npm run dev`: the loopback host from its sources, started anew whenever one of them changes; the
 * window rebuilt whenever it changes (reload the page to see it). --profile DIR (default .demo/dev), --port N.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { forgetBuild } from './lib/build.ts';

const root = path.join(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: { profile: { type: 'string', default: path.join(root, '.demo', 'dev') }, port: { type: 'string' } },
});

// what is watched here is not what a release is made of
forgetBuild(root);
await build({
  configFile: path.join(root, 'renderer/vite.config.ts'),
  logLevel: 'warn',
  mode: 'development',
  build: {
    watch: {},
    minify: false,
    // The host lists its files once and lets a browser keep those below assets/: plain names outside it stay true.
    assetsDir: '',
    rolldownOptions: {
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
});

const port = options.port === undefined ? [] : ['--port', options.port];
const host = spawn(
  process.execPath,
  ['--watch', path.join(root, 'main/hosts/loopback/main.ts'), '--no-browser', '--profile', options.profile, ...port],
  { cwd: root, stdio: 'inherit' },
);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => host.kill(signal));
host.once('exit', (code) => process.exit(code ?? 0));
