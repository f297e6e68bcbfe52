/** `npm run bench -- NAME`: one JSON object on stdout, exit 0 whatever holds; talk goes to stderr. */
import { cpus, totalmem } from 'node:os';
import { batchBench } from './batch.ts';
import { findingsBench } from './findings.ts';
import { papersBench } from './papers.ts';
import { qualityBench } from './quality.ts';
import { queueBench } from './queue.ts';
import type { BenchResult } from './results.ts';
import { scansBench } from './scans.ts';
import { viewerBench } from './viewer.ts';

type Bench = () => Promise<readonly BenchResult[]>;

const BENCHES: Readonly<Record<string, Bench>> = {
  batch: batchBench,
  findings: findingsBench,
  papers: papersBench,
  quality: qualityBench,
  queue: queueBench,
  scans: scansBench,
  viewer: viewerBench,
};

const name = process.argv[2] ?? '';
const bench = BENCHES[name];
if (!bench) {
  process.stderr.write(`Benches: ${Object.keys(BENCHES).join(', ')}\n`);
  process.exit(2);
}
const results = await bench();
const machine = {
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};
process.stdout.write(`${JSON.stringify({ bench: name, machine, results })}\n`);
process.exit(0);
