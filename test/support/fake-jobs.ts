/** Jobs of straw: what a file is and what is wrong with it stands in it, and they end when the test says so. */
import { setTimeout as pause } from 'node:timers/promises';
import { fail, ok, type Result } from '#model/result.ts';
import type { Defect, Unreadable } from '#model/scan.ts';
import type { JobName, JobRunner } from '#ports/jobs.ts';

/** JSON in the file's bytes. */
export type FakeFile = Readonly<{
  text: string;
  pages?: number;
  unreadable?: Unreadable;
  /** pages, from 1, that cannot be read */
  unreadablePages?: readonly number[];
  defects?: readonly Defect[];
  fingerprint?: string;
  isOverCap?: boolean;
}>;

export type FakeJobs = JobRunner &
  Readonly<{
    /** everything that was asked, in order */
    asked: readonly JobName[];
    /** most at the same time */
    most(): number;
    /** Nothing ends before `release`. */
    hold(): void;
    release(): void;
  }>;

export function fileOf(file: FakeFile): Uint8Array {
  return Buffer.from(JSON.stringify(file), 'utf8');
}

export function createFakeJobs(): FakeJobs {
  const asked: JobName[] = [];
  let atWork = 0;
  let most = 0;
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  return {
    asked,
    most: () => most,
    hold: () => void (gate = Promise.withResolvers<void>()),
    release: () => gate.resolve(),
    run: (async (name: JobName, input: Input, { signal }: Readonly<{ signal?: AbortSignal }> = {}) => {
      asked.push(name);
      atWork += 1;
      most = Math.max(most, atWork);
      const aborted = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
      await Promise.race([gate.promise.then(() => pause(1)), aborted]);
      atWork -= 1;
      return signal?.aborted ? fail('cancelled') : done(name, input);
    }) as JobRunner['run'],
    endAll: () => Promise.resolve(),
  };
}

type Input = Readonly<{ bytes: Uint8Array; pageNo?: number; mend?: unknown; rule?: Readonly<{ maxBytes: number }> }>;

function done(name: JobName, { bytes, pageNo = 1, mend, rule }: Input): Result<unknown, Unreadable> {
  const file = JSON.parse(Buffer.from(bytes).toString('utf8')) as FakeFile;
  if (file.unreadable) return fail(file.unreadable);
  if (name === 'describe') return ok({ format: 'jpeg', pageCount: file.pages ?? 1 });
  if (file.unreadablePages?.includes(pageNo)) return fail('damaged');
  const of = `${file.text} ${pageNo} ${JSON.stringify(mend)}`;
  if (name === 'preview') return ok({ bytes: Buffer.from(`preview of ${of}`) });
  const copy = Buffer.from(`copy of ${of} within ${rule?.maxBytes ?? 0}`);
  const facts = { width: 1654, height: 2339, dpi: 200, quality: 60, isOverCap: file.isOverCap ?? false };
  return ok({
    source: { width: 2480, height: 3508, dpi: 300 },
    copy: { ...facts, bytes: copy, sizeBytes: copy.length },
    thumbnail: Buffer.from(`thumbnail of ${of}`),
    check: { defects: file.defects ?? [], fingerprint: file.fingerprint ?? '00', isBlank: false },
  });
}
