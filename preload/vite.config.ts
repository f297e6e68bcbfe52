import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.join(import.meta.dirname, '..');

/** One CommonJS file: a sandboxed preload script can load nothing but 'electron'. */
export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: path.join(root, 'out/preload'),
    emptyOutDir: true,
    target: 'chrome150',
    minify: false,
    rolldownOptions: {
      input: { bridge: path.join(root, 'preload/bridge.ts') },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});
