/** What would be shipped for Linux, packed around a stub binary: what is in it, and that its core runs. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../resources/scripts/lib/build.ts';
import { writeStubElectron } from './stub-electron.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'package-'));
const asar = path.join(folder, 'dist', 'linux-unpacked', 'resources', 'app.asar');
/** electron-builder packs the natives that npm installed here, so only Linux on x64 gives a Linux package. */
const isPackable = process.platform === 'linux' && process.arch === 'x64';

function node(args: readonly string[]) {
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: { ...process.env, CI: 'true' } });
}

describe('the Linux package', () => {
  let names: readonly string[] = [];

  beforeAll(async () => {
    if (!isPackable) return;
    ensureBuilt(root);
    const stub = path.join(folder, 'stub');
    await writeStubElectron(stub);
    const config = path.join(folder, 'config.json');
    writeFileSync(
      config,
      JSON.stringify({
        extends: path.join(root, 'electron-builder.yml'),
        electronDist: stub,
        // a stub has no fuses to flip
        electronFuses: null,
        directories: { output: path.join(folder, 'dist') },
      }),
    );
    const builder = path.join(root, 'node_modules/electron-builder/cli.js');
    const { status, stdout, stderr } = node([
      builder,
      '--linux',
      'dir',
      '--x64',
      '--projectDir',
      root,
      '--config',
      config,
    ]);
    expect(status, `${stdout}${stderr}`).toBe(0);
    names = listPackage(asar, { isPack: false }).map((name) => name.slice(1));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach((context) => context.skip(!isPackable, 'a Linux package is packed on Linux x64 only'));

  it('holds the program, its window, its reference library and its calendar', () => {
    for (const name of [
      'package.json',
      'out/main/electron.js',
      'out/main/core.js',
      'out/main/jobs.js',
      'out/preload/bridge.cjs',
      'out/renderer/index.html',
      'resources/NOTICE',
      'node_modules/@embedpdf/pdfium/dist/pdfium.wasm',
      'node_modules/libheif-js/libheif-wasm/libheif.wasm',
      'node_modules/libheif-js/libheif-wasm/LICENSE',
      'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
      'node_modules/@expo-google-fonts/noto-serif-sc/LICENSE_FONT',
      'node_modules/hanamin/HanaMinB.CJK-Unified-Ideographs-Extension-B-01.woff2',
      'node_modules/hanamin/HanaMinA.CJK-Unified-Ideographs-Extension-A-1.woff2',
      'node_modules/hanamin/LICENSE',
      'resources/reference/2022/titles.json',
      'resources/calendar/2026.json',
    ]) {
      expect(names).toContain(name);
    }
  });

  it('holds the natives of this platform and of no other', () => {
    const natives = names.filter((name) => name.endsWith('.node')).map((name) => name.replace('node_modules/', ''));
    expect(natives).toHaveLength(2);
    expect(natives).toContain('better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node');
    expect(natives.find((name) => name.startsWith('@img/sharp-linux-x64/'))).toBeDefined();
    expect(names.some((name) => name.startsWith('node_modules/@img/sharp-libvips-linux-x64/lib/libvips'))).toBe(true);
  });

  it('leaves the library under the LGPL where its user can exchange it', () => {
    const heif = path.join(path.dirname(asar), 'app.asar.unpacked/node_modules/libheif-js/libheif-wasm');
    expect(readdirSync(heif).toSorted()).toEqual(['LICENSE', 'libheif.js', 'libheif.wasm']);
  });

  it('holds the fonts that papers are set in, and no other weight', () => {
    const fonts = names.filter((name) => name.endsWith('.ttf')).map((name) => path.basename(name));
    expect(fonts.toSorted()).toEqual([
      'NotoSansSC_500Medium.ttf',
      'NotoSerifSC_400Regular.ttf',
      'NotoSerifSC_700Bold.ttf',
    ]);
  });

  it.each([
    ['the loopback host', /loopback/],
    ['tests', /(^|\/)test\/|\.test\./],
    ['source maps', /\.map$/],
    ['TypeScript', /\.tsx?$/],
    ['Node runtimes', /node_modules\/node-(linux|win)/],
    ['what is bundled already', /node_modules\/(react|antd|zod|dexie|electron|vite)\//],
    ['fonts of other scripts', /HanaMinA\.(Basic-Latin|Cyrillic|Arrows)/],
    ['database sources', /better-sqlite3-multiple-ciphers\/(src|deps)\//],
  ])('holds nothing of %s', (_what, pattern) => {
    expect(names.filter((name) => pattern.test(name))).toEqual([]);
  });

  it('runs its core out of the package: founds an encrypted archive and answers', () => {
    const app = path.join(folder, 'extracted');
    extractAll(asar, app);
    const { status, stdout, stderr } = node([path.join(root, 'test/package/run-core.ts'), app]);
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      founded: { ok: true },
      status: { ok: true, value: { state: 'unlocked' } },
      // by the process of jobs that lies in the package
      described: { ok: true, value: { format: 'gif', pageCount: 1 } },
      // with the fonts that lie beside it: the second name is in none of the faces
      set: { notes: [{ kind: 'fallback', text: '𠀀', page: 1 }], isEncrypted: true },
      pageStatus: 200,
      isEncrypted: true,
    });
  });
});

it('states every fuse that electron-builder knows', () => {
  const stated = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8');
  const types = readFileSync(path.join(root, 'node_modules/app-builder-lib/out/configuration.d.ts'), 'utf8');
  const [, options = ''] = types.split('export interface FuseOptionsV1');
  const known = [...options.slice(0, options.indexOf('\n}')).matchAll(/^ {4}(\w+)\?: boolean;/gm)].map(
    (match) => match[1],
  );
  expect(known).toContain('runAsNode');
  for (const fuse of known) expect(stated).toMatch(new RegExp(`^ {2}${fuse}: (true|false)$`, 'm'));
});
