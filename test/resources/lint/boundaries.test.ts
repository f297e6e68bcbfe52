import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objection } from '../../../resources/lint/boundaries.ts';

const root = path.resolve(import.meta.dirname, '../../..');

describe('who may import whom', () => {
  it.each([
    ['preload/contract/unit.contract.ts', '#model/result.ts'],
    ['preload/contract/unit.contract.ts', 'zod'],
    ['main/core/sync/pull.ts', '../unit/unit.service.ts'],
    ['main/core/sync/pull.ts', '../office.ts'],
    ['main/core/desk.ts', './sync/sync.handlers.ts'],
    ['main/core/sync/pull.ts', '#archive/db.ts'],
    ['main/archive/open.ts', 'better-sqlite3-multiple-ciphers'],
    ['main/archive/open.ts', './migrations/index.ts'],
    ['main/vault/file-vault.ts', '#archive/sealed.ts'],
    ['main/hosts/electron/window.ts', 'electron'],
    ['main/hosts/electron/main.ts', '../adapters/file-log.ts'],
    ['main/hosts/loopback/server.ts', '#core/desk.ts'],
    ['renderer/features/queue/queue-screen.tsx', '../application/index.ts'],
    ['renderer/features/queue/queue-screen.tsx', '../../ui/blocks.tsx'],
    ['renderer/features/queue/queue-screen.tsx', './queue.css'],
    ['renderer/app/app.tsx', '../features/queue/index.ts'],
    ['test/main/core/sync/pull.test.ts', '../../../../main/archive/driver.ts'],
    ['resources/scripts/start.ts', './lib/build.ts'],
  ])('%s may import %s', (from, specifier) => {
    expect(objection(from, specifier, false)).toBeNull();
  });

  it.each([
    ['preload/model/result.ts', 'zod', 'may not use the package'],
    ['preload/model/result.ts', '#contract/index.ts', 'may not import preload/contract/index.ts'],
    ['preload/contract/unit.contract.ts', 'node:fs', 'may not use the package'],
    ['main/archive/open.ts', '#core/desk.ts', 'may not import main/core/desk.ts'],
    ['main/archive/migrations/0020-more.ts', '../driver.ts', 'may not import'],
    ['main/core/sync/pull.ts', '../unit/unit.repository.ts', 'by its unit.service.ts only'],
    ['main/core/sync/pull.ts', 'better-sqlite3-multiple-ciphers', 'may not use the package'],
    ['main/core/sync/pull.ts', 'electron', 'may not use the package'],
    ['main/core/sync/pull.ts', '../../archive/db.ts', 'as #archive/'],
    ['main/hosts/loopback/server.ts', 'electron', 'may not use the package'],
    ['main/hosts/loopback/server.ts', '../electron/window.ts', 'may not import'],
    ['main/hosts/electron/ipc.ts', '#core/sync/sync.service.ts', 'may not import'],
    ['renderer/app/app.tsx', '#core/desk.ts', 'may not import'],
    ['renderer/app/app.tsx', '../features/queue/queue-store.ts', 'by its index.ts only'],
    ['renderer/features/queue/queue-screen.tsx', '../application/words.ts', 'by its index.ts only'],
    ['renderer/features/queue/queue-screen.tsx', '../../app/app.tsx', 'may not import'],
    ['renderer/features/queue/queue-screen.tsx', '#contract/index.ts', 'as types only'],
    ['renderer/features/queue/queue-screen.tsx', 'zod', 'may not use the package'],
    ['renderer/features/queue/queue-screen.tsx', 'zod/mini', 'may not use the package'],
    ['renderer/ui/blocks.tsx', '../client/index.ts', 'may not import'],
    ['renderer/ui/blocks.tsx', 'zustand', 'may not use the package'],
    ['renderer/drawer/drawer.ts', 'antd', 'may not use the package'],
    ['main/core/desk.ts', '../../test/support/fake-ports.ts', 'Only tests'],
    ['resources/scripts/start.ts', '../../test/support/browser.ts', 'Only tests'],
    ['main/hosts/electron/main.ts', '../../../preload/bridge.ts', 'not by ../../..'],
  ])('%s may not import %s', (from, specifier, part) => {
    expect(objection(from, specifier, false)).toContain(part);
  });

  it('lets the window see the contract as types', () => {
    expect(objection('renderer/features/queue/row-pages.ts', '#contract/index.ts', true)).toBeNull();
    expect(objection('renderer/features/queue/row-pages.ts', 'zod', true)).toBeNull();
    expect(objection('renderer/features/queue/row-pages.ts', '#core/desk.ts', true)).not.toBeNull();
  });
});

describe('the plugin in oxlint', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'boundaries-'));
    const plugin = path.join(root, 'resources/lint/house-boundaries.ts');
    const rules = { 'house/boundaries': 'error', 'house/no-electron-mock': 'error' };
    const config = { categories: { correctness: 'off' }, jsPlugins: [plugin], rules };
    writeFileSync(path.join(folder, '.oxlintrc.json'), JSON.stringify(config));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function lint(file: string, text: string): string {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
    const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'unix', file], {
      cwd: folder,
      encoding: 'utf8',
    });
    return stdout;
  }

  it('sees static, dynamic and re-exporting imports alike', () => {
    const output = lint(
      'renderer/ui/a.ts',
      "import { a } from '#core/a.ts';\nexport * from '#core/b.ts';\nexport { c } from '#core/c.ts';\nexport const d = [a, import('#core/d.ts')];\n",
    );
    for (const name of ['a', 'b', 'c', 'd'])
      expect(output).toContain(`renderer/ui/ may not import main/core/${name}.ts`);
  });

  it('tells type imports from others', () => {
    expect(lint('renderer/app/b.ts', "import type { A } from '#contract/a.ts';\nexport type B = A;\n")).not.toContain(
      'boundaries',
    );
    expect(lint('renderer/app/c.ts', "import { a } from '#contract/a.ts';\nexport const b = a;\n")).toContain(
      'as types only',
    );
  });

  it('forbids mocking the module electron, and no other mock', () => {
    const text = "import { vi } from 'vitest';\nvi.mock('electron', () => ({}));\nvi.mock('other');\n";
    const output = lint('test/d.test.ts', text);
    expect(output.match(/no-electron-mock/g)).toHaveLength(1);
  });
});

it('has a subpath in the table for every one of package.json', () => {
  const { imports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    imports: Record<string, string>;
  };
  for (const [subpath, target] of Object.entries(imports)) {
    const file = target.replace('./', '').replace('*', 'desk.ts');
    // a layer that nothing may import is told by where its subpath leads
    expect(objection('renderer/ui/a.ts', subpath.replace('*', 'desk.ts'), false)).toEqual(
      file.startsWith('preload/model/') ? null : `renderer/ui/ may not import ${file}.`,
    );
  }
});
