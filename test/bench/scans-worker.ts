/** A process that compresses for the bench and says what it cost, as the job process of the product would. */
import { readFile } from 'node:fs/promises';
import { compress } from '#jobs/imaging/compress.ts';
import { prepare } from '#jobs/imaging/prepare.ts';
import { BEST_QUALITY } from '#jobs/imaging/quality.ts';
import { WORKING_SIZE, type Raster } from '#jobs/imaging/raster.ts';
import { openSource } from '#jobs/imaging/read.ts';
import { sharp } from '#jobs/imaging/sharp.ts';
import { AS_SCANNED, DEFAULT_SIZE_RULE, type SizeRule } from '#model/scan.ts';
import { inkSimilarity } from './ink.ts';

/** ms are of the processor, user and system, of this whole process. */
export type Works = {
  /** file to copy as the product makes it */
  ours: Readonly<{
    ask: { file: string; maxBytes: number };
    answer: { ms: number; sizeBytes: number; encodes: number; quality: number; dpi: number; isOverCap: boolean };
  }>;
  /** the finest quality that mozjpeg brings under the cap, found by halving; not measured */
  search: Readonly<{ ask: { file: string; maxBytes: number }; answer: { quality: number | null } }>;
  /** one decode and one mozjpeg encode at that quality */
  oracle: Readonly<{ ask: { file: string; quality: number }; answer: { ms: number } }>;
  /** SSIM where there is ink, of ours and of the search's result, against the page before compressing */
  ink: Readonly<{ ask: { file: string; maxBytes: number; quality: number }; answer: { ours: number; search: number } }>;
  /** everything that a file goes through on its way in; how much memory that took at most */
  intake: Readonly<{ ask: { files: readonly string[] }; answer: { done: number; peakMb: number } }>;
};
export type Request = { [Name in keyof Works]: { id: number; name: Name; ask: Works[Name]['ask'] } }[keyof Works];

type Working = { [Name in keyof Works]: (ask: Works[Name]['ask']) => Promise<Works[Name]['answer']> };

const WORK: Working = {
  ours: async ({ file, maxBytes }) => {
    const { value, ms } = await timed(async () => compress(await pageOf(file), ruleOf(maxBytes)));
    const { sizeBytes, encodes, quality, dpi, isOverCap } = value;
    return { ms, sizeBytes, encodes, quality: quality ?? 0, dpi, isOverCap };
  },
  search: async ({ file, maxBytes }) => {
    const page = await fitted(file).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    const fits = async (quality: number) =>
      (await sharp(page.data, { raw: page.info }).jpeg({ quality, mozjpeg: true }).toBuffer()).length <= maxBytes;
    if (await fits(BEST_QUALITY)) return { quality: BEST_QUALITY };
    let [least, most] = [0, BEST_QUALITY];
    while (most - least > 1) {
      const middle = (least + most) >> 1;
      if (await fits(middle)) least = middle;
      else most = middle;
    }
    return { quality: least === 0 ? null : least };
  },
  oracle: async ({ file, quality }) => {
    const { ms } = await timed(() => fitted(file).jpeg({ quality, mozjpeg: true }).toBuffer());
    return { ms };
  },
  ink: async ({ file, maxBytes, quality }) => {
    const page = await pageOf(file);
    const copy = await compress(page, ruleOf(maxBytes));
    const { data, width, height, channels } = page;
    const searched = await sharp(data, { raw: { width, height, channels } })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer();
    return { ours: await inkSimilarity(page, copy.bytes), search: await inkSimilarity(page, searched) };
  },
  intake: async ({ files }) => {
    let done = 0;
    for (const file of files) {
      const bytes = await readFile(file);
      const { ok } = await prepare({ bytes, pageNo: 1, mend: AS_SCANNED, rule: ruleOf(300 * 1024) });
      if (ok) done += 1;
    }
    return { done, peakMb: await peakMb() };
  },
};

/** Of this process alone: what `resourceUsage` tells begins with the size of the process that started it. */
async function peakMb(): Promise<number> {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile('/proc/self/status', 'utf8')) ?? [];
  if (kilobytes === undefined) throw new Error('no VmHWM in /proc/self/status');
  return Number(kilobytes) / 1024;
}

function ruleOf(maxBytes: number): SizeRule {
  return { ...DEFAULT_SIZE_RULE, maxBytes };
}

async function pageOf(file: string): Promise<Raster> {
  const source = await openSource(await readFile(file));
  if (!source.ok) throw new Error(`${file}: ${source.error.code}`);
  const page = await source.value.page(1, { mend: AS_SCANNED, maxDpi: DEFAULT_SIZE_RULE.maxDpi });
  source.value.close();
  if (!page.ok) throw new Error(`${file}: ${page.error.code}`);
  return page.value;
}

/** Upright and within A4 at 200 dpi, whichever way it lies. */
function fitted(file: string) {
  return sharp(file)
    .autoOrient()
    .resize(WORKING_SIZE.short, WORKING_SIZE.long, { fit: 'inside', withoutEnlargement: true });
}

async function timed<T>(work: () => Promise<T>): Promise<Readonly<{ value: T; ms: number }>> {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1000 };
}

process.on('message', (request: Request) => {
  // the name picks the function that takes this very question
  const work = WORK[request.name] as (ask: Request['ask']) => Promise<unknown>;
  work(request.ask).then(
    (answer) => process.send?.({ id: request.id, answer }),
    (error: unknown) => process.send?.({ id: request.id, error: String(error) }),
  );
});
