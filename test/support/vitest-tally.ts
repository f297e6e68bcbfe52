import path from 'node:path';
import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { NO_REASON, writeTally } from './tally.ts';

/** Counts what vitest ran; a file that could not be loaded and a set-up that threw count as failed too. */
export default class VitestTally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const broken = modules
      .flatMap((module) => [module, ...module.children.allSuites()])
      .filter((part) => part.errors().length > 0);
    const failed = tests.filter((test) => test.result().state === 'failed');
    writeTally({
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failed: failed.length + broken.length + unhandled.length,
      skipped: tests.filter((test) => ['skipped', 'pending'].includes(test.result().state)).map(describeSkipped),
    });
  }
}

function describeSkipped(test: TestCase) {
  const result = test.result();
  const reason = result.state === 'skipped' ? (result.note ?? NO_REASON) : 'never ran';
  return { name: `${path.basename(test.module.moduleId)} > ${test.fullName}`, reason };
}
