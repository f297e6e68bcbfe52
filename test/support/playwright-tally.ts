import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter';
import { NO_REASON, writeTally } from './tally.ts';

/** Counts what Playwright ran; an error outside any test (a file that does not load) counts as failed too. */
export default class PlaywrightTally implements Reporter {
  #suite: Suite | null = null;
  #strayErrors = 0;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  onError(): void {
    this.#strayErrors += 1;
  }

  onEnd(): void {
    const tests = this.#suite?.allTests() ?? [];
    const notRun = tests.filter((test) => test.results.length === 0);
    const ran = tests.filter((test) => test.results.length > 0);
    writeTally({
      passed: ran.filter((test) => ['expected', 'flaky'].includes(test.outcome())).length,
      failed: ran.filter((test) => test.outcome() === 'unexpected').length + notRun.length + this.#strayErrors,
      skipped: ran.filter((test) => test.outcome() === 'skipped').map(describeSkipped),
    });
  }

  printsToStdio(): boolean {
    return false;
  }
}

function describeSkipped(test: TestCase) {
  const notes = [...test.annotations, ...test.results.flatMap((result) => result.annotations)];
  const reason = notes.find(({ type }) => type === 'skip')?.description ?? NO_REASON;
  return { name: test.titlePath().filter(Boolean).join(' > '), reason };
}
