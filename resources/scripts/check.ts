/** `npm run check`: everything that is judged without a browser. All steps run, so that one run tells all. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** Each command as package.json has it, but without a shell and npm's start-up between. */
const STEPS = [
  { name: 'types', args: ['typescript/bin/tsc', '-b'] },
  { name: 'lint', args: ['oxlint/bin/oxlint', '--type-aware'] },
  { name: 'format', args: ['oxfmt/bin/oxfmt', '--check'] },
  { name: 'unused', args: ['knip/bin/knip.js'] },
  { name: 'unused in production', args: ['knip/bin/knip.js', '--production', '--include', 'files,dependencies'] },
  { name: 'tests', args: ['vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--silent'] },
] as const;

function run({ name, args }: (typeof STEPS)[number]): boolean {
  const [program, ...rest] = args;
  process.stdout.write(`\n— ${name}\n`);
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules', program), ...rest], {
    cwd: root,
    stdio: 'inherit',
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`— ${name}: ${status === 0 ? 'good' : 'FAILED'}, ${seconds} s\n`);
  return status === 0;
}

const failed = STEPS.filter((step) => !run(step)).map(({ name }) => name);
process.stdout.write(failed.length === 0 ? '\nAll good.\n' : `\nFailed: ${failed.join(', ')}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
