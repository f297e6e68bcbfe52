/**
 * Scans to upload copies, on pages drawn from a seed (`--seed WORD`) or a folder of scans (`--corpus DIR`): processor
 * time beside that of the one decode and one encode that nobody can do without, and beside ImageMagick's; then what
 * is promised of the copies, of memory, and of two jobs at once.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { jobEnvironment } from '../../main/hosts/adapters/job-program.ts';
import { BEST_QUALITY } from '#jobs/imaging/quality.ts';
import { planFiles, writeCorpus } from '../support/corpus/files.ts';
import { startWorker } from '../support/ask-worker.ts';
import { findOrInstallImageMagick } from '../support/image-magick.ts';
import { processorTime } from '../support/peer-programs.ts';
import { atMost, type BenchResult } from './results.ts';
import type { Works } from './scans-worker.ts';
import { quantile, round } from './statistics.ts';

const KB = 1024;
const CAP_KB = 300;
const OTHER_CAPS_KB = [100, 600, 1024] as const;
const DRAWN = 24;
const TIMED = 10;
const ROUNDS = 5;
const INTAKE = 60;
const PACE_FILES = 16;
const PACE_ROUNDS = 5;
const BARE_QUALITY = 75;

const ORACLE_GOAL = 1.35;
const MAGICK_GOAL = 0.75;
const FILL_GOAL = 0.92;
const ENCODES_GOAL = 1.3;
const MEMORY_GOAL_MB = 300;
const PACE_GOAL = 1.5;
const INK_MAY_LOSE = 0.001;

const startScans = () =>
  startWorker<Works>(path.join(import.meta.dirname, 'scans-worker.ts'), jobEnvironment(process.env));
type Worker = ReturnType<typeof startScans>;
type Copy = Works['ours']['answer'];

export async function scansBench(): Promise<readonly BenchResult[]> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { corpus: { type: 'string' }, seed: { type: 'string', default: 'bench' } },
  });
  const temporary = await mkdtemp(path.join(tmpdir(), 'scans-bench-'));
  const worker = startScans();
  try {
    const folder = values.corpus ?? temporary;
    if (!values.corpus) await writeCorpus(folder, planFiles(values.seed, DRAWN));
    const files = await scansIn(folder);
    say(`${files.length} files`);
    return [
      { ...atMost('files', files.length, 'files', 0), goal: TIMED, holds: files.length >= TIMED },
      ...(await measureTime(worker, files, temporary)),
      ...(await measureCopies(worker, files)),
      ...(await measureProcesses(files)),
    ];
  } finally {
    await worker.end();
    await rm(temporary, { recursive: true, force: true });
  }
}

function say(what: string): void {
  process.stderr.write(`scans: ${what}\n`);
}

/** Everything but HEIC, which the image library reads nowhere. */
async function scansIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => /\.(?:jpe?g|png|tiff?|bmp)$/.test(name))
    .toSorted()
    .map((name) => path.join(folder, name));
}

/** `count` of them, evenly. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  return items.filter(
    (_, at) => Math.floor((at * count) / items.length) !== Math.floor(((at - 1) * count) / items.length),
  );
}

type Timed = Readonly<{ file: string; quality: number; ours: number[]; oracle: number[]; magick: (number | null)[] }>;

/** Only files that the cap binds, and that the image library reads by itself as the oracle does. */
async function measureTime(worker: Worker, files: readonly string[], folder: string): Promise<readonly BenchResult[]> {
  const magick = findOrInstallImageMagick();
  const timed: Timed[] = [];
  for (const file of spread(
    files.filter((name) => !name.endsWith('.bmp')),
    TIMED + 4,
  )) {
    const { quality } = await worker.ask('search', { file, maxBytes: CAP_KB * KB });
    const isBound = quality !== null && quality < BEST_QUALITY;
    if (isBound && timed.length < TIMED) timed.push({ file, quality, ours: [], oracle: [], magick: [] });
  }
  for (let no = 1; no <= ROUNDS; no += 1) {
    for (const { file, quality, ours, oracle, magick: peer } of timed) {
      ours.push((await worker.ask('ours', { file, maxBytes: CAP_KB * KB })).ms);
      oracle.push((await worker.ask('oracle', { file, quality })).ms);
      if (magick.command) peer.push(processorTime(magick.command, magickArgs(file, folder)));
    }
    say(`round ${no} of ${ROUNDS}`);
  }
  const ours = sumOfMedians(timed.map((one) => one.ours));
  const oracle = sumOfMedians(timed.map((one) => one.oracle));
  return [
    beside(`processor time at ${CAP_KB} KB, of the oracle's`, ours / timed.length, oracle / timed.length, ORACLE_GOAL),
    besideMagick(timed, magick.reason),
    await measureInk(worker, timed),
  ];
}

function magickArgs(file: string, folder: string): readonly string[] {
  const size = ['-resize', '1654x2339>', '-define', `jpeg:extent=${CAP_KB}KB`];
  return [`${file}[0]`, ...size, path.join(folder, 'magick-out.jpg')];
}

function sumOfMedians(series: readonly (readonly number[])[]): number {
  return series.reduce((sum, values) => sum + quantile(values, 0.5), 0);
}

/** `value` is how many times the peer's; `peer` is the peer's own time in ms a file. */
function beside(metric: string, oursMs: number, peerMs: number, goal: number): BenchResult {
  const metricWithTimes = `${metric} (${Math.round(oursMs)} of ${Math.round(peerMs)} ms a file)`;
  return { ...atMost(metricWithTimes, oursMs / peerMs, 'times', goal), peer: round(peerMs) };
}

