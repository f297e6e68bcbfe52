/**
 * A paper of 200 scans with five lines of Chinese on each page and bookmarks: processor time of the whole way, from
 * the scans on disk to the file, beside img2pdf's (which writes neither text nor bookmarks) and pdfkit's (the same
 * text and font); then memory, also with 1,000 pages, and how much more than its scans the file holds.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { JOB_NODE_OPTIONS } from '../../main/hosts/adapters/job-program.ts';
import { installFromDebian, processorTime, type Found } from '../support/peer-programs.ts';
import { writeScans } from './papers/scans.ts';
import { scansIn } from './papers/text.ts';
import { atMost, type BenchResult } from './results.ts';
import { quantile, round } from './statistics.ts';

const PAGES = 200;
const MANY_TIMES = 5;
const ROUNDS = 7;
const MEMORY_ROUNDS = 3;

const IMG2PDF_GOAL = 1;
const PDFKIT_GOAL = 1;
const MEMORY_GOAL_MB = 200;
const GROWTH_GOAL = 1.3;
const OVERHEAD_GOAL = 0.5;

export async function papersBench(): Promise<readonly BenchResult[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'papers-bench-'));
  try {
    await writeScans(folder, PAGES);
    const ours = await bundle(path.join(import.meta.dirname, 'papers/with-ours.ts'), folder);
    say(`${PAGES} scans`);
    return [...measureTime(ours, folder), ...measureMemory(ours, folder)];
  } finally {
    await rm(bundleFolder(folder), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

function say(what: string): void {
  process.stderr.write(`papers: ${what}\n`);
}

const root = path.resolve(import.meta.dirname, '../..');

/** Below the root, where Node finds the fonts. */
function bundleFolder(folder: string): string {
  return path.join(root, 'out/bench', path.basename(folder));
}

/** As the product is shipped: one file of JavaScript, with its packages of fonts beside it. */
async function bundle(entry: string, folder: string): Promise<string> {
  const outDir = bundleFolder(folder);
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      target: 'node24',
      minify: false,
      rolldownOptions: { input: { ours: entry }, external: [...builtinModules, /^node:/], output: { format: 'es' } },
    },
  });
  return path.join(outDir, 'ours.js');
}

type Program = Readonly<{
  name: string;
  command: string | null;
  args: readonly string[];
  reason: string;
  ms: number[];
}>;

function measureTime(ours: string, folder: string): readonly BenchResult[] {
  const scans = scansIn(folder);
  const out = (name: string) => path.join(folder, `${name}.pdf`);
  const img2pdf = findImg2pdf();
  const us = program('ours', process.execPath, [...JOB_NODE_OPTIONS, ours, folder, '1', out('ours')]);
  const peers = [
    { ...program('img2pdf', img2pdf.command, ['-o', out('img2pdf'), ...scans]), reason: img2pdf.reason },
    program('pdfkit', process.execPath, [
      path.join(import.meta.dirname, 'papers/with-pdfkit.ts'),
      folder,
      out('pdfkit'),
    ]),
  ];
  // the first reads the scans into the system's memory for all of them
  for (let no = 0; no <= ROUNDS; no += 1) {
    for (const { command, args, ms } of [us, ...peers]) {
      const taken = command === null ? null : processorTime(command, args);
      if (taken !== null && no > 0) ms.push(taken);
    }
    say(`round ${no} of ${ROUNDS}`);
  }
  const [first, second] = peers.map((peer) => beside(us, peer, peer.name === 'img2pdf' ? IMG2PDF_GOAL : PDFKIT_GOAL));
  const sum = scans.reduce((bytes, scan) => bytes + statSync(scan).size, 0);
  const overhead = (file: string) => (existsSync(file) ? ((statSync(file).size - sum) / sum) * 100 : Number.NaN);
  const more = { ...atMost('file, more than its scans', overhead(out('ours')), '%', OVERHEAD_GOAL) };
  return [...(first ? [first] : []), ...(second ? [second] : []), { ...more, peer: round(overhead(out('img2pdf'))) }];
}

function program(name: string, command: string | null, args: readonly string[]): Program {
  return { name, command, args, reason: '', ms: [] };
}

function findImg2pdf(): Found {
  const isThere = () => spawnSync('img2pdf', ['--version']).status === 0;
  if (isThere()) return { command: 'img2pdf', reason: '' };
  const reason = installFromDebian('img2pdf');
  return isThere() ? { command: 'img2pdf', reason: '' } : { command: null, reason: reason || 'it does not start' };
}

/** `value` is how many times the peer's; `peer` is the peer's own time in ms. */
function beside(us: Program, peer: Program, goal: number): BenchResult {
  const metric = `processor time for ${PAGES} pages, of ${peer.name}'s`;
  if (peer.ms.length < ROUNDS) return atMost(`${metric}: ${peer.reason || 'it failed'}`, Number.NaN, 'times', goal);
  const [ours, theirs] = [quantile(us.ms, 0.5), quantile(peer.ms, 0.5)];
  const withTimes = `${metric} (${Math.round(ours)} of ${Math.round(theirs)} ms, medians of ${ROUNDS})`;
  return { ...atMost(withTimes, ours / theirs, 'times', goal), peer: round(theirs) };
}

function measureMemory(ours: string, folder: string): readonly BenchResult[] {
  const out = path.join(folder, 'memory.pdf');
  const [few, many] = [[], []] as [number[], number[]];
  for (let no = 1; no <= MEMORY_ROUNDS; no += 1) {
    few.push(peakMb(ours, [folder, '1', out], out));
    many.push(peakMb(ours, [folder, String(MANY_TIMES), out], out));
    say(`memory, round ${no} of ${MEMORY_ROUNDS}`);
  }
  const [fewMb, manyMb] = [quantile(few, 0.5), quantile(many, 0.5)];
  return [
    atMost(`memory at most, ${PAGES} pages`, fewMb, 'MB', MEMORY_GOAL_MB),
    atMost(`memory at most, ${PAGES * MANY_TIMES} pages`, manyMb, 'MB', MEMORY_GOAL_MB),
    atMost(`memory of ${PAGES * MANY_TIMES} pages, of that of ${PAGES}`, manyMb / fewMb, 'times', GROWTH_GOAL),
  ];
}

function peakMb(ours: string, args: readonly string[], out: string): number {
  const { status } = spawnSync(process.execPath, [...JOB_NODE_OPTIONS, ours, ...args], { stdio: ['ignore', 2, 2] });
  if (status !== 0) return Number.NaN;
  const facts = JSON.parse(readFileSync(`${out}.json`, 'utf8')) as Readonly<{ peakMb: number }>;
  return facts.peakMb;
}
