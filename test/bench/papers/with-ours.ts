/** `node ours.ts FOLDER TIMES OUT`: the scans of a folder, again and again, as one paper; what the core and its job do. */
import { closeSync, openSync, readFileSync, readSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { typeset } from '#jobs/papers/typeset.ts';
import type { Block, ImageFacts, PaperDocument } from '#ports/paper-document.ts';
import { bookmarkOf, FONT_SIZE, isGrey, linesOf, MOST_BYTES, SCAN, scansIn } from './text.ts';

const [folder = '', times = '1', out = ''] = process.argv.slice(2);
const files = scansIn(folder);
const scans = Array.from({ length: files.length * Number(times) }, (_, n) => ({
  id: String(n),
  file: files[n % files.length] ?? '',
}));

/** The archive knows them in the product; nobody else reads them here either. */
const images = scans.map(({ id, file }, n): ImageFacts => {
  const { width, height, dpi } = SCAN;
  return { id, width, height, dpi, sizeBytes: statSync(file).size, components: isGrey(n) ? 1 : 3, turn: 0 };
});

const blocks = scans.flatMap(({ id }, n): Block[] => {
  const title = bookmarkOf(n);
  const lines = linesOf(n).map((text): Block => ({ kind: 'paragraph', runs: [{ text }], size: FONT_SIZE }));
  const mark: Block[] = title === null ? [] : [{ kind: 'mark', id, bookmark: { title, level: 1 } }];
  const turn: Block[] = n === 0 ? [] : [{ kind: 'page-break' }];
  return [...turn, ...mark, ...lines, { kind: 'picture', imageId: id }];
});
const margins = { top: 15, right: 15, bottom: 15, left: 15 };
const section = { sheet: 'a4', margins, header: null, footer: null, startsAtOne: true, blocks } as const;
const paper: PaperDocument = { title: '申报材料', author: '昆明市松华中学', scale: 1, sections: [section] };

const result = await typeset({ document: paper, images });
if (!result.ok) throw new Error(result.error.code);
const buffer = Buffer.allocUnsafe(MOST_BYTES + 1);
const target = openSync(out, 'w');
for (const part of result.value.parts) {
  if ('bytes' in part) writeSync(target, part.bytes);
  else {
    const source = openSync(scans[Number(part.imageId)]?.file ?? '', 'r');
    const length = readSync(source, buffer, 0, buffer.length, 0);
    closeSync(source);
    writeSync(target, buffer, 0, length);
  }
}
closeSync(target);
const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
const peakKb = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
writeFileSync(`${out}.json`, JSON.stringify({ peakMb: peakKb / 1024, pages: result.value.pages.length }));
