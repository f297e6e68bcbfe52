import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.join(import.meta.dirname, '..');

/** Natives, WebAssembly and Electron stay outside; everything else is bundled, so that the package needs no node_modules for it. */
export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: path.join(root, 'out/main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: {
        electron: path.join(root, 'main/hosts/electron/main.ts'),
        loopback: path.join(root, 'main/hosts/loopback/main.ts'),
        jobs: path.join(root, 'main/jobs/main.ts'),
        core: path.join(root, 'main/core/desk.ts'),
      },
      external: [
        'electron',
        'sharp',
        '@embedpdf/pdfium',
        'libheif-js',
        'better-sqlite3-multiple-ciphers',
        ...builtinModules,
        /^node:/,
      ],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
