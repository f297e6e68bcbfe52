/** Which pairs are proposed as the same page: the same sheet once more, and another person's copy of the same form. */
import { checkPage } from '#jobs/imaging/check.ts';
import { lookalikesOf } from '#core/scans/lookalikes.rules.ts';
import { renderScan, type PageKind } from '../../support/corpus/render.ts';
import type { BenchResult } from '../results.ts';
import { round } from '../statistics.ts';
import { compressed } from './pages.ts';

const KINDS = ['diploma', 'form', 'transcript', 'paper'] as const satisfies readonly PageKind[];
const SHEETS = 3;
const AGAIN_GOAL = 0.95;
/** forms of one kind look alike: proposed, not decided, so most may be wrong, but not all */
const OTHERS_GOAL = 0.5;

export async function alikeResults(seed: string): Promise<readonly BenchResult[]> {
  let again = 0;
  let anew = 0;
  let others = 0;
  let count = 0;
  for (const kind of KINDS) {
    const first: string[] = [];
    for (let no = 0; no < SHEETS; no += 1) {
      const look = { seed: `${seed}/alike ${no}`, dpi: 200 };
      const { raster } = await renderScan(kind, { ...look, tiltDegrees: 0.2 });
      const page = await fingerprint(await compressed(raster, 85));
      const scannedAnew = (await renderScan(kind, { ...look, tiltDegrees: -0.5 })).raster;
      if (isProposed(page, await fingerprint(await compressed(raster, 50)))) again += 1;
      if (isProposed(page, await fingerprint(await compressed(scannedAnew, 75)))) anew += 1;
      first.push(page);
      count += 1;
    }
    others += first.filter((page, at) => isProposed(page, first[(at + 1) % SHEETS] as string)).length;
  }
  return [
    part('the same file compressed anew is proposed', again / count, AGAIN_GOAL, again / count >= AGAIN_GOAL),
    part('the same sheet 0.7° askew is proposed', anew / count, AGAIN_GOAL, anew / count >= AGAIN_GOAL),
    part("another person's copy of the form is proposed", others / count, OTHERS_GOAL, others / count <= OTHERS_GOAL),
  ];
}

async function fingerprint(raster: Parameters<typeof checkPage>[0]): Promise<string> {
  return (await checkPage(raster)).fingerprint;
}

function isProposed(a: string, b: string): boolean {
  const looks = [a, b].map((print, at) => ({ id: `${at}`, owner: 'one', fingerprint: print }));
  return lookalikesOf(['0'], looks).has('0');
}

function part(metric: string, value: number, goal: number, holds: boolean): BenchResult {
  return { metric, value: round(value), unit: 'part', peer: null, goal, holds };
}