function besideMagick(timed: readonly Timed[], reason: string): BenchResult {
  const metric = `processor time at ${CAP_KB} KB, of ImageMagick's`;
  const both = timed.filter(({ magick }) => magick.length > 0 && magick.every((ms) => ms !== null));
  if (both.length === 0) return { ...atMost(`${metric}: ${reason || 'it failed'}`, Number.NaN, 'times', MAGICK_GOAL) };
  const ours = sumOfMedians(both.map((one) => one.ours));
  const magick = sumOfMedians(both.map((one) => one.magick.filter((ms) => ms !== null)));
  return beside(metric, ours / both.length, magick / both.length, MAGICK_GOAL);
}

async function measureInk(worker: Worker, timed: readonly Timed[]): Promise<BenchResult> {
  const maxBytes = CAP_KB * KB;
  let [ours, search] = [0, 0];
  for (const { file, quality } of timed) {
    const ink = await worker.ask('ink', { file, maxBytes, quality });
    ours += ink.ours / timed.length;
    search += ink.search / timed.length;
  }
  const goal = search - INK_MAY_LOSE;
  const metric = 'SSIM where there is ink; peer: the largest that a search finds';
  return { metric, value: round4(ours), unit: 'SSIM', peer: round4(search), goal: round4(goal), holds: ours >= goal };
}

function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

async function measureCopies(worker: Worker, files: readonly string[]): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = [];
  for (const capKb of [CAP_KB, ...OTHER_CAPS_KB]) {
    const copies: Copy[] = [];
    const some = capKb === CAP_KB ? files : spread(files, DRAWN);
    for (const file of some) copies.push(await worker.ask('ours', { file, maxBytes: capKb * KB }));
    say(`${capKb} KB`);
    results.push(...judgeCopies(copies, capKb));
  }
  return results;
}

function judgeCopies(copies: readonly Copy[], capKb: number): readonly BenchResult[] {
  const at = `at ${capKb} KB`;
  const cap = capKb * KB;
  const over = copies.filter(({ sizeBytes }) => sizeBytes > cap);
  const unsaid = over.filter(({ isOverCap }) => !isOverCap);
  const encodes = mean(copies.map((copy) => copy.encodes));
  const bound = copies.filter(({ quality, sizeBytes }) => quality < BEST_QUALITY && sizeBytes <= cap);
  const fill = bound.map(({ sizeBytes }) => sizeBytes / cap);
  const percent = (some: readonly Copy[]) => (100 * some.length) / copies.length;
  return [
    atMost(`over the cap without saying so ${at}`, percent(unsaid), '%', 0),
    // a page that cannot be read under the smallest cap stays over it and says so; at the others none has to
    atMost(`stopped over the cap, to stay legible, and said so ${at}`, percent(over), '%', capKb < CAP_KB ? 100 : 0),
    atMost(`encodes of a whole page ${at}`, encodes, 'a file', ENCODES_GOAL),
    ...(fill.length === 0
      ? []
      : [
          atLeast(`part of the cap used where it binds, mean ${at}`, mean(fill), 'of the cap', FILL_GOAL),
          atLeast(`the same, least ${at}`, Math.min(...fill), 'of the cap', FILL_GOAL),
        ]),
  ];
}

function atLeast(metric: string, value: number, unit: string, goal: number): BenchResult {
  return { ...atMost(metric, value, unit, goal), holds: value >= goal };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A fresh process for memory; then the same files by one process and by two, alternated. */
async function measureProcesses(files: readonly string[]): Promise<readonly BenchResult[]> {
  const sixty = Array.from({ length: INTAKE }, (_, at) => files[at % files.length] ?? '');
  const [one, other] = [startScans(), startScans()];
  try {
    const { done, peakMb } = await one.ask('intake', { files: sixty });
    say(`${done} of ${INTAKE} taken in by one process`);
    const bare = files.filter((name) => !name.endsWith('.bmp'));
    const gains: number[] = [];
    const bareGains: number[] = [];
    for (let no = 0; no < PACE_ROUNDS; no += 1) {
      gains.push(await gainOfTwo([one, other], spread(files, PACE_FILES), intakeOf));
      bareGains.push(await gainOfTwo([one, other], spread(bare, PACE_FILES), bareOf));
    }
    const metric = 'two processes at once, of the pace of one; peer: bare decodes and encodes, what this machine gives';
    return [
      { ...atMost(`peak memory of a process, ${done} files with checks`, peakMb, 'MB', MEMORY_GOAL_MB) },
      { ...atLeast(metric, quantile(gains, 0.5), 'times', PACE_GOAL), peer: round(quantile(bareGains, 0.5)) },
    ];
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
}

type Step = (worker: Worker, file: string) => Promise<unknown>;
const intakeOf: Step = (worker, file) => worker.ask('intake', { files: [file] });
const bareOf: Step = (worker, file) => worker.ask('oracle', { file, quality: BARE_QUALITY });

/** Whoever is free takes the next file, as in the product. */
async function gainOfTwo(pair: readonly [Worker, Worker], files: readonly string[], step: Step): Promise<number> {
  const drain = (workers: readonly Worker[]) => {
    const waiting = [...files];
    const work = async (worker: Worker) => {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await step(worker, file);
    };
    return wallMs(() => Promise.all(workers.map(work)));
  };
  const alone = await drain([pair[0]]);
  return alone / (await drain(pair));
}

async function wallMs(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
