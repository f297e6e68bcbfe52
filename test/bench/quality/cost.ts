/** What all checks of a page cost beside the decode that is needed anyway: an A4 JPEG of 300 dpi to 200 dpi. */
import { checkPage } from '#jobs/imaging/check.ts';
import { sharp } from '#jobs/imaging/sharp.ts';
import { asJpeg } from '../../support/corpus/encode.ts';
import { FULL_KINDS, renderScan } from '../../support/corpus/render.ts';
import type { BenchResult } from '../results.ts';
import { quantile, round } from '../statistics.ts';

const ROUNDS = 7;

export async function measureCost(seed: string, goal: number): Promise<BenchResult> {
  const ratios: number[] = [];
  const checks: number[] = [];
  const decodes: number[] = [];
  for (const kind of FULL_KINDS) {
    const { raster } = await renderScan(kind, { seed: `${seed}/cost`, dpi: 300 });
    const bytes = await asJpeg(raster, { quality: 95, isSubsampled: false });
    const ofKind: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const decode = await processorTime(() =>
        sharp(bytes).resize({ width: 1654 }).raw().toBuffer({ resolveWithObject: true }),
      );
      const { data, info } = decode.value;
      const page = { data, width: info.width, height: info.height, channels: 3, dpi: 200, isDpiKnown: true } as const;
      const check = await processorTime(() => checkPage(page));
      checks.push(check.ms);
      decodes.push(decode.ms);
      ofKind.push(check.ms / decode.ms);
    }
    ratios.push(quantile(ofKind, 0.5));
  }
  const cost = quantile(ratios, 0.5);
  process.stderr.write(
    `quality: checks ${round(quantile(checks, 0.5))} ms, decode ${round(quantile(decodes, 0.5))} ms\n`,
  );
  const peer = round(quantile(decodes, 0.5));
  return {
    metric: 'all checks, processor time',
    value: round(cost),
    unit: '× one decode',
    peer,
    goal,
    holds: cost <= goal,
  };
}

async function processorTime<T>(work: () => Promise<T>): Promise<Readonly<{ value: T; ms: number }>> {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1000 };
}
